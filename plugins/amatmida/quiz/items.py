"""The item types an author may write in quizzes/*.yml.

One class per type. A new type is one class here, one template, one browser module, all of the same name.
The key lives once, beside the texts of all languages.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from amatmida.core.model import Authored, Id, Lang, Level, PageRef, SourceRef, Text, Words

NO_GROUP = "none"


class TrainerNote(Authored):
    """For trainers only; a learner's page never holds it."""

    minutes: float | None = Field(default=None, gt=0, le=120)
    """Minutes the item takes in a group."""
    note: Text | None = None
    """What to listen for, what to say."""


class Image(Authored):
    """A picture inside an item."""

    src: str = Field(pattern=r"^[a-z0-9][a-z0-9/_.-]*\.(svg|png|webp|jpg)$")
    """Path below docs/."""
    alt: Text
    """The same information in words."""


class ItemBase(Authored):
    """What every item has, whatever its type."""

    id: Id
    """Unique on the whole site, for ever."""
    was: tuple[Id, ...] = ()
    """Earlier ids of this item; progress saved under them is kept."""
    stem: Id | None = None
    """A shared scenario, one of the file's stems."""
    objectives: tuple[Id, ...] = Field(min_length=1)
    """Objectives of course/objectives.yml that the item exercises."""
    level: Level
    """Revised Bloom level that a right answer shows."""
    read: PageRef
    """The exact section that answers the question; a wrong answer leads there."""
    prompt: Text
    """The question."""
    image: Image | None = None
    """A picture the question is about."""
    hints: tuple[Text, ...] = Field(default=(), max_length=4)
    """Help before the answer, from general to specific."""
    explain: Text | None = None
    """Shown when the item is done: the idea behind the answer."""
    source: tuple[SourceRef, ...] = ()
    """Where the facts of the item come from."""
    trainer: TrainerNote | None = None
    """Notes for a trainer."""


class Option(Authored):
    """One choice."""

    id: Id
    text: Text
    correct: bool = False
    feedback: Text | None = None
    """Why it is right or wrong; required when wrong."""
    misconception: Id | None = None
    """The mistaken idea that leads to this choice (course/misconceptions.yml)."""
    was: tuple[Id, ...] = ()


Options = Annotated[tuple[Option, ...], Field(min_length=2, max_length=8)]


class Single(ItemBase):
    """Choose one option."""

    type: Literal["single"]
    options: Options


class Multiple(ItemBase):
    """Choose every right option; partial credit."""

    type: Literal["multiple"]
    options: Options


class Verdicts(Authored):
    """Feedback for a right and for a wrong answer."""

    right: Text
    wrong: Text


class TrueFalse(ItemBase):
    """Judge one statement."""

    type: Literal["truefalse"]
    answer: bool
    """True when the statement is right."""
    feedback: Verdicts
    misconception: Id | None = None


class Pair(Authored):
    """A card and the partner it belongs to."""

    id: Id
    left: Text
    right: Text
    feedback: Text
    """Why these belong together; shown when the learner chose another partner."""


class Extra(Authored):
    """A partner that belongs to no card."""

    id: Id
    right: Text
    feedback: Text


class Match(ItemBase):
    """Give each card its partner."""

    type: Literal["match"]
    pairs: tuple[Pair, ...] = Field(min_length=2, max_length=8)
    extras: tuple[Extra, ...] = Field(default=(), max_length=4)


class OrderCard(Authored):
    """One card; the authored order is the key."""

    id: Id
    text: Text
    feedback: Text
    """Why it stands at this place."""


class Order(ItemBase):
    """Put cards in order."""

    type: Literal["order"]
    cards: tuple[OrderCard, ...] = Field(min_length=3, max_length=9)


class Group(Authored):
    """A column to sort cards into."""

    id: Id
    text: Text


class ClassifyCard(Authored):
    """A card and its group; `none` marks a card that fits no group."""

    id: Id
    text: Text
    group: Id
    feedback: Text
    """Why it belongs there."""
    misconception: Id | None = None


class Classify(ItemBase):
    """Sort cards into groups; proportional score."""

    type: Literal["classify"]
    groups: tuple[Group, ...] = Field(min_length=2, max_length=6)
    cards: tuple[ClassifyCard, ...] = Field(min_length=3, max_length=16)


class Blank(Authored):
    """A gap in the text, written [[id]] there."""

    id: Id
    accept: dict[Lang, tuple[Words, ...]]
    """Accepted words per language; niqqud, final letters, maqaf, geresh and a leading ה do not matter."""
    feedback: Text
    """Shown when the word is not accepted."""


class Cloze(ItemBase):
    """Fill gaps in a text."""

    type: Literal["cloze"]
    text: Text
    """The text; each gap is [[blank-id]], the same gaps in every language."""
    blanks: tuple[Blank, ...] = Field(min_length=1, max_length=6)


class WrongNumber(Authored):
    """A number that a known mistake gives, for example the wrong denominator."""

    value: float
    tolerance: float = Field(default=0, ge=0)
    feedback: Text
    misconception: Id | None = None


class Numeric(ItemBase):
    """Work out a number."""

    type: Literal["numeric"]
    value: float
    tolerance: float = Field(default=0, ge=0)
    """Half-width of the accepted interval, in the unit of `value`."""
    unit: Text | None = None
    wrong: tuple[WrongNumber, ...] = Field(default=(), max_length=6)
    feedback: Text
    """Shown for a wrong number that is not in `wrong`."""


class Step(Authored):
    """One point of a scale, or one choice of a poll; no answer is wrong."""

    id: Id
    text: Text
    feedback: Text | None = None


class Scale(ItemBase):
    """Place yourself on a scale; not scored."""

    type: Literal["scale"]
    steps: tuple[Step, ...] = Field(min_length=3, max_length=7)


class Criterion(Authored):
    """One thing a good answer has."""

    id: Id
    text: Text


class Reflect(ItemBase):
    """Write freely, compare with a model answer, rate yourself; not scored."""

    type: Literal["reflect"]
    model: Text
    """A good answer, shown after writing."""
    rubric: tuple[Criterion, ...] = Field(min_length=1, max_length=6)


class Poll(ItemBase):
    """Say what you think or do; not scored, kept on the device."""

    type: Literal["poll"]
    options: tuple[Step, ...] = Field(min_length=2, max_length=8)
    many: bool = False
    """True lets a person choose several."""


Item = Annotated[
    Single | Multiple | TrueFalse | Match | Order | Classify | Cloze | Numeric | Scale | Reflect | Poll,
    Field(discriminator="type"),
]
UNSCORED: frozenset[str] = frozenset({"scale", "reflect", "poll"})
