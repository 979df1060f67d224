"""Generated pages of the spine: coverage (objective ↔ sections ↔ items) and sources. Pure: models → Markdown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import groupby
from typing import Any

from amatmida.core.catalog import Catalog
from amatmida.core.model import HIGHER_LEVELS, Lang
from amatmida.core.tables import table
from amatmida.core.text import shown
from amatmida.course.checks import items_by_objective
from amatmida.course.model import Objective, Source

Strings = dict[str, Any]
Label = Callable[[str], str]
"""A page reference → the title of its section in the reader's language."""

LEVELS = ("remember", "understand", "apply", "analyse", "evaluate", "create")
# The bidi algorithm turns 2.S1 into S1.2 inside Hebrew.
ITEM_CODE = re.compile(r"\b\d\.[A-Z]\d\b")
LTR = r'<bdi dir="ltr">\g<0></bdi>'
SOURCE_KINDS = ("seed", "found", "literature", "inference", "fictional")


def coverage_body(catalog: Catalog, lang: Lang, t: Strings, label: Label) -> str:
    """Every objective with its level, the sections that teach it and the items that show it."""
    items = items_by_objective(catalog)
    entries = list(catalog.all("objective").values())
    parts = [t["coverage_intro"].format(**coverage_figures(catalog)), ""]
    for page, group in groupby(entries, key=lambda e: e.record.page.partition("#")[0]):
        parts += [f"## {label(page)} {{#{page.removesuffix('.md').replace('/', '-')}}}", ""]
        rows = [_coverage_row(e.record, items[e.id], lang, t, label) for e in group]
        parts += [table([t["objective"], t["level"], t["taught_in"], t["items"], t["higher"]], rows), ""]
    return "\n".join(parts)


def coverage_figures(catalog: Catalog) -> dict[str, int]:
    """Numbers of objectives, items and items at `apply` or above, and their share in percent."""
    items = [entry.record for entry in catalog.all("item").values()]
    higher = sum(item.level in HIGHER_LEVELS for item in items)
    return {
        "objectives": len(catalog.all("objective")),
        "items": len(items),
        "higher": higher,
        "share": round(100 * higher / len(items)) if items else 0,
        "types": len({item.type for item in items}),
    }


def _coverage_row(record: Objective, items: list[Any], lang: Lang, t: Strings, label: Label) -> list[str]:
    sections = ", ".join(f"[{label(ref)}](../{ref})" for ref in (record.page, *record.also))
    files = sorted({entry.document.record.quiz for entry in items if hasattr(entry.document.record, "quiz")})
    links = ", ".join(f"[{id}](../practice/{id}.md)" for id in files)
    levels = Counter(entry.record.level for entry in items)
    higher = sum(count for level, count in levels.items() if level in HIGHER_LEVELS)
    text = shown(record.text, lang).value
    return [
        f'<span id="{record.id}"></span>{text}',
        t["levels"][record.level],
        sections,
        f"{len(items)} ({links})",
        str(higher),
    ]


def sources_body(catalog: Catalog, lang: Lang, t: Strings) -> str:
    """Every source, by kind, with confidence and what is uncertain."""
    sources: list[Source] = [entry.record for entry in catalog.all("source").values()]
    parts = [t["sources_intro"], ""]
    for kind in SOURCE_KINDS:
        parts += [f"## {t['kinds'][kind]} {{#kind-{kind}}}", "", t["kind_notes"][kind], ""]
        rows = [_source_row(s, lang, t) for s in sources if s.kind == kind]
        parts += [table([t["mark"], t["source"], t["confidence"], t["note"]], rows), ""]
    return "\n".join(parts)


def _source_row(source: Source, lang: Lang, t: Strings) -> list[str]:
    title = shown(source.title, lang).value + (f" ({source.year})" if source.year else "")
    linked = f"[{title}]({source.url})" if source.url else title
    note = shown(source.note, lang).value if source.note else ""
    return [
        f'<span id="{source.id}"></span>{source_label(source, lang)}',
        linked,
        t["confidences"][source.confidence],
        note,
    ]


def source_label(source: Source, lang: Lang) -> str:
    """What a citation shows: the short name, or one made from the id (w17 → W17, gl-doran-1981 → Doran 1981)."""
    if source.short:
        return shown(source.short, lang).value
    words = source.id.removeprefix("gl-").split("-")
    return " ".join(word.upper() if len(word) < 4 and word[0].isalpha() else word.capitalize() for word in words)


def citation(source: Source, locator: str, lang: Lang, link: str) -> str:
    """Markdown of one citation: a link to the entry on the sources page, marked by the kind of source."""
    text = source_label(source, lang) + (f", {ITEM_CODE.sub(LTR, locator)}" if locator else "")
    return f"[{text}]({link}#{source.id}){{ .amat-cite .amat-cite-{source.kind} }}"
