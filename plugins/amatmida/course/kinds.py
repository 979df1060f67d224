"""Which files of course/ hold what, and the entries each gives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from amatmida.core.catalog import Document, Entry, Kind
from amatmida.course.model import Misconceptions, Objectives, Quotations, Retired, Sources


def _each(kind: str, field: str) -> Any:
    def entries(document: Document[Any]) -> Iterator[Entry[Any]]:
        for index, record in enumerate(getattr(document.record, field)):
            yield Entry(kind, record.id, record, document, (field, index), record.was)

    return entries


def _no_entries(document: Document[Any]) -> Iterator[Entry[Any]]:
    return iter(())


KINDS = (
    Kind("objectives", "course/objectives.yml", "objectives", Objectives, _each("objective", "objectives")),
    Kind("misconceptions", "course/misconceptions.yml", "misconceptions", Misconceptions,
         _each("misconception", "misconceptions")),
    Kind("sources", "course/sources.yml", "sources", Sources, _each("source", "sources")),
    Kind("quotations", "course/quotations.yml", "quotations", Quotations, _each("quotation", "quotations")),
    Kind("retired", "course/retired.yml", "retired", Retired, _no_entries),
)  # fmt: skip
IDS = ("objective", "misconception", "source")
