"""What an author may write in course/logic_models/*.yml: a logic model of a service, or a matrix of a process."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from amatmida.core.model import Authored, Id, PageRef, Text
from amatmida.logic_model.exercises import Exercise

NodeKind = Literal["input", "activity", "output", "outcome-short", "outcome-mid", "outcome-long"]
KINDS: tuple[NodeKind, ...] = ("input", "activity", "output", "outcome-short", "outcome-mid", "outcome-long")
"""The columns of a model, in causal order."""
IndicatorKind = Literal[
    "input", "process", "output", "outcome", "quality", "experience", "efficiency", "equity", "balancing"
]


class Node(Authored):
    """One card of the model."""

    id: Id
    kind: NodeKind
    """The column it stands in."""
    text: Text
    """One idea in one short sentence."""


class Link(Authored):
    """One causal claim: if `from`, then `to`, because …"""

    model_config = ConfigDict(populate_by_name=True)

    from_: Id = Field(alias="from")
    """The node that comes first."""
    to: Id
    """The node it leads to."""
    because: Text | None = None
    """Why the first should lead to the second."""


class Condition(Authored):
    """An assumption (must hold, partly checkable) or an external factor (outside control, to be watched)."""

    id: Id
    on: tuple[Id, Id] | None = None
    """The link it threatens: [from, to]."""
    text: Text


class Indicator(Authored):
    """A measure of one node."""

    id: Id
    measures: Id
    """The node it tells about."""
    kind: IndicatorKind
    name: Text
    """The indicator's short name, as on its card."""
    numerator: Text | None = None
    denominator: Text | None = None
    """Out of whom or what; a count with none says so in `why`."""
    source: Text | None = None
    """Where the number comes from."""
    every: Text | None = None
    """How often it is measured."""
    baseline: Text | None = None
    target: Text | None = None
    by: Text | None = None
    """Groups the number is split by."""
    good: bool = True
    """False: a tempting poor indicator, kept for exercises and not part of the model itself."""
    why: Text
    """What makes it good or poor."""


class Argued(Authored):
    """A rule's finding the author leaves as it is, and why."""

    rule: Id
    at: tuple[Id, ...] = ()
    """The same ids the finding names, in the same order."""
    because: Text


class LogicModel(Authored):
    """course/logic_models/*.yml with `model:`"""

    model: Id
    """The model's id."""
    was: tuple[Id, ...] = ()
    fictional: bool = False
    """True: every rendering says that the scenario is invented."""
    title: Text
    problem: Text
    population: Text
    nodes: tuple[Node, ...] = Field(min_length=1, max_length=200)
    links: tuple[Link, ...] = Field(default=(), max_length=400)
    assumptions: tuple[Condition, ...] = ()
    external: tuple[Condition, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    argued: tuple[Argued, ...] = ()
    exercises: tuple[Exercise, ...] = ()


class Row(Authored):
    """A row or a column of a matrix."""

    id: Id
    text: Text
    short: Text | None = None
    """A short name for narrow places."""


class Item(Authored):
    """One cell item of a matrix."""

    id: Id
    code: str = Field(pattern=r"^[1-9]\.[A-Z][1-9]$")
    """Principle, column, number: 1.A2"""
    principle: Id
    column: Id
    stages: tuple[Id, ...] = Field(min_length=1)
    """When in the procurement cycle it is checked."""
    roles: tuple[Id, ...] = Field(min_length=1)
    """Who works on it."""
    text: Text
    pages: tuple[PageRef, ...] = ()
    """Where to read on."""
    cases: tuple[PageRef, ...] = ()
    """Cases that show it."""


class Checklist(Authored):
    """The worksheet on which people mark the items: one row for each code, and no other."""

    worksheet: Id
    section: Id
    """Its section with the scale."""
    page: PageRef
    """Where the worksheet stands."""


class Matrix(Authored):
    """course/logic_models/*.yml with `matrix:`"""

    matrix: Id
    """The matrix's id."""
    was: tuple[Id, ...] = ()
    title: Text
    note: Text
    """What kind of model it is and where it comes from."""
    principles: tuple[Row, ...] = Field(min_length=1)
    columns: tuple[Row, ...] = Field(min_length=1)
    stages: tuple[Row, ...] = Field(min_length=1)
    roles: tuple[Row, ...] = Field(min_length=1)
    items: tuple[Item, ...] = Field(min_length=1)
    checklist: Checklist | None = None
    exercises: tuple[Exercise, ...] = ()
