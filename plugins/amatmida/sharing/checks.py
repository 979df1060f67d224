"""Rules of titles and descriptions: a reader of search results must tell pages apart and know what each gives."""

from __future__ import annotations

from collections.abc import Iterator

from amatmida.core.catalog import Catalog, Entry
from amatmida.core.problem import Problem
from amatmida.core.text import comparable
from amatmida.prose.model import Page

KINDS = ("page", "page.en", "page.ar")
LONGEST_TITLE = 70
SHORTEST_DESCRIPTION, LONGEST_DESCRIPTION = 20, 160
"""Characters; search engines cut what is longer, and what is shorter says nothing."""


def check_findable(catalog: Catalog) -> Iterator[Problem]:
    """Titles and descriptions: their length, and none twice in a language."""
    for kind in KINDS:
        pages = list(catalog.all(kind).values())
        for entry in pages:
            yield from _check_length(entry)
        yield from _check_doubled(pages, "title", "F001")
        yield from _check_doubled(pages, "description", "F002")


def _check_length(entry: Entry[Page]) -> Iterator[Problem]:
    meta = entry.record.meta
    if len(meta.title) > LONGEST_TITLE:
        yield entry.problem("F003", "title", count=len(meta.title), most=LONGEST_TITLE)
    if not SHORTEST_DESCRIPTION <= len(meta.description) <= LONGEST_DESCRIPTION:
        limits = {"fewest": SHORTEST_DESCRIPTION, "most": LONGEST_DESCRIPTION}
        yield entry.problem("F004", "description", count=len(meta.description), **limits)


def _check_doubled(pages: list[Entry[Page]], field: str, code: str) -> Iterator[Problem]:
    seen: dict[str, Entry[Page]] = {}
    for entry in pages:
        words = getattr(entry.record.meta, field)
        first = seen.setdefault(comparable(words), entry)
        if first is not entry:
            yield entry.problem(code, field, words=words, first=first.document.path)
