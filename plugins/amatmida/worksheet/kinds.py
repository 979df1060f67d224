"""Which files of course/worksheets/ hold worksheets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from amatmida.core.catalog import Document, Entry, Kind
from amatmida.worksheet.model import Worksheet


def _entries(document: Document[Any]) -> Iterator[Entry[Any]]:
    record = document.record
    yield Entry("worksheet", record.worksheet, record, document, (), record.was)


KINDS = (Kind("worksheet", "course/worksheets/*.yml", "worksheet", Worksheet, _entries),)
IDS = ("worksheet",)
