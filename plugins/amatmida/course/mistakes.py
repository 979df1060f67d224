"""Common mistakes of a chapter: the misconceptions its sections mend, those the quizzes meet most often first. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from amatmida.core.catalog import Catalog
from amatmida.core.model import Lang
from amatmida.core.setting import Label
from amatmida.core.tables import table
from amatmida.core.text import shown
from amatmida.course.model import Misconception
from amatmida.prose.model import MISTAKES

PLACES = ("guide/", "methods/")
MOST = 6
"""As many as a person reads; the others are folded."""


def use_of(catalog: Catalog) -> Counter[str]:
    """Misconception id → how many wrong answers of all quizzes name it."""
    return Counter(id for entry in catalog.all("item").values() for id in _named(entry.record))


def _named(value: Any) -> Iterator[str]:
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            part = getattr(value, name)
            if name == "misconception" and part:
                yield part
            else:
                yield from _named(part)
    elif isinstance(value, tuple | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _named(part)


def mistakes_of(page: str, catalog: Catalog, use: Mapping[str, int]) -> list[Misconception]:
    """What a page mends, most used first, then in the order of the file; nothing outside guide and methods."""
    if not page.startswith(PLACES):
        return []
    found = [e.record for e in catalog.all("misconception").values() if e.record.page.partition("#")[0] == page]
    return sorted(found, key=lambda one: -use.get(one.id, 0))


def mistakes_section(found: list[Misconception], lang: Lang, t: Mapping[str, Any], label: Label, *, own: bool) -> str:
    """Markdown: a section of at most `MOST`, the rest folded; all folded below the author's `own` section."""
    if not found:
        return ""
    open_rows = [] if own else found[:MOST]
    rest = found[len(open_rows) :]
    parts = (
        [] if own else [f"## {t['title']} {{#{MISTAKES}}}", "", t["intro"], "", _rows(open_rows, lang, t, label), ""]
    )
    if rest:
        summary = t["more_one"] if len(rest) == 1 else t["more"].format(n=len(rest))
        fold = f'<details class="amat-mistakes" markdown="1"><summary>{summary}</summary>'
        parts += [fold, "", _rows(rest, lang, t, label), "", "</details>", ""]
    return "\n".join(parts)


def _rows(found: list[Misconception], lang: Lang, t: Mapping[str, Any], label: Label) -> str:
    rows = [[shown(one.text, lang).value, shown(one.repair, lang).value + _section(one, label)] for one in found]
    return table([t["mistake"], t["repair"]], rows)


def _section(one: Misconception, label: Label) -> str:
    anchor = one.page.partition("#")[2]
    return f" [{label(one.page)}](#{anchor})" if anchor and anchor != MISTAKES else ""
