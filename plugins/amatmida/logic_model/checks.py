"""Rules of model files: what is named exists, chains hold, exercises work, and the lab's own rules are answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from amatmida.core.catalog import Catalog, Entry
from amatmida.core.model import Lang
from amatmida.core.problem import Problem
from amatmida.core.room import Scope
from amatmida.logic_model.exercise_checks import check_exercise
from amatmida.logic_model.flat import flat
from amatmida.logic_model.matrix_checks import check_matrix
from amatmida.logic_model.model import LogicModel
from amatmida.logic_model.rules import evaluate, explain, rule_table

LANGS: tuple[Lang, ...] = ("he", "en")


def check_models(scope: Scope) -> Iterator[Problem]:
    """All rules of course/logic_models/."""
    for entry in scope.catalog.all("logic-model").values():
        yield from _check_model(entry, scope.catalog)
    for entry in scope.catalog.all("matrix").values():
        yield from check_matrix(entry, scope.catalog)
    for entry in scope.catalog.all("exercise").values():
        yield from check_exercise(entry, scope.catalog)


def _check_model(entry: Entry[LogicModel], catalog: Catalog) -> Iterator[Problem]:
    model, document = entry.record, entry.document
    nodes = {n.id for n in model.nodes}
    links = {(k.from_, k.to) for k in model.links}
    yield from _doubles(entry)
    for index, link in enumerate(model.links):
        for end in (link.from_, link.to):
            if end not in nodes:
                yield document.at(("links", index), "L001", id=end)
    for name in ("assumptions", "external"):
        for index, condition in enumerate(getattr(model, name)):
            if condition.on and condition.on not in links:
                yield document.at((name, index), "L002", start=condition.on[0], end=condition.on[1])
    for index, indicator in enumerate(model.indicators):
        if indicator.measures not in nodes:
            yield document.at(("indicators", index), "L003", id=indicator.measures)
    if model.fictional and not ("דמיון" in model.title.he and "Dimyon" in (model.title.en or "Dimyon")):
        yield document.at(("title",), "L011")
    yield from _check_rules(entry)


def _doubles(entry: Entry[LogicModel]) -> Iterator[Problem]:
    """Ids and links are each used once."""
    model = entry.record
    named: dict[str, Iterable[Any]] = {
        "nodes": [n.id for n in model.nodes],
        "links": [f"{k.from_} → {k.to}" for k in model.links],
        "assumptions": [c.id for c in model.assumptions],
        "external": [c.id for c in model.external],
        "indicators": [i.id for i in model.indicators],
    }
    for name, ids in named.items():
        seen: Counter[str] = Counter()
        for index, id in enumerate(ids):
            seen[id] += 1
            if seen[id] == 2:
                yield entry.document.at((name, index), "L005", id=id)


def _check_rules(entry: Entry[LogicModel]) -> Iterator[Problem]:
    """What the lab would say to a learner who wrote this model, in either language, unless the file argues with it."""
    model, said = entry.record, set()
    for lang in LANGS:
        for found in evaluate(flat(model, lang)):
            said |= {(found["rule"], *found["at"]), (found["rule"],)}
            if found["severity"] == "mistake" and not found["argued"]:
                message = explain(found, "he" if lang == "he" else "en")["message"]
                code = "L004" if found["rule"] == "cycle" else "L006"
                yield entry.document.at(_place(model, found["at"]), code, rule=found["rule"], said=message)
    for index, argued in enumerate(model.argued):
        if argued.rule not in rule_table():
            yield entry.document.at(("argued", index), "L007", rule=argued.rule)
        elif (argued.rule, *argued.at) not in said:
            yield entry.document.at(("argued", index), "L012", rule=argued.rule, at=", ".join(argued.at))


def _place(model: LogicModel, at: list[str]) -> tuple[str | int, ...]:
    """Where in the file a finding belongs: its link, node or indicator, else the top."""
    if len(at) == 2:
        pairs = [[k.from_, k.to] for k in model.links]
        return ("links", pairs.index(at))
    for name in ("nodes", "indicators"):
        ids = [row.id for row in getattr(model, name)]
        if at and at[0] in ids:
            return (name, ids.index(at[0]))
    return ("model",)
