"""Rules of exercises in model files: what they name exists, and planted mistakes are found by their rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from amatmida.core.catalog import Catalog, Entry
from amatmida.core.model import Lang
from amatmida.core.problem import Problem
from amatmida.logic_model.exercises import Choose, Connect, Order, PlaceItems, Planted, Repair, Sort
from amatmida.logic_model.flat import flat, plant
from amatmida.logic_model.model import LogicModel, Matrix
from amatmida.logic_model.rules import evaluate

LANGS: tuple[Lang, ...] = ("he", "en")


def check_exercise(entry: Entry[Any], catalog: Catalog) -> Iterator[Problem]:
    """All rules of one exercise."""
    exercise, file = entry.record, entry.document.record
    for index, id in enumerate(exercise.objectives):
        if not catalog.get("objective", id):
            yield entry.problem("O001", "objectives", index, id=id)
    if isinstance(exercise, PlaceItems) != isinstance(file, Matrix):
        yield entry.problem("L008", "type", type=exercise.type)
    elif isinstance(file, Matrix):
        yield from _enough(entry, len(file.items))
    else:
        yield from _of_model(entry, exercise, file, catalog)


def _of_model(entry: Entry[Any], exercise: Any, model: LogicModel, catalog: Catalog) -> Iterator[Problem]:
    if isinstance(exercise, Sort):
        yield from _enough(entry, len(model.nodes) + len(exercise.distractors))
        for index, card in enumerate(exercise.distractors):
            if card.misconception and not catalog.get("misconception", card.misconception):
                yield entry.problem("O007", "distractors", index, id=card.misconception)
    elif isinstance(exercise, Connect):
        yield from _connect(entry, exercise, model)
    elif isinstance(exercise, Order):
        links = {(k.from_, k.to) for k in model.links}
        for index, (first, after) in enumerate(zip(exercise.chain, exercise.chain[1:], strict=False)):
            if (first, after) not in links:
                yield entry.problem("L002", "chain", index, start=first, end=after)
    elif isinstance(exercise, Repair):
        for index, mistake in enumerate(exercise.planted):
            yield from _planted(entry, index, mistake, model)
    elif isinstance(exercise, Choose) and exercise.choose >= len(model.indicators):
        yield entry.problem("L010", "choose", wanted=exercise.choose, count=len(model.indicators))


def _enough(entry: Entry[Any], count: int) -> Iterator[Problem]:
    if entry.record.take > count:
        yield entry.problem("L010", "take", wanted=entry.record.take, count=count)


def _connect(entry: Entry[Any], exercise: Connect, model: LogicModel) -> Iterator[Problem]:
    nodes = {n.id for n in model.nodes}
    links = {(k.from_, k.to) for k in model.links}
    for index, id in enumerate(exercise.nodes):
        if id not in nodes:
            yield entry.problem("L001", "nodes", index, id=id)
    for index, wrong in enumerate(exercise.wrong):
        if (wrong.from_, wrong.to) in links:
            yield entry.problem("L013", "wrong", index, start=wrong.from_, end=wrong.to)


def _planted(entry: Entry[Any], index: int, mistake: Planted, model: LogicModel) -> Iterator[Problem]:
    """The named rule speaks with the mistake, and is silent without it, in each language."""
    for lang in LANGS:
        before = _speaks(flat(model, lang), mistake)
        spoilt = flat(model, lang)
        plant(spoilt, mistake, lang)
        if before or not _speaks(spoilt, mistake):
            yield entry.problem("L009", "planted", index, id=mistake.id, rule=mistake.rule, lang=lang)


def _speaks(model: dict[str, Any], mistake: Planted) -> bool:
    return any(f["rule"] == mistake.rule and f["at"] == list(mistake.at) for f in evaluate(model))
