"""llms.txt: what the site holds, as a list of links with one line each (https://llmstxt.org). Pure."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from amatmida.core.artifact import Artifact
from amatmida.core.catalog import Catalog, Entry
from amatmida.core.model import SOURCE_LANG, Lang
from amatmida.core.urls import page_url
from amatmida.locale import strings
from amatmida.prose.model import Page

FILE = "llms.txt"


def llms_files(catalog: Catalog, lang: Lang) -> Iterator[Artifact]:
    """One file a language, beside its home page; a page without a translation is left out."""
    folder = "" if lang == SOURCE_LANG else f"{lang}/"
    kind = "page" if lang == SOURCE_LANG else f"page.{lang}"
    pages = [entry for id, entry in catalog.all("page").items() if catalog.get(kind, id)]
    yield Artifact.text(f"{folder}{FILE}", _llms([catalog.all(kind)[entry.id] for entry in pages], lang))


def _llms(pages: list[Entry[Page]], lang: Lang) -> str:
    t = strings(lang, "sharing")
    order = list(t["parts"])
    by_part = sorted(pages, key=lambda e: (order.index(_part(e.id, order)), not e.id.endswith("index.md"), e.id))
    lines = [f"# {t['site']}", "", f"> {t['about']}", ""]
    for part, group in groupby(by_part, key=lambda e: _part(e.id, order)):
        lines += [f"## {t['parts'][part]}", "", *(_line(entry) for entry in group), ""]
    return "\n".join(lines)


def _line(entry: Entry[Page]) -> str:
    meta = entry.record.meta
    return f"- [{meta.title}]({page_url(entry.id, True) or './'}): {meta.description}"


def _part(id: str, parts: list[str]) -> str:
    """The part of the site a page belongs to: guide-measurement, methods, home (also for a part without a name)."""
    folders = id.split("/")[:-1]
    part = "-".join(folders[:2] if folders[:1] == ["guide"] else folders[:1])
    return part if part in parts else "home"
