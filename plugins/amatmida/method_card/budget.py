"""How much fits on a printed card (half an A4 sheet). Held to a real browser by tests/site/test_method_cards.py."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from amatmida.core.model import Lang, Text
from amatmida.core.text import shown
from amatmida.method_card.model import Method

LETTERS_PER_LINE: dict[str, int] = {"he": 54, "en": 53, "ar": 53}
"""Letters on one line of a column at the print size, on the safe side."""
LINES = 42
"""Lines of both columns together, the heading and the row of facts not counted."""
MOST_LETTERS = {
    "title": 46,
    "what": 150,
    "why": 130,
    "how": 95,
    "legal": 125,
    "product": 110,
    "mistakes": 85,
    "access.how": 140,
    "access.not_for": 110,
    "cost.words": 75,
}
"""The longest a field may be in any language: a card is a reminder, the guide explains."""


@dataclass(frozen=True)
class Piece:
    """One text of a card that is printed, and where it stands."""

    field: str
    loc: tuple[str | int, ...]
    text: Text


def pieces(card: Method) -> Iterator[Piece]:
    """Every printed text in the order of the card."""
    yield Piece("title", ("title",), card.title)
    yield Piece("cost.words", ("cost", "words"), card.cost.words)
    yield Piece("what", ("what",), card.what)
    yield Piece("why", ("why",), card.why)
    yield from (Piece("how", ("how", n), text) for n, text in enumerate(card.how))
    yield Piece("product", ("product",), card.product)
    yield Piece("access.how", ("access", "how"), card.access.how)
    yield Piece("access.not_for", ("access", "not_for"), card.access.not_for)
    yield from (Piece("legal", ("legal", n, "text"), point.text) for n, point in enumerate(card.legal))
    yield from (Piece("mistakes", ("mistakes", n), text) for n, text in enumerate(card.mistakes))


HEADED = {"what", "why", "product", "access.how", "access.not_for", "legal"}
_LABEL_LETTERS = 14
_FRAME_LINES = 8
"""Headings of the lists, the spaces between parts (about a third of a line each), the legal reminder, the sources."""


def lines(card: Method, lang: Lang) -> int:
    """The lines the card's columns take in print, never fewer than a browser uses."""
    inside = (piece for piece in pieces(card) if piece.field not in {"title", "cost.words"})
    return _FRAME_LINES + sum(_lines(piece, lang) for piece in inside)


def _lines(piece: Piece, lang: Lang) -> int:
    label = _LABEL_LETTERS if piece.field in HEADED else 3
    return ceil((len(shown(piece.text, lang).value) + label) / LETTERS_PER_LINE[lang])
