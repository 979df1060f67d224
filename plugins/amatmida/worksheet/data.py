"""Worksheet → what the browser needs of it, in one language, as plain words.

The shapes are in web/worksheet/worksheet.d.ts.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from amatmida.core.catalog import Catalog
from amatmida.core.fragment import plain
from amatmida.core.model import Lang, Text
from amatmida.core.text import DIRECTION, shown
from amatmida.locale import strings
from amatmida.worksheet.model import Section, Table, Takes, Worksheet
from amatmida.worksheet.parts import kind_of, section_named, starts

VERSION = 1
# For the server's markup only.
_SERVER_ONLY = frozenset({"help", "example", "read", "why", "starts", "takes", "required"})
# Texts whose line ends count.
_LONG = frozenset({"letter", "text"})


def browser_data(sheet: Worksheet, catalog: Catalog, lang: Lang) -> dict[str, Any]:
    """Everything the element, the exports and the saved record are made with."""
    return {
        "v": VERSION,
        "worksheet": sheet.worksheet,
        "was": list(sheet.was),
        "lang": lang,
        "dir": DIRECTION[lang],
        "title": plain(sheet.title, lang),
        "intro": plain(sheet.intro, lang),
        "exports": list(sheet.exports),
        "sections": [_section(section, catalog, lang) for section in sheet.sections],
        "strings": strings(lang, "worksheet")["browser"],
    }


def _section(section: Section, catalog: Catalog, lang: Lang) -> dict[str, Any]:
    kind = kind_of(section)
    head = {"id": section.id, "title": plain(section.title, lang), "kind": kind}
    if kind == "form":
        return {**head, "fields": _data(section.fields, lang)}
    if section.letter:
        return {**head, "text": shown(section.letter, lang).value}
    if section.table:
        return {**head, **_data(section.table, lang), **_table(section, section.table, catalog, lang)}
    if section.document:
        made = _data(section.document, lang)
        return {**head, **made, "title": head["title"], "heading": made.get("title", head["title"])}
    return {**head, **_data(getattr(section, kind), lang)}


def _table(section: Section, table: Table, catalog: Catalog, lang: Lang) -> dict[str, Any]:
    given = [row for row in starts(section, lang) if row] if table.starts else []
    choices = {column.id for column in table.columns if column.type == "choice"}
    takes = [found for take in table.takes if (found := _takes(take, choices, catalog, lang))]
    return {"starts": given, "takes": takes}


def _takes(take: Takes, choices: set[str], catalog: Catalog, lang: Lang) -> dict[str, Any] | None:
    """Where rows may come from; the other's choices come as words, but into choices (`choices`) as ids."""
    entry = catalog.get("worksheet", take.worksheet)
    other = section_named(entry.record, take.section) if entry else None
    if entry is None or other is None:
        return None
    fields = other.table.columns if other.table else other.fields
    as_words = {source for column, source in take.columns.items() if column not in choices}
    options = {f.id: f.options for f in fields if hasattr(f, "options") and f.id in as_words}
    return {
        "worksheet": take.worksheet,
        "section": take.section,
        "title": plain(entry.record.title, lang),
        "form": other.table is None,
        "columns": dict(take.columns),
        "labels": {id: {one.id: plain(one.label, lang) for one in given} for id, given in options.items()},
    }


def _is_nothing(value: Any) -> bool:
    """Zero is something."""
    return value is None or value is False or value in ((), {})


def _data(value: Any, lang: Lang, name: str = "") -> Any:
    """Authored fields under their own names, texts as words of one language, empty fields left out."""
    if isinstance(value, Text):
        return shown(value, lang).value if name in _LONG else plain(value, lang)
    if isinstance(value, BaseModel):
        fields = {key: getattr(value, key) for key in type(value).model_fields if key not in _SERVER_ONLY}
        return {key: _data(one, lang, key) for key, one in fields.items() if not _is_nothing(one)}
    return [_data(one, lang, name) for one in value] if isinstance(value, tuple) else value
