"""What an author may write in course/worksheets/*.yml: a fillable page of sections."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from amatmida.core.model import Audience, Authored, Id, PageRef, Text
from amatmida.worksheet.fields import Column, FormField, Key

Export = Literal["docx", "json", "csv"]


class Compute(Authored):
    """A column that is worked out: the product of others, divided by a constant."""

    id: Key
    """Unique among the table's columns."""
    label: Text
    """The column's heading."""
    product: tuple[Key, ...] = Field(min_length=1, max_length=6)
    """Number columns, choice columns whose options have a value, or computed columns above this one."""
    divide: float = Field(default=1, gt=0)
    """The product is divided by it (60: minutes to hours)."""
    unit: Text | None = None
    """What is counted."""
    total: bool = False
    """Add the column up below it."""
    decimals: int = Field(default=0, ge=0, le=4)
    """Digits after the point."""


class Takes(Authored):
    """Rows that may be brought over from another worksheet saved on the same device."""

    worksheet: Id
    """The other worksheet's id."""
    section: Key
    """Its table (every row is taken) or form (one row per saved copy)."""
    columns: dict[Key, Key] = Field(min_length=1)
    """This table's column → the other's column or field."""


class Table(Authored):
    """Rows that a person adds, moves and deletes."""

    row: Text
    """The name of one row, for buttons and announcements: Indicator."""
    columns: tuple[Column, ...] = Field(min_length=1, max_length=12)
    """What each row holds; `choices` is not for tables."""
    rows: int = Field(default=3, ge=1, le=30)
    """Rows of an empty table, on the screen and on paper."""
    starts: tuple[dict[Key, Text | float], ...] = Field(default=(), max_length=60)
    """Rows that are filled in already (words or numbers per column); empty rows follow up to `rows`."""
    compute: tuple[Compute, ...] = ()
    """Columns that are worked out."""
    takes: tuple[Takes, ...] = ()
    """Other worksheets whose rows may be brought over."""


class Step(Authored):
    """One answer of the scale."""

    id: Key
    """Unique in the scale."""
    label: Text
    """What the person reads."""
    score: float | None = Field(default=None, ge=0, le=100)
    """Points; none (null) when the answer does not count, such as "not relevant"."""


class Item(Authored):
    """One statement to judge."""

    id: Key
    """Unique in its section."""
    text: Text
    """The statement or question."""
    code: str | None = Field(default=None, max_length=20)
    """Its number in the source, shown before it."""
    help: Text | None = None
    """One sentence shown below it."""
    read: PageRef | None = None
    """Where the site explains it."""
    group: Text | None = None
    """Heading it stands under (a principle); equal words are one group, summed up together."""
    stage: Text | None = None
    """A second way to sum up (a stage of the tender); equal words are one stage."""


class Band(Authored):
    """What a percentage suggests doing next; never a grade of a person."""

    below: float = Field(gt=0, le=101)
    """The band holds percentages below this and not below the band before; the last is 101."""
    text: Text
    """What to do, in words."""


class Scored(Authored):
    """A self-assessment or a checklist."""

    scale: tuple[Step, ...] = Field(min_length=2, max_length=7)
    """The answers, the same for every item."""
    items: tuple[Item, ...] = Field(min_length=1, max_length=80)
    """The statements."""
    evidence: bool = False
    """A line of words beside every item: how do we know."""
    bands: tuple[Band, ...] = ()
    """What the percentages suggest, from low to high; none: the percentage alone is shown."""


class Answer(Authored):
    """One way on from a question of the tree."""

    id: Key
    """Unique in its question."""
    label: Text
    """What the person reads."""
    to: Key
    """The next node."""


class Node(Authored):
    """A question (ask, answers) or an end (end, do) of the tree."""

    id: Key
    """Unique in its tree."""
    ask: Text | None = None
    """The question."""
    why: Text | None = None
    """Why it is asked, one sentence."""
    read: PageRef | None = None
    """Where the site explains it."""
    answers: tuple[Answer, ...] = Field(default=(), max_length=5)
    """The ways on, for a question."""
    end: Text | None = None
    """The result, for an end."""
    do: tuple[Text, ...] = Field(default=(), max_length=10)
    """What to do now, for an end."""


class Tree(Authored):
    """A decision, one question at a time."""

    start: Key
    """The first question's id."""
    nodes: tuple[Node, ...] = Field(min_length=2, max_length=60)
    """Questions and ends."""


class Block(Authored):
    """One part of a composed document: exactly one of heading, text, list, table."""

    heading: Text | None = None
    """A heading."""
    level: int = Field(default=1, ge=1, le=3)
    """The heading's level."""
    text: Text | None = None
    """Paragraphs (an empty line divides them) with {{section.field}} placeholders."""
    list: tuple[Text, ...] = ()
    """Points, with placeholders."""
    ordered: bool = False
    """The points are numbered."""
    table: Key | None = None
    """Section id of a table of this worksheet."""
    columns: tuple[Key, ...] = ()
    """Which of its columns, in which order; none: all."""


class Composed(Authored):
    """A document made from the answers, shown live and exported to Word."""

    notice: Text | None = None
    """Stands first and in every page's footer: draft, needs the legal adviser."""
    title: Text | None = None
    """The document's own title; else the section's."""
    blocks: tuple[Block, ...] = Field(min_length=1, max_length=80)
    """Its parts, in order."""


class Section(Authored):
    """One part of a worksheet: exactly one of fields, table, scored, tree, letter, document."""

    id: Key
    """Unique in the worksheet; saved answers are kept under it."""
    title: Text
    """Its heading."""
    help: Text | None = None
    """What to do here, one or two sentences."""
    read: PageRef | None = None
    """Where the site explains it."""
    fields: tuple[FormField, ...] = ()
    """A form."""
    table: Table | None = None
    """Rows."""
    scored: Scored | None = None
    """Statements to judge."""
    tree: Tree | None = None
    """A decision."""
    letter: Text | None = None
    """A letter with {{section.field}} placeholders; lines stay lines, an empty field shows as a blank to fill."""
    document: Composed | None = None
    """A composed document."""


class Worksheet(Authored):
    """A page people fill at work; what they write stays on their device."""

    worksheet: Id
    """The worksheet's id."""
    was: tuple[Id, ...] = ()
    """Earlier ids; what was saved under them is kept."""
    title: Text
    """Its name."""
    intro: Text
    """What it is for, when to fill it, with whom: one to three sentences."""
    page: PageRef
    """Where the guide explains it."""
    audience: tuple[Audience, ...] = ()
    """Whom it serves."""
    minutes: int = Field(ge=1, le=480)
    """Time to fill it."""
    privacy: Text | None = None
    """A reminder besides the one every worksheet has (no names of people; stays on this device)."""
    sections: tuple[Section, ...] = Field(min_length=1, max_length=20)
    """Its parts, in order."""
    exports: tuple[Export, ...] = ("docx", "json")
    """Files it can be saved as; csv only where there is a table or a scored section."""


__all__ = ["Export", "Section", "Worksheet"]
