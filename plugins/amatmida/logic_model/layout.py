"""Where each card and arrow of a figure stands, in SVG user units; columns run with the reading direction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from amatmida.logic_model.metrics import wrapped
from amatmida.logic_model.model import KINDS, LogicModel, NodeKind

WIDTH, CARD, GAP, PAD = 1210.0, 168.0, 37.0, 9.0
SIZE, LINE, HEAD = 15.0, 19.0, 44.0
SPACE = 16.0
"""Between two cards of a column."""


@dataclass(frozen=True)
class Box:
    """One card: its left upper corner, height and lines of text."""

    id: str
    kind: NodeKind
    x: float
    y: float
    height: float
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Arrow:
    """From the edge of one card to the edge of another: four points of a cubic curve."""

    start: str
    end: str
    points: tuple[tuple[float, float], ...]

    @property
    def middle(self) -> tuple[float, float]:
        """The point in the middle of the first gap between columns, where no card hides it."""
        steps = [self.at(step / 40) for step in range(1, 40)]
        return next((p for p in steps if abs(p[0] - self.points[0][0]) >= GAP / 2 - 2), steps[19])

    def at(self, t: float) -> tuple[float, float]:
        """The point at 0 ≤ t ≤ 1."""
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        xs, ys = zip(*self.points, strict=True)
        return sum(w * x for w, x in zip(weights, xs, strict=True)), sum(
            w * y for w, y in zip(weights, ys, strict=True)
        )


@dataclass(frozen=True)
class Plan:
    """Everything placed."""

    height: float
    heads: tuple[tuple[NodeKind, float], ...]
    """Column and its left edge."""
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def plan(model: LogicModel, texts: dict[str, str], rtl: bool) -> Plan:
    """Columns in causal order, mirrored right to left; cards of a column near what leads to them."""
    lefts = {kind: _left(index, rtl) for index, kind in enumerate(KINDS)}
    columns = {kind: _ordered(model, kind) for kind in KINDS}
    lines = {id: tuple(wrapped(text, SIZE, CARD - 2 * PAD)) for id, text in texts.items()}
    tall = {id: len(rows) * LINE + 2 * PAD for id, rows in lines.items()}
    whole = max(_sum(ids, tall) for ids in columns.values())
    boxes: dict[str, Box] = {}
    for kind, ids in columns.items():
        y = HEAD + (whole - _sum(ids, tall)) / 2
        for id in ids:
            boxes[id] = Box(id, kind, lefts[kind], y, tall[id], lines[id])
            y += tall[id] + SPACE
    ends = [(boxes[k.from_], boxes[k.to]) for k in model.links if k.from_ in boxes and k.to in boxes]
    arrows = tuple(_arrow(a, b, rtl) for a, b in ends)
    return Plan(HEAD + whole + SPACE, tuple(lefts.items()), tuple(boxes.values()), arrows)


def _left(index: int, rtl: bool) -> float:
    x = index * (CARD + GAP) + (WIDTH - 6 * CARD - 5 * GAP) / 2
    return WIDTH - x - CARD if rtl else x


def _sum(ids: Sequence[str], tall: dict[str, float]) -> float:
    return sum(tall[id] for id in ids) + SPACE * max(len(ids) - 1, 0)


def _ordered(model: LogicModel, kind: NodeKind) -> list[str]:
    """A column's cards by the mean place of what leads to them, so that fewer arrows cross; else the file's order."""
    place = {n.id: index for index, n in enumerate(model.nodes)}
    ids = [n.id for n in model.nodes if n.kind == kind]
    before = {id: [place[k.from_] for k in model.links if k.to == id and k.from_ in place] for id in ids}
    return sorted(ids, key=lambda id: (sum(before[id]) / len(before[id]) if before[id] else place[id], place[id]))


def _arrow(start: Box, end: Box, rtl: bool) -> Arrow:
    forward = KINDS.index(end.kind) > KINDS.index(start.kind)
    out_right = forward != rtl
    x1 = start.x + (CARD if out_right else 0)
    x2 = end.x + (0 if out_right else CARD)
    x2 += -6 if out_right else 6
    y1, y2 = start.y + start.height / 2, end.y + end.height / 2
    bend = max(abs(x2 - x1) * 0.45, 14) * (1 if out_right else -1)
    return Arrow(start.id, end.id, ((x1, y1), (x1 + bend, y1), (x2 - bend, y2), (x2, y2)))
