"""A book: one guide as one document for paper, made from the pages of a built site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from amatmida.core.model import Lang

BOOKS: dict[str, str] = {"measurement": "guide/measurement", "participation": "guide/participation"}
"""Name of each book → the folder of the site whose pages it holds."""
LANGS: tuple[Lang, ...] = ("he", "en")


class BookError(Exception):
    """The built site is not what a book can be made from; the message says where."""


@dataclass(frozen=True)
class SitePage:
    """One page of the built site, as far as a book needs it."""

    path: str
    """Its file below the site folder: guide/measurement/policy/index.html"""
    title: str
    description: str
    body: Element
    """The article; the book's own copy, free to change."""
    next: str = ""
    """Path of the page that the menu names after it."""
    reviewed: str = ""
    """ISO date."""
    canonical: str = ""


@dataclass(frozen=True)
class Heading:
    """One line of the contents."""

    id: str
    """Unique in the book."""
    title: str
    level: int
    """1 a chapter, 2 and 3 its sections."""


@dataclass
class Chapter:
    """One page, made fit for the book."""

    id: str
    title: str
    body: Element
    headings: list[Heading]
    answers: list[Element] = field(default_factory=list)


@dataclass(frozen=True)
class Imprint:
    """What the cover says besides the title."""

    version: str
    date: str
    """ISO date."""
    address: str
    """Where the site is published; nothing when the build does not know."""


@dataclass(frozen=True)
class Book:
    """The whole document and what its engine must put into the file around the text."""

    name: str
    lang: Lang
    title: str
    description: str
    date: str
    html: str
    headings: tuple[Heading, ...]

    @property
    def contents(self) -> tuple[Heading, ...]:
        """The headings that the table of contents lists."""
        return tuple(listed(self.headings))


IN_EVERY_CHAPTER = ("--key-points", "--practice")


def listed(headings: Iterable[Heading]) -> Iterator[Heading]:
    """Chapters and their sections, without those that every chapter has."""
    return (h for h in headings if h.level < 3 and not h.id.endswith(IN_EVERY_CHAPTER))


def file_name(book: str, lang: str, version: str) -> str:
    """amat-mida-measurement-he-0.1.0.pdf"""
    return f"amat-mida-{book}-{lang}-{version}.pdf"
