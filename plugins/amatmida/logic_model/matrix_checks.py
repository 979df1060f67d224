"""Rules of matrix files: codes fit their row and column, and the trace and the worksheet hold the same items."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from amatmida.core.catalog import Catalog, Entry
from amatmida.core.checks import check_page_ref
from amatmida.core.problem import Problem
from amatmida.core.validate import near
from amatmida.logic_model.model import Checklist, Item, Matrix

LETTERS = "ASIOG"


def check_matrix(entry: Entry[Matrix], catalog: Catalog) -> Iterator[Problem]:
    """All rules of one matrix."""
    matrix = entry.record
    known = {name: {row.id for row in getattr(matrix, name)} for name in ("stages", "roles")}
    for index, item in enumerate(matrix.items):
        at = entry.document.at
        if not _fits(item, matrix):
            yield at(("items", index, "code"), "L014", item=item.code)
        for name in ("stages", "roles"):
            for id in set(getattr(item, name)) - known[name]:
                yield at(("items", index, name), "L015", id=id, list=name)
        traced = catalog.get("trace.principles", item.code)
        if traced and (traced.record.text != item.text or traced.record.pages != item.pages):
            yield at(("items", index), "L016", item=item.code)
    for item_entry in catalog.all("matrix-item").values():
        if item_entry.document is entry.document:
            for name in ("pages", "cases"):
                for place, ref in enumerate(getattr(item_entry.record, name)):
                    yield from check_page_ref(item_entry, ref, catalog, name, place)
    yield from _check_trace(entry, catalog)
    if matrix.checklist:
        yield from _check_checklist(entry, matrix.checklist, catalog)


def _fits(item: Item, matrix: Matrix) -> bool:
    """1.A2 stands in the first principle and the first column."""
    principles = [row.id for row in matrix.principles]
    columns = [row.id for row in matrix.columns]
    row, column = int(item.code[0]) - 1, LETTERS.find(item.code[2])
    return (
        row < len(principles)
        and 0 <= column < len(columns)
        and (principles[row], columns[column]) == (item.principle, item.column)
    )


def _check_trace(entry: Entry[Matrix], catalog: Catalog) -> Iterator[Problem]:
    """A matrix of which the trace holds anything is held by it in full."""
    traced = catalog.all("trace.principles")
    if any(item.code in traced for item in entry.record.items):
        document = next(iter(traced.values())).document
        yield from _same_codes(entry, list(traced), document.path)


def _check_checklist(entry: Entry[Matrix], checklist: Checklist, catalog: Catalog) -> Iterator[Problem]:
    place = replace(entry, loc=("checklist",))
    yield from check_page_ref(place, checklist.page, catalog, "page")
    sheet = catalog.get("worksheet", checklist.worksheet)
    section = scored_section(sheet.record, checklist.section) if sheet else None
    if sheet and section:
        yield from _same_codes(entry, [item.code or item.id for item in section.scored.items], sheet.document.path)
        return
    scored = [f"{id} {one.id}" for id, e in catalog.all("worksheet").items() for one in e.record.sections if one.scored]
    wanted = f"{checklist.worksheet} {checklist.section}"
    yield place.problem("L018", id=wanted, near=near(wanted, scored))


def scored_section(sheet: Any, id: str) -> Any:
    """The section of a worksheet that has a scale, or None."""
    return next((one for one in sheet.sections if one.id == id and one.scored), None)


def _same_codes(entry: Entry[Matrix], there: list[str], path: str) -> Iterator[Problem]:
    """Each code stands once here and once there."""
    here = [item.code for item in entry.record.items]
    missing, extra = sorted(set(here) - set(there)), sorted(set(there) - set(here))
    doubled = sorted({code for codes in (here, there) for code in codes if codes.count(code) > 1})
    if missing or extra or doubled:
        lists = {"missing": missing, "extra": extra, "doubled": doubled}
        said = {name: ", ".join(codes) or "–" for name, codes in lists.items()}
        yield entry.document.at(("items",), "L017", file=path, **said)
