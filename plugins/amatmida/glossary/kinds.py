"""Which file holds the terms, and the entries it gives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from amatmida.core.catalog import Document, Entry, Kind
from amatmida.glossary.model import Glossary


def _entries(document: Document[Any]) -> Iterator[Entry[Any]]:
    for index, term in enumerate(document.record.terms):
        yield Entry("term", term.id, term, document, ("terms", index), term.was)


KINDS = (Kind("glossary", "course/glossary.yml", "terms", Glossary, _entries),)
IDS = ("term",)
