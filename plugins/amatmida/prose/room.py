"""Pages people write: their rules. How a page is staged is in pages.py."""

from __future__ import annotations

from collections.abc import Iterator

from amatmida.core.problem import Problem
from amatmida.core.room import Room, Scope
from amatmida.prose.checks import check_blocks, check_pages


def check(scope: Scope) -> Iterator[Problem]:
    """All rules of pages and of the blocks in them."""
    yield from check_pages(scope.catalog, scope.languages, scope.files, scope.generated)
    yield from check_blocks(scope.catalog, scope.blocks)


ROOM = Room(
    name="prose",
    consequences={"docs/": frozenset({"O002", "O003", "O008", "P007", "P008", "T005", "T006"})},
    check=check,
)
