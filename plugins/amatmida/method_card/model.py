"""A participation method on a card: what it takes, whom it serves, how it is done and where care is needed."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from amatmida.core.model import Authored, Id, PageRef, SourceRef, Text

Stage = Literal["before", "writing", "live", "operation", "end"]
"""A tender's life, in order: before publication, writing, open for bids, operation, end or change of operator."""
Participant = Literal["recipients", "families", "operators", "potential-operators", "authorities", "staff"]
Need = Literal["phone", "no-reading", "remote", "alone", "unnamed"]
"""phone: works by phone; no-reading: nobody has to read; remote: nobody has to come; alone: not in a group;
unnamed: without a name."""
CostLevel = Literal["low", "medium", "high"]
LegalTopic = Literal["equality", "confidentiality", "conflict", "consent", "privacy"]

FOLDER = "guide/participation/methods"
INDEX = f"{FOLDER}/index.md"
PRINT = "guide/participation/method-cards-print.md"


class Range(Authored):
    """From `min` to `max`; one number stands in both."""

    min: Annotated[int, Field(ge=0, le=20_000)]
    max: Annotated[int, Field(ge=1, le=20_000)]


class Time(Authored):
    """Minutes of the organisers' work, without waiting time between the parts."""

    prepare: Range
    run: Range
    summarise: Range

    @property
    def total(self) -> Range:
        """All three together."""
        parts = (self.prepare, self.run, self.summarise)
        return Range(min=sum(p.min for p in parts), max=sum(p.max for p in parts))


class Cost(Authored):
    """What it costs besides the organisers' time."""

    level: CostLevel
    words: Text
    """What the money goes to."""


class Access(Authored):
    """Who can take part, and what makes it possible."""

    how: Text
    """How to make it accessible."""
    not_for: Text
    """For whom, or when, it does not fit."""
    needs: tuple[Need, ...]
    """What the method allows without any change; may be empty."""


class LegalPoint(Authored):
    """One thing to settle with the legal adviser."""

    topic: LegalTopic
    text: Text


class Method(Authored):
    """One card, course/methods/<id>.yml. Every field is required: a card with a gap sends people off unprepared."""

    method: Id
    """The card's id; its page is guide/participation/methods/<id>.md."""
    was: tuple[Id, ...] = ()
    title: Text
    time: Time
    group: Range
    """People at one time, organisers not counted."""
    cost: Cost
    access: Access
    what: Text
    """What it is, in one or two sentences."""
    why: Text
    """What it gives that other methods do not."""
    how: tuple[Text, ...] = Field(min_length=4, max_length=8)
    """Steps in order."""
    legal: tuple[LegalPoint, ...] = Field(min_length=1, max_length=4)
    stages: tuple[Stage, ...] = Field(min_length=1)
    """When in a tender's life; `live` only for what goes on in the service itself."""
    who: tuple[Participant, ...] = Field(min_length=1)
    product: Text
    """What lies on the table afterwards."""
    mistakes: tuple[Text, ...] = Field(min_length=1, max_length=3)
    read: PageRef
    """The section of the guide that says more."""
    source: tuple[SourceRef, ...] = Field(min_length=1)
