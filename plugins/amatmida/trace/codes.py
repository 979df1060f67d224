"""The two closed lists that the trace must cover: clauses of Decision 489, items of the six-principle model."""

from __future__ import annotations

from collections.abc import Mapping

from amatmida.core.model import Lang

CLAUSES: tuple[str, ...] = (
    "preamble", "1", "2", "2a", "2b1", "2b2", "2b3", "2b4", "2c", "2d",
    "3", "4", "5a", "5b", "6a", "6b", "7", "8", "note",
)  # fmt: skip
"""The decision of 1.11.2020 in its order; 2b has no text of its own beside its four parts, nor have 5 and 6."""

_COUNTS: Mapping[str, tuple[int, ...]] = {
    "1": (2, 4, 3, 4, 1),
    "2": (3, 4, 3, 2, 1),
    "3": (3, 4, 3, 3, 1),
    "4": (1, 1, 1, 1, 1),
    "5": (2, 2, 2, 2, 1),
    "6": (1, 1, 1, 1, 1),
}
"""Items of each principle by column; where one item ends and the next begins was inferred (the source has no marks)."""
COLUMNS = "ASIOG"

ITEMS: tuple[str, ...] = tuple(
    f"{principle}.{column}{number}"
    for principle, counts in _COUNTS.items()
    for column, count in zip(COLUMNS, counts, strict=True)
    for number in range(1, count + 1)
)
"""1.A1 is the first action of the first principle; 60 in all."""

_LETTERS: Mapping[Lang, str] = {"he": "אבגד", "en": "abcd", "ar": "abcd"}


def clause_label(code: str, lang: Lang) -> str:
    """A numbered clause as people cite it: 2b1 → §2(ב)(1) or §2(b)(1); what is no clause stays as it is."""
    if code not in CLAUSES:
        return code
    number, rest = code[0], code[1:]
    letter = f"({_LETTERS[lang]['abcd'.index(rest[0])]})" if rest else ""
    return f"§{number}{letter}" + (f"({rest[1:]})" if rest[1:] else "")
