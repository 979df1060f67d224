"""Rules of a decision tree: every answer leads somewhere, every node is reached, every path ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from amatmida.core.catalog import Entry
from amatmida.core.problem import Problem
from amatmida.core.source import Loc
from amatmida.worksheet.model import Node, Tree


def check_tree(entry: Entry[Any], tree: Tree, place: Loc) -> Iterator[Problem]:
    """All rules of one tree."""
    nodes = {node.id: node for node in tree.nodes}
    places = {node.id: (*place, "nodes", index) for index, node in enumerate(tree.nodes)}
    if tree.start not in nodes:
        yield entry.problem("W005", *place, "start", id=tree.start)
        return
    for node in tree.nodes:
        if bool(node.ask) == bool(node.end) or bool(node.ask) != bool(node.answers):
            yield entry.problem("W008", *places[node.id], id=node.id)
        for index, answer in enumerate(node.answers):
            if answer.to not in nodes:
                yield entry.problem("W005", *places[node.id], "answers", index, "to", id=answer.to)
    reached, turning = walk(tree.start, nodes)
    for id in nodes:
        if id not in reached:
            yield entry.problem("W006", *places[id], id=id)
    for id in turning:
        yield entry.problem("W007", *places[id], id=id)


def walk(start: str, nodes: dict[str, Node]) -> tuple[set[str], list[str]]:
    """Ids that can be reached, and those from which a path comes back to a node it passed."""
    reached: set[str] = set()
    turning: list[str] = []
    _visit(start, nodes, (), reached, turning)
    return reached, turning


def _visit(id: str, nodes: dict[str, Node], path: tuple[str, ...], reached: set[str], turning: list[str]) -> None:
    reached.add(id)
    for answer in nodes[id].answers:
        if answer.to in (*path, id):
            turning.append(id)
        elif answer.to in nodes and answer.to not in reached:
            _visit(answer.to, nodes, (*path, id), reached, turning)
