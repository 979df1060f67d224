"""Rules about how the cards are linked. web/logic-model/link-rules.js does the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from amatmida.logic_model.model import KINDS
from amatmida.logic_model.text_rules import BLANKS, Finding

Flat = dict[str, Any]
RANK: dict[str, int] = {kind: rank for rank, kind in enumerate(KINDS)}
OUTPUT, SHORT, LONG = RANK["output"], RANK["outcome-short"], RANK["outcome-long"]
COLUMNS = ("input", "activity", "output", "outcome")


class Graph:
    """A flat model's links between cards that exist, each once."""

    def __init__(self, model: Flat) -> None:
        self.rank = {n["id"]: RANK.get(n["kind"], 0) for n in model["nodes"]}
        known = {(k["from"], k["to"]): k for k in reversed(model["links"])}
        pairs = dict.fromkeys((k["from"], k["to"]) for k in model["links"])
        self.links = [known[p] for p in pairs if p[0] in self.rank and p[1] in self.rank]
        self.out: dict[str, list[str]] = {id: [] for id in self.rank}
        self.into: dict[str, list[str]] = {id: [] for id in self.rank}
        for link in self.links:
            self.out[link["from"]].append(link["to"])
            self.into[link["to"]].append(link["from"])

    def reach(self, starts: list[str]) -> set[str]:
        """Every card that can be reached from `starts`, these included."""
        seen, queue = set(starts), list(starts)
        while queue:
            for after in self.out[queue.pop()]:
                if after not in seen:
                    seen.add(after)
                    queue.append(after)
        return seen


def check_links(model: Flat) -> Iterator[Finding]:
    """All rules about links and columns."""
    graph = Graph(model)
    yield from _columns(model)
    if graph.links:
        circle = _in_circle(graph)
        for link in graph.links:
            yield from _check_link(link, graph, model, circle)
        yield from _ends(model, graph)
        yield from _whole(model, graph)


def _check_link(link: Flat, graph: Graph, model: Flat, circle: set[str]) -> Iterator[Finding]:
    at = (link["from"], link["to"])
    first, last = graph.rank[at[0]], graph.rank[at[1]]
    if at[0] in circle and at[1] in circle:
        yield Finding("cycle", at)
    elif last < first:
        yield Finding("backward-link", at)
    step = last - first
    assumed = any(c["on"] and tuple(c["on"]) == at for c in model["assumptions"])
    unexplained = not assumed and not link["because"].strip(BLANKS)
    if step >= 3 or (step == 2 and first != 1 and unexplained):
        yield Finding("skipped-level", at, "" if step >= 3 else "question")
    if step >= 2 and not assumed:
        yield Finding("long-step-no-assumption", at)


def _in_circle(graph: Graph) -> set[str]:
    """Cards left when those without a way in, then those without a way out, are taken off again and again."""
    left = set(graph.rank)
    for ways in (graph.into, graph.out):
        loose = [id for id in graph.rank if id in left and not any(w in left for w in ways[id])]
        while loose:
            left.difference_update(loose)
            loose = [id for id in graph.rank if id in left and not any(w in left for w in ways[id])]
    return left


def _ends(model: Flat, graph: Graph) -> Iterator[Finding]:
    last = max(graph.rank.values())
    final = last if last >= SHORT else LONG
    for node in model["nodes"]:
        id, rank = node["id"], graph.rank[node["id"]]
        if not graph.out[id] and not graph.into[id]:
            yield Finding("orphan", (id,))
            continue
        if not graph.out[id] and rank < final:
            yield Finding("dead-end", (id,))
        if not graph.into[id] and rank >= OUTPUT:
            yield Finding("no-cause", (id,))


def _columns(model: Flat) -> Iterator[Finding]:
    if len(model["nodes"]) < 5:
        return
    for column in COLUMNS:
        if not any(n["kind"].startswith(column) for n in model["nodes"]):
            yield Finding("empty-column", (), "", {"missing": column})


def _whole(model: Flat, graph: Graph) -> Iterator[Finding]:
    if not model["assumptions"]:
        yield Finding("no-assumptions")
    inputs = [id for id, rank in graph.rank.items() if rank == 0]
    if any(graph.rank[id] == LONG for id in graph.reach(inputs)):
        yield Finding("full-chain")
    reasons = sum(1 for link in graph.links if link["because"].strip(BLANKS))
    if len(graph.links) >= 3 and reasons * 2 > len(graph.links):
        yield Finding("reasons-given")
