"""Rules of matrix files: codes fit their row and column, and items say what the trace says."""

from __future__ import annotations

from collections.abc import Iterator

from amatmida.core.catalog import Catalog, Entry
from amatmida.core.checks import check_page_ref
from amatmida.core.problem import Problem
from amatmida.logic_model.model import Item, Matrix

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
            for place, ref in enumerate(item_entry.record.pages):
                yield from check_page_ref(item_entry, ref, catalog, "pages", place)


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
