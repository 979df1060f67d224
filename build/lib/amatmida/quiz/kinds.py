"""Which files of quizzes/ hold what, and the entries each gives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from amatmida.core.catalog import Document, Entry, Kind
from amatmida.quiz.model import Bank, Quiz


def _entries(document: Document[Any]) -> Iterator[Entry[Any]]:
    file = document.record
    if isinstance(file, Quiz):
        yield Entry("quiz", file.quiz, file, document, ("quiz",), file.was)
    else:
        yield Entry("bank", file.bank, file, document, ("bank",), file.was)
    for index, item in enumerate(file.items):
        yield Entry("item", item.id, item, document, ("items", index), item.was)


KINDS = (
    Kind("quiz", "quizzes/**/*.yml", "quiz", Quiz, _entries),
    Kind("bank", "quizzes/**/*.yml", "bank", Bank, _entries),
)
IDS = ("quiz", "bank", "item")
