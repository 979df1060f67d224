"""Rules that hold for every authored record, whatever its kind: translations, no HTML, no personal data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from amatmida.core.catalog import Catalog, Document, Entry
from amatmida.core.model import Lang, Text
from amatmida.core.problem import Problem
from amatmida.core.source import Loc
from amatmida.core.text import HTML_LIKE, is_stale, text_hash

_DIGIT = re.compile(r"\d")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[A-Za-z]{2,}")
_PHONE = re.compile(r"(?<!\d)(?:\+972[-\s]?|0)(?:[23489]|5\d|7\d)[-\s]?\d{3}[-\s]?\d{4}(?!\d)")
_NINE_DIGITS = re.compile(r"(?<!\d)\d{9}(?!\d)")


def check_page_ref(entry: Entry[Any], ref: str, catalog: Catalog, *inside: str | int) -> Iterator[Problem]:
    """The page and the section that `ref` names exist."""
    id, _, anchor = ref.partition("#")
    page = catalog.get("page", id)
    if page is None:
        yield entry.problem("O002", *inside, id=id)
    elif anchor and not page.record.section(anchor):
        yield entry.problem("O003", *inside, id=id, anchor=anchor)


def texts_in(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, Text]]:
    """Every Text of a record with its place."""
    if isinstance(value, Text):
        yield loc, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts_in(getattr(value, name), (*loc, name))
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from texts_in(part, (*loc, key))
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from texts_in(part, (*loc, index))


def check_texts(document: Document[Any], complete: tuple[Lang, ...]) -> Iterator[Problem]:
    """Missing and stale translations, HTML, and personal data in every text of a document."""
    for loc, text in texts_in(document.record):
        for lang in complete:
            if getattr(text, lang) is None:
                yield document.at(loc, "T001", lang=lang)
            elif is_stale(text, lang):
                yield document.at((*loc, lang), "T002", lang=lang, hash=text_hash(text.he))
        for lang in ("he", "en", "ar"):
            if words := getattr(text, lang):
                yield from _check_words(document, (*loc, lang), words)


def _check_words(document: Document[Any], loc: Loc, words: str) -> Iterator[Problem]:
    if markup := HTML_LIKE.search(words):
        yield document.at(loc, "T003", found=markup[0])
    if person := personal_data(words):
        yield document.at(loc, "T004", found=person)


def personal_data(words: str) -> str:
    """The first e-mail, Israeli phone number or valid Israeli ID number in `words`, or ""."""
    # Most texts have neither sign nor digit, and every text of the site is looked at whenever a file is saved.
    if "@" in words and (found := _EMAIL.search(words)):
        return found[0]
    if not _DIGIT.search(words):
        return ""
    if found := _PHONE.search(words):
        return found[0]
    return next((m[0] for m in _NINE_DIGITS.finditer(words) if valid_id_number(m[0])), "")


def valid_id_number(digits: str) -> bool:
    """Israeli ID check digit: digits weighted 1,2,1,2…, each product's digits added, sum divisible by ten."""
    products = (int(d) * (1 + i % 2) for i, d in enumerate(digits))
    return sum(p // 10 + p % 10 for p in products) % 10 == 0
