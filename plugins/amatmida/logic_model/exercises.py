"""Exercises a logic-model file carries: what each type needs beyond the model itself."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from amatmida.core.model import Authored, Id, Text


class Base(Authored):
    """What every exercise has."""

    id: Id
    was: tuple[Id, ...] = ()
    title: Text | None = None
    objectives: tuple[Id, ...] = Field(min_length=1)
    hints: tuple[Text, ...] = ()
    tries: int = Field(default=3, ge=1, le=9)


class Distractor(Authored):
    """A card that belongs in no column, and what to say to whoever places it."""

    id: Id
    text: Text
    feedback: Text
    misconception: Id | None = None


class Sort(Base):
    """Cards into columns."""

    type: Literal["sort"]
    take: int = Field(default=12, ge=4, le=30)
    """How many cards, the distractors included."""
    distractors: tuple[Distractor, ...] = ()


class WrongLink(Authored):
    """A tempting link that does not hold, and why."""

    model_config = {"populate_by_name": True}

    from_: Id = Field(alias="from")
    to: Id
    feedback: Text
    misconception: Id | None = None


class Connect(Base):
    """Draw the causal links; the feedback on a right one is its `because`."""

    type: Literal["connect"]
    nodes: tuple[Id, ...] = Field(min_length=4, max_length=14)
    """The cards shown."""
    wrong: tuple[WrongLink, ...] = ()


class Order(Base):
    """Put one chain in causal order; each step is a link of the model."""

    type: Literal["order"]
    chain: tuple[Id, ...] = Field(min_length=3, max_length=8)


class Planted(Authored):
    """One mistake put into the model; the rule named must find it, and must not find it without."""

    id: Id
    rule: Id
    at: tuple[Id, ...] = Field(min_length=1)
    """Where the rule must fire: one node or indicator, or the two ends of a link."""
    do: Literal["rewrite", "move", "add", "unlink", "link", "blank"]
    """rewrite a node's text; move it to another kind; add a node; cut or draw a link; blank an indicator's field."""
    link: tuple[Id, Id] | None = None
    """For unlink: the link to cut. `at` says where the rule then speaks."""
    text: Text | None = None
    """For rewrite and add."""
    kind: str | None = None
    """For move and add."""
    field: Literal["numerator", "denominator", "source", "every", "baseline"] | None = None
    """For blank."""
    explain: Text
    """What is wrong and how to mend it."""


class Repair(Base):
    """Find and mend planted mistakes."""

    type: Literal["repair"]
    planted: tuple[Planted, ...] = Field(min_length=1, max_length=8)


class Choose(Base):
    """Choose indicators among the model's good and poor ones, defend the choice, write one card."""

    type: Literal["indicators"]
    choose: int = Field(default=3, ge=1, le=6)


class PlaceItems(Base):
    """Place items of a matrix by principle and column."""

    type: Literal["matrix"]
    take: int = Field(default=12, ge=4, le=30)


class Build(Base):
    """Free building with the rules' feedback."""

    type: Literal["build"]
    start: Literal["blank", "outline", "scenario"] = "blank"
    """outline: the columns with the outcomes only."""


Exercise = Annotated[
    Sort | Connect | Order | Repair | Choose | PlaceItems | Build,
    Field(discriminator="type"),
]
