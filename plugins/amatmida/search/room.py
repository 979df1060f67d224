"""The search's own authored files: what people type when they look for a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from amatmida.core.catalog import Catalog, Document, Entry, Kind
from amatmida.core.model import Lang
from amatmida.core.problem import Problem
from amatmida.core.room import Room, Scope
from amatmida.core.text import comparable
from amatmida.search.model import Asked

BEST = 2
"""A phrase that leads to more pages than this tells none of them from the others."""


def _entries(document: Document[Any]) -> Iterator[Entry[Any]]:
    return iter(())


KINDS = (Kind("asked", "course/asked/*.yml", "asked", Asked, _entries),)


def check_asked(scope: Scope) -> Iterator[Problem]:
    """Pages exist and are named once, and a phrase leads to few of them."""
    pages: dict[str, str] = {}
    phrases: dict[tuple[Lang, str], list[str]] = {}
    for document in (one for one in scope.catalog.documents if one.kind == "asked"):
        for index, row in enumerate(document.record.asked):
            if row.page not in scope.generated and scope.catalog.get("page", row.page) is None:
                yield document.at(("asked", index, "page"), "O002", id=row.page)
            if row.page in pages:
                yield document.at(("asked", index, "page"), "F005", id=row.page, first=pages[row.page])
            pages.setdefault(row.page, f"{document.path}:{document.tree.line(('asked', index))}")
            yield from _check_phrases(document, index, phrases)


def _check_phrases(document: Document[Any], index: int, found: dict[tuple[Lang, str], list[str]]) -> Iterator[Problem]:
    row = document.record.asked[index]
    langs: tuple[Lang, ...] = ("he", "en", "ar")
    for lang in langs:
        for place, phrase in enumerate(row.phrases(lang)):
            before = found.setdefault((lang, comparable(phrase)), [])
            if len(before) >= BEST or row.page in before:
                yield document.at(("asked", index, lang, place), "F006", words=phrase, pages=", ".join(before))
            before.append(row.page)


def asked_of(catalog: Catalog, id: str, lang: Lang) -> tuple[str, ...]:
    """What people type when they look for a page, in one language."""
    rows = (row for one in catalog.documents if one.kind == "asked" for row in one.record.asked)
    return tuple(phrase for row in rows if row.page == id for phrase in row.phrases(lang))


ROOM = Room(name="search", kinds=KINDS, check=check_asked)
