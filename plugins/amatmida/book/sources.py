"""Citations in the text → numbers, and the numbered list at the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from amatmida.book.model import BookError
from amatmida.book.tree import add, having, words

OWN = {"inference", "fictional"}
"""Marks of the site itself: explained at the end, but nothing that could be looked up under a number."""


@dataclass(frozen=True)
class Source:
    """One row of the sources page."""

    label: str
    text: str
    address: str
    facts: tuple[str, ...]
    """Certainty and note, each after its column's name."""


@dataclass
class Citations:
    """Numbers sources in the order in which a reader meets them."""

    known: dict[str, Source]
    numbers: dict[str, int] = field(default_factory=dict)
    own: set[str] = field(default_factory=set)

    def resolve(self, body: Element) -> None:
        """Give every citation its number and a link to the list."""
        for link in having(body, "amat-cite"):
            id = urlsplit(link.get("href", "")).fragment
            if id not in self.known:
                raise BookError(f"the sources page has no source {id!r}")
            link.set("href", f"#source-{id}")
            if id in OWN:
                self.own.add(id)
            else:
                number = self.numbers.setdefault(id, len(self.numbers) + 1)
                link.tail = f"\N{NO-BREAK SPACE}[{number}]{link.tail or ''}"

    def listing(self, title: Callable[[str], str]) -> Element:
        """The list, in order; `title` gives the words before the marks."""
        section = Element("section", {"class": "sources"})
        rows = add(section, "ol")
        for id in self.numbers:
            _entry(add(rows, "li", id=f"source-{id}"), self.known[id])
        if self.own:
            add(section, "p", title("marks"))
            marks = add(section, "ul")
            for id in sorted(self.own):
                _entry(add(marks, "li", id=f"source-{id}"), self.known[id])
        return section


def _entry(row: Element, source: Source) -> None:
    add(row, "strong", source.label).tail = f". {source.text}. " + "".join(f"{fact} " for fact in source.facts)
    if source.address:
        add(row, "a", source.address, href=source.address, dir="ltr", cls="address")


def known_sources(page: Element) -> dict[str, Source]:
    """The rows of the built sources page, by id."""
    found = {}
    for table in page.iter("table"):
        heads = [words(th) for th in table.iter("th")]
        for row in table.iter("tr"):
            cells = list(row.iter("td"))
            if cells and len(cells) == len(heads):
                source = _source(heads, cells)
                found.update({mark.get("id", ""): source for mark in cells[0].iter("span") if mark.get("id")})
    return found


def _source(heads: list[str], cells: list[Element]) -> Source:
    facts = tuple(
        f"{head}: {words(cell).rstrip('.')}." for head, cell in zip(heads[2:], cells[2:], strict=True) if words(cell)
    )
    link = next(cells[1].iter("a"), None)
    address = "" if link is None else link.get("href", "")
    return Source(words(cells[0]), words(cells[1]).rstrip("."), address, facts)
