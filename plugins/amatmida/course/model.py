"""The spine of the site: objectives, misconceptions, sources, and ids that may not come back."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from amatmida.core.model import Audience, Authored, Id, Level, PageRef, SourceRef, Text


class Objective(Authored):
    """What a learner can do afterwards."""

    id: Id
    was: tuple[Id, ...] = ()
    text: Text
    """Starts with a verb: "להבחין בין תפוקה לתוצאה"."""
    level: Level
    """The highest level that items of this objective reach."""
    page: PageRef
    """The section that teaches it."""
    also: tuple[PageRef, ...] = ()
    """Further sections that teach it."""
    audience: tuple[Audience, ...] = ("civil-servant",)


class Objectives(Authored):
    """course/objectives.yml"""

    objectives: tuple[Objective, ...] = Field(min_length=1)


class Misconception(Authored):
    """A mistaken idea learners bring, and what mends it."""

    id: Id
    was: tuple[Id, ...] = ()
    text: Text
    """The idea as a learner would say it."""
    repair: Text
    """What to say."""
    page: PageRef
    """Where it is mended."""


class Misconceptions(Authored):
    """course/misconceptions.yml"""

    misconceptions: tuple[Misconception, ...] = Field(min_length=1)


class Source(Authored):
    """Something facts on this site rest on."""

    id: Id
    was: tuple[Id, ...] = ()
    title: Text
    short: Text | None = None
    """What a citation shows; made from the id when absent."""
    kind: Literal["seed", "found", "literature", "inference", "fictional"]
    """seed: an original in hand; found: a stored web copy seen in part; literature: known, not re-checked."""
    confidence: Literal["high", "medium", "low"] = "high"
    year: int | None = Field(default=None, ge=1900, le=2100)
    url: Annotated[str, Field(pattern=r"^https?://")] | None = None
    note: Text | None = None
    """What is uncertain, what to check."""


class Sources(Authored):
    """course/sources.yml"""

    sources: tuple[Source, ...] = Field(min_length=1)


class Quotation(Authored):
    """Words of an original that may stand on the site because they are marked there as a quotation."""

    id: Id
    was: tuple[Id, ...] = ()
    words: str = Field(min_length=1, max_length=600)
    """As the original has them."""
    source: SourceRef
    why: str = Field(min_length=10)
    """Why our own words will not do, and where it is quoted."""


class Quotations(Authored):
    """course/quotations.yml"""

    quotations: tuple[Quotation, ...] = ()


class RetiredId(Authored):
    """An id that was published and is gone; it may never be used again."""

    kind: Literal["quiz", "bank", "item", "objective", "misconception", "source", "term", "method", "chooser"]
    id: Id
    why: str = Field(min_length=3)


class Retired(Authored):
    """course/retired.yml"""

    retired: tuple[RetiredId, ...] = ()
