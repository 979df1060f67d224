"""Rules of the glossary: related terms, pages and links lead somewhere, and no word leads to two terms."""

from __future__ import annotations

from collections.abc import Iterator

from amatmida.core.catalog import Catalog, Entry
from amatmida.core.checks import check_page_ref
from amatmida.core.model import SOURCE_LANG
from amatmida.core.problem import Problem, problem
from amatmida.core.text import DIRECTION, comparable
from amatmida.core.validate import near
from amatmida.glossary.model import Term
from amatmida.prose.model import Page

LANGUAGES = tuple(DIRECTION)


def check_glossary(catalog: Catalog) -> Iterator[Problem]:
    """All rules of terms."""
    for lang in LANGUAGES:
        kind = "page" if lang == SOURCE_LANG else f"page.{lang}"
        for page in catalog.all(kind).values():
            yield from _check_links(page, catalog)
    names: dict[str, str] = {}
    for entry in catalog.all("term").values():
        yield from _check_term(entry, catalog)
        first = names.setdefault(comparable(entry.record.he), entry.id)
        if first != entry.id:
            yield entry.problem("G002", "he", he=entry.record.he, first=first)


def _check_links(page: Entry[Page], catalog: Catalog) -> Iterator[Problem]:
    for mark in page.record.terms:
        if not catalog.get("term", mark.what):
            close = near(mark.what, list(catalog.all("term")))
            yield problem(page.document.path, mark.line, "G003", id=mark.what, near=close)


def _check_term(entry: Entry[Term], catalog: Catalog) -> Iterator[Problem]:
    for index, id in enumerate(entry.record.see):
        if not catalog.get("term", id):
            yield entry.problem("G001", "see", index, id=id)
    if entry.record.page:
        yield from check_page_ref(entry, entry.record.page, catalog, "page")
