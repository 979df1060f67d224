"""Rules of the spine: objectives lead to sections that exist, and are covered by items that show them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from amatmida.core.catalog import Catalog, Entry
from amatmida.core.checks import check_page_ref
from amatmida.core.model import HIGHER_LEVELS
from amatmida.core.problem import Problem
from amatmida.course.model import Misconception, Objective
from amatmida.prose.model import APPARATUS, GUIDE

FEWEST_ITEMS = 2


def items_by_objective(catalog: Catalog) -> dict[str, list[Entry[Any]]]:
    """Objective id → entries of the items that exercise it."""
    found: dict[str, list[Entry[Any]]] = defaultdict(list)
    for entry in catalog.all("item").values():
        for id in entry.record.objectives:
            found[id].append(entry)
    return found


def check_course(catalog: Catalog) -> Iterator[Problem]:
    """All rules of objectives and misconceptions."""
    items = items_by_objective(catalog)
    for entry in catalog.all("objective").values():
        yield from _check_objective(entry, items[entry.id], catalog)
    for entry in catalog.all("misconception").values():
        record: Misconception = entry.record
        yield from check_page_ref(entry, record.page, catalog, "page")
    for entry in catalog.all("quotation").values():
        if not catalog.get("source", entry.record.source.id):
            yield entry.problem("O006", "source", id=entry.record.source.id)
    yield from _check_sections(catalog)


def _check_objective(entry: Entry[Objective], items: list[Entry[Any]], catalog: Catalog) -> Iterator[Problem]:
    yield from check_page_ref(entry, entry.record.page, catalog, "page")
    for index, ref in enumerate(entry.record.also):
        yield from check_page_ref(entry, ref, catalog, "also", index)
    if len(items) < FEWEST_ITEMS:
        yield entry.problem("O004", id=entry.id, count=len(items), fewest=FEWEST_ITEMS)
    elif not any(item.record.level in HIGHER_LEVELS for item in items):
        yield entry.problem("O005", id=entry.id)


def _check_sections(catalog: Catalog) -> Iterator[Problem]:
    taught = {ref for e in catalog.all("objective").values() for ref in (e.record.page, *e.record.also)}
    for id, entry in catalog.all("page").items():
        if not id.startswith(GUIDE) or not entry.record.meta.objectives:
            continue
        for section in entry.record.sections:
            if section.level == 2 and section.id not in APPARATUS and f"{id}#{section.id}" not in taught:
                yield Problem(entry.document.path, section.line, "O008", (("id", section.id),))
