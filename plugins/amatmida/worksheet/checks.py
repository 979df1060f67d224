"""Rules of worksheets: ids, references, computed columns, scales, and what is composed from answers."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from amatmida.core.catalog import Catalog, Entry
from amatmida.core.checks import check_page_ref, texts_in
from amatmida.core.model import Text
from amatmida.core.problem import Problem
from amatmida.core.source import Loc
from amatmida.worksheet.decision import check_tree
from amatmida.worksheet.fields import Choice, Number
from amatmida.worksheet.model import Scored, Section, Table, Worksheet
from amatmida.worksheet.parts import PLACEHOLDER, TREE_END, kinds_of, section_named

WHOLE = 101
"""Above every percentage."""


def check_worksheets(catalog: Catalog) -> Iterator[Problem]:
    """All rules of all worksheets."""
    for entry in catalog.all("worksheet").values():
        yield from _check_refs(entry, catalog)
        yield from _twice(entry, entry.record.sections, "sections")
        for index, section in enumerate(entry.record.sections):
            yield from _check_section(entry, section, index, catalog)
        yield from _check_exports(entry)


def refs_in(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Every page reference of a worksheet with its place."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            part = getattr(value, name)
            if name in {"page", "read"} and isinstance(part, str):
                yield (*loc, name), part
            elif not isinstance(part, Text):
                yield from refs_in(part, (*loc, name))
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from refs_in(part, (*loc, index))


def _check_refs(entry: Entry[Any], catalog: Catalog) -> Iterator[Problem]:
    for loc, ref in refs_in(entry.record):
        yield from check_page_ref(entry, ref, catalog, *loc)


def _twice(entry: Entry[Any], records: Iterable[Any], *loc: str | int) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, record in enumerate(records):
        if record.id in seen:
            yield entry.problem("W002", *loc, index, "id", id=record.id)
        seen.add(record.id)


def _near(name: str, known: Iterable[str]) -> str:
    options = sorted(known)
    close = difflib.get_close_matches(name, options, n=1, cutoff=0.6)
    return close[0] if close else " ".join(options) or "–"


def _check_section(entry: Entry[Any], section: Section, index: int, catalog: Catalog) -> Iterator[Problem]:
    place = ("sections", index)
    if len(kinds_of(section)) != 1:
        yield entry.problem("W001", *place, id=section.id, found=", ".join(kinds_of(section)) or "–")
        return
    yield from _twice(entry, section.fields, *place, "fields")
    for number, field in enumerate(section.fields):
        yield from _twice(entry, getattr(field, "options", ()), *place, "fields", number, "options")
    if section.table:
        yield from _check_table(entry, section.table, (*place, "table"), catalog)
    if section.scored:
        yield from _check_scored(entry, section.scored, (*place, "scored"))
    if section.tree:
        yield from _twice(entry, section.tree.nodes, *place, "tree", "nodes")
        yield from check_tree(entry, section.tree, (*place, "tree"))
    yield from _check_composed(entry, section, place)


# --- tables


def _check_table(entry: Entry[Any], table: Table, place: Loc, catalog: Catalog) -> Iterator[Problem]:
    yield from _twice(entry, (*table.columns, *table.compute), *place, "columns")
    for number, column in enumerate(table.columns):
        yield from _twice(entry, getattr(column, "options", ()), *place, "columns", number, "options")
    yield from _check_compute(entry, table, place)
    known = {column.id for column in table.columns}
    for index, row in enumerate(table.starts):
        for name in row:
            if name not in known:
                yield entry.problem("W015", *place, "starts", index, name, id=name, near=_near(name, known))
    yield from _check_takes(entry, table, place, catalog)


def _check_compute(entry: Entry[Any], table: Table, place: Loc) -> Iterator[Problem]:
    numbers = {column.id: _is_number(column) for column in table.columns}
    for index, compute in enumerate(table.compute):
        for number, name in enumerate(compute.product):
            loc = (*place, "compute", index, "product", number)
            if name not in numbers:
                yield entry.problem("W003", *loc, id=name, near=_near(name, numbers))
            elif not numbers[name]:
                yield entry.problem("W004", *loc, id=name)
        numbers[compute.id] = True


def _is_number(column: Any) -> bool:
    valued = isinstance(column, Choice) and all(option.value is not None for option in column.options)
    return isinstance(column, Number) or valued


def _check_takes(entry: Entry[Any], table: Table, place: Loc, catalog: Catalog) -> Iterator[Problem]:
    mine = {column.id for column in table.columns}
    for index, take in enumerate(table.takes):
        loc = (*place, "takes", index)
        other = catalog.get("worksheet", take.worksheet)
        if other is None:
            yield entry.problem("W010", *loc, "worksheet", name=take.worksheet)
            continue
        section = section_named(other.record, take.section)
        theirs = names_of(section) if section else set()
        if section is None or not theirs:
            yield entry.problem("W010", *loc, "section", name=f"{take.worksheet}.{take.section}")
            continue
        for column, source in take.columns.items():
            if column not in mine or source not in theirs:
                yield entry.problem("W010", *loc, "columns", column, name=f"{column}: {source}")


def names_of(section: Section) -> set[str]:
    """Ids of a form's fields or of a table's columns."""
    return {field.id for field in (section.table.columns if section.table else section.fields)}


# --- scales


def _check_scored(entry: Entry[Any], scored: Scored, place: Loc) -> Iterator[Problem]:
    yield from _twice(entry, scored.scale, *place, "scale")
    yield from _twice(entry, scored.items, *place, "items")
    scores = [step.score for step in scored.scale if step.score is not None]
    if len(set(scores)) < 2:
        yield entry.problem("W012", *place, "scale")
    limits = [band.below for band in scored.bands]
    if limits and (limits != sorted(set(limits)) or limits[-1] < WHOLE):
        yield entry.problem("W013", *place, "bands", limits=" ".join(f"{limit:g}" for limit in limits))


# --- what is composed from answers


def placeholders(words: str) -> list[str]:
    """Names between {{ and }}, in order."""
    return PLACEHOLDER.findall(words)


def _known_placeholders(sheet: Worksheet) -> set[str]:
    known = {f"{section.id}.{field.id}" for section in sheet.sections for field in section.fields}
    return known | {f"{section.id}.{TREE_END}" for section in sheet.sections if section.tree}


def _check_composed(entry: Entry[Any], section: Section, place: Loc) -> Iterator[Problem]:
    known = _known_placeholders(entry.record)
    parts: tuple[tuple[str, Any], ...] = (("letter", section.letter), ("document", section.document))
    for name, part in parts:
        for loc, text in texts_in(part, (*place, name)):
            yield from _check_text(entry, text, loc, known)
    for index, block in enumerate(section.document.blocks if section.document else ()):
        loc = (*place, "document", "blocks", index)
        if sum(map(bool, (block.heading, block.text, block.list, block.table))) != 1:
            yield entry.problem("W016", *loc)
        if block.table:
            yield from _check_block_table(entry, block.table, block.columns, loc)


def _check_text(entry: Entry[Any], text: Text, loc: Loc, known: set[str]) -> Iterator[Problem]:
    wanted = sorted(placeholders(text.he))
    for name in dict.fromkeys(wanted):
        if name not in known:
            yield entry.problem("W009", *loc, "he", name=name, near=_near(name, known))
    for lang in ("en", "ar"):
        words = getattr(text, lang)
        if words is not None and sorted(placeholders(words)) != wanted:
            found = " ".join(sorted(placeholders(words))) or "–"
            yield entry.problem("W011", *loc, lang, lang=lang, found=found, he=" ".join(wanted) or "–")


def _check_block_table(entry: Entry[Any], id: str, columns: tuple[str, ...], loc: Loc) -> Iterator[Problem]:
    section = section_named(entry.record, id)
    tables = {s.id for s in entry.record.sections if s.table}
    if section is None or section.table is None:
        yield entry.problem("W017", *loc, "table", name=id, near=_near(id, tables))
        return
    known = names_of(section) | {compute.id for compute in section.table.compute}
    for index, column in enumerate(columns):
        if column not in known:
            yield entry.problem("W017", *loc, "columns", index, name=f"{id}.{column}", near=_near(column, known))


def _check_exports(entry: Entry[Any]) -> Iterator[Problem]:
    sheet = entry.record
    if "csv" in sheet.exports and not any(section.table or section.scored for section in sheet.sections):
        yield entry.problem("W014", "exports", sheet.exports.index("csv"))
