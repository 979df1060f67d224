"""Ids are for ever: what was published is never reused and never vanishes without a word.

Learners' progress, exports and LMS records hang on ids. `ids.lock` lists every id that was ever on the site; `amat
ids` adds new ones to it. An id in the lock must still exist, or be named by a `was:`, or stand in course/retired.yml.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from amatmida.core.catalog import Catalog, Entry
from amatmida.core.problem import Problem, problem

LOCK = "ids.lock"
HEADER = "# Every id ever published, one per line: kind id. Made by `amat ids`; only ever grows.\n"
Retired = Mapping[tuple[str, str], str]
"""(kind, id) → why it was retired."""


def parse_lock(text: str) -> list[tuple[int, str, str]]:
    """(line, kind, id) of each line of the lock."""
    rows = []
    for number, line in enumerate(text.splitlines(), 1):
        words = line.split()
        if len(words) == 2 and not line.startswith("#"):
            rows.append((number, words[0], words[1]))
    return rows


def lock_text(catalog: Catalog, kinds: tuple[str, ...], before: str = "") -> str:
    """The lock with today's ids added."""
    known = {(kind, id) for _, kind, id in parse_lock(before)}
    known |= {(kind, id) for kind in kinds for id in catalog.all(kind)}
    return HEADER + "".join(f"{kind} {id}\n" for kind, id in sorted(known))


def check_ids(catalog: Catalog, kinds: tuple[str, ...], lock: str, retired: Retired) -> Iterator[Problem]:
    """Retired ids in use, `was:` that points at a living id, and published ids that vanished."""
    renamed = {(kind, old) for kind in kinds for entry in catalog.all(kind).values() for old in entry.was}
    for kind in kinds:
        for entry in catalog.all(kind).values():
            yield from _check_entry(entry, catalog, retired)
    for line, kind, id in parse_lock(lock):
        gone = kind in kinds and catalog.get(kind, id) is None
        if gone and (kind, id) not in renamed and (kind, id) not in retired:
            yield problem(LOCK, line, "I004", kind=kind, id=id)


def _check_entry(entry: Entry[object], catalog: Catalog, retired: Retired) -> Iterator[Problem]:
    if (entry.kind, entry.id) in retired:
        yield entry.problem("I002", "id", kind=entry.kind, id=entry.id, why=retired[entry.kind, entry.id])
    for old in entry.was:
        if catalog.get(entry.kind, old):
            yield entry.problem("I003", "was", kind=entry.kind, id=old)
