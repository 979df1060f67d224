"""Rules of choosers: answers point to results that exist, and every result can come out on top."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import prod

from amatmida.chooser.model import Answer, Chooser, ranked
from amatmida.core.catalog import Catalog, Entry
from amatmida.core.checks import check_page_ref
from amatmida.core.model import SourceRef
from amatmida.core.problem import Problem
from amatmida.core.source import Loc

MOST_COMBINATIONS = 300_000
"""Beyond this many ways to answer, trying them all takes too long for a check; none is tried then."""


def check_choosers(catalog: Catalog) -> Iterator[Problem]:
    """All rules of choosers."""
    for entry in catalog.all("chooser").values():
        yield from _check_ids(entry)
        yield from _check_results(entry, catalog)
        known = {result.id for result in entry.record.results}
        for q, question in enumerate(entry.record.questions):
            for a, answer in enumerate(question.answers):
                yield from _check_answer(entry, ("questions", q, "answers", a), answer, known, catalog)
        yield from _check_reach(entry)


def _check_ids(entry: Entry[Chooser]) -> Iterator[Problem]:
    groups: dict[Loc, tuple[str, ...]] = {
        ("results",): tuple(r.id for r in entry.record.results),
        ("questions",): tuple(q.id for q in entry.record.questions),
    }
    for n, question in enumerate(entry.record.questions):
        groups["questions", n, "answers"] = tuple(a.id for a in question.answers)
    for loc, ids in groups.items():
        for n, id in enumerate(ids):
            if id in ids[:n]:
                yield entry.problem("C012", *loc, n, "id", id=id)


def _check_results(entry: Entry[Chooser], catalog: Catalog) -> Iterator[Problem]:
    for n, result in enumerate(entry.record.results):
        yield from check_page_ref(entry, result.page, catalog, "results", n, "page")
        yield from _check_sources(entry, ("results", n), result.source, catalog)


def _check_answer(
    entry: Entry[Chooser], loc: Loc, answer: Answer, known: set[str], catalog: Catalog
) -> Iterator[Problem]:
    for n, given in enumerate(answer.gives):
        if given.result not in known:
            yield entry.problem("C010", *loc, "gives", n, "result", id=given.result, known=" ".join(sorted(known)))
        yield from _check_sources(entry, (*loc, "gives", n), given.source, catalog)
    if not answer.gives and not answer.note:
        yield entry.problem("C013", *loc, id=answer.id)


def _check_sources(
    entry: Entry[Chooser], loc: Loc, sources: tuple[SourceRef, ...], catalog: Catalog
) -> Iterator[Problem]:
    for n, source in enumerate(sources):
        if not catalog.get("source", source.id):
            yield entry.problem("O006", *loc, "source", n, id=source.id)


def _check_reach(entry: Entry[Chooser]) -> Iterator[Problem]:
    chooser = entry.record
    choices = [[(q.id, a.id) for a in q.answers] for q in chooser.questions]
    if prod(len(one) for one in choices) > MOST_COMBINATIONS:
        return
    never = {result.id for result in chooser.results}
    for one in product(*choices):
        if not never:
            break
        never.difference_update(id for id, _ in ranked(chooser, dict(one))[:1])
    for n, result in enumerate(chooser.results):
        if result.id in never:
            yield entry.problem("C011", "results", n, id=result.id)
