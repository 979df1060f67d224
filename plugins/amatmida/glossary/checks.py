"""Rules of the glossary: related terms and pages exist, and no word leads to two terms."""

from __future__ import annotations

from collections.abc import Iterator

from amatmida.core.catalog import Catalog, Entry
from amatmida.core.checks import check_page_ref
from amatmida.core.problem import Problem
from amatmida.core.text import comparable
from amatmida.glossary.model import Term


def check_glossary(catalog: Catalog) -> Iterator[Problem]:
    """All rules of terms."""
    names: dict[str, str] = {}
    for entry in catalog.all("term").values():
        yield from _check_term(entry, catalog)
        first = names.setdefault(comparable(entry.record.he), entry.id)
        if first != entry.id:
            yield entry.problem("G002", "he", he=entry.record.he, first=first)


def _check_term(entry: Entry[Term], catalog: Catalog) -> Iterator[Problem]:
    for index, id in enumerate(entry.record.see):
        if not catalog.get("term", id):
            yield entry.problem("G001", "see", index, id=id)
    if entry.record.page:
        yield from check_page_ref(entry, entry.record.page, catalog, "page")
