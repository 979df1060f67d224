"""Rules of the trace: nothing uncovered, no unknown code, and everything a row names exists."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from amatmida.core.catalog import Catalog, Document, Entry
from amatmida.core.checks import check_page_ref
from amatmida.core.problem import Problem
from amatmida.core.validate import near
from amatmida.trace.codes import CLAUSES, ITEMS
from amatmida.trace.model import Row, Trace

CLOSED = {"decision": CLAUSES, "principles": ITEMS}


def check_trace(catalog: Catalog, generated: Collection[str]) -> Iterator[Problem]:
    """All rules, when there is a trace."""
    for document in catalog.documents:
        if document.kind == "trace":
            for name, codes in CLOSED.items():
                yield from _check_list(document, name, codes, catalog)
            for name in CLOSED:
                for entry in catalog.all(f"trace.{name}").values():
                    yield from _check_row(entry, document.record, catalog, generated)


def _check_list(document: Document[Trace], name: str, codes: tuple[str, ...], catalog: Catalog) -> Iterator[Problem]:
    rows = catalog.all(f"trace.{name}")
    for code in codes:
        if code not in rows:
            yield document.at((name,), "D001", id=code)
    for entry in rows.values():
        if entry.id not in codes:
            yield entry.problem("D002", "code", id=entry.id, near=near(entry.id, list(codes)))


def _check_row(entry: Entry[Row], trace: Trace, catalog: Catalog, generated: Collection[str]) -> Iterator[Problem]:
    row = entry.record
    for index, ref in enumerate(row.pages):
        yield from check_page_ref(entry, ref, catalog, "pages", index)
        if "#" not in ref:
            yield entry.problem("D004", "pages", index, page=ref)
    for index, id in enumerate(row.objectives):
        if not catalog.get("objective", id):
            yield entry.problem("O001", "objectives", index, id=id)
    for index, ref in enumerate(row.lessons):
        if ref.partition("#")[0] not in generated:
            yield from check_page_ref(entry, ref, catalog, "lessons", index)
    if not row.lessons and row.no_lessons not in trace.no_lessons:
        yield entry.problem("D003", id=row.code, known=" ".join(trace.no_lessons) or "—")
    yield from _check_tools(entry, catalog)


def _check_tools(entry: Entry[Row], catalog: Catalog) -> Iterator[Problem]:
    known = catalog.all("worksheet")
    for index, id in enumerate(entry.record.tools):
        if known and id not in known:
            yield entry.problem("D005", "tools", index, id=id, near=near(id, list(known)))
