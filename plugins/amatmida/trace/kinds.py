"""Which file holds the trace, and the entries it gives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from amatmida.core.catalog import Document, Entry, Kind
from amatmida.trace.model import Trace

LISTS = ("decision", "principles")


def _entries(document: Document[Any]) -> Iterator[Entry[Any]]:
    for name in LISTS:
        for index, row in enumerate(getattr(document.record, name)):
            yield Entry(f"trace.{name}", row.code, row, document, (name, index))


KINDS = (Kind("trace", "course/trace.yml", "decision", Trace, _entries),)
