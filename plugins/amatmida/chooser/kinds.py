"""Which files hold choosers, and the entry each gives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from amatmida.chooser.model import Chooser
from amatmida.core.catalog import Document, Entry, Kind


def _entries(document: Document[Any]) -> Iterator[Entry[Any]]:
    yield Entry("chooser", document.record.chooser, document.record, document, (), document.record.was)


KINDS = (Kind("chooser", "course/choosers/*.yml", "chooser", Chooser, _entries),)
IDS = ("chooser",)
