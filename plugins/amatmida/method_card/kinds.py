"""Which files hold method cards, and the entry each gives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from amatmida.core.catalog import Document, Entry, Kind
from amatmida.method_card.model import Method


def _entries(document: Document[Any]) -> Iterator[Entry[Any]]:
    yield Entry("method", document.record.method, document.record, document, (), document.record.was)


KINDS = (Kind("method", "course/methods/*.yml", "method", Method, _entries),)
IDS = ("method",)
