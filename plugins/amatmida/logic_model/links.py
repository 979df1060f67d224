"""Ways along a model's links."""

from __future__ import annotations

from amatmida.logic_model.model import LogicModel


def path_between(model: LogicModel, start: str, end: str) -> list[str]:
    """Ids of the cards on a shortest way from one card to another, both ends left out; [] when there is none."""
    ways: list[list[str]] = [[start]]
    seen = {start}
    for way in ways:
        for link in model.links:
            if link.from_ != way[-1] or link.to in seen:
                continue
            if link.to == end:
                return way[1:]
            seen.add(link.to)
            ways.append([*way, link.to])
    return []


def around(model: LogicModel, start: str, end: str) -> bool:
    """Whether any way leads from one card to another."""
    return any(link.from_ == start and link.to == end for link in model.links) or bool(path_between(model, start, end))
