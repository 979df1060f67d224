"""The fields a person fills: one class per type, told apart by `type`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from amatmida.core.model import Authored, Text

Key = Annotated[
    str,
    Field(
        pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$",
        max_length=40,
        description="Lower-case ASCII words joined by - ; saved answers are kept under it, so it never changes.",
    ),
]


class FieldBase(Authored):
    """What every field has, whatever its type."""

    id: Key
    """Unique in its section (or table); the name under which the answer is saved."""
    label: Text
    """What to fill in; a few words."""
    help: Text | None = None
    """One sentence shown below the label."""
    example: Text | None = None
    """What a filled field could look like; never saved as an answer."""
    required: bool = False
    """Marked in words; nothing is ever blocked by it."""


class Line(FieldBase):
    """One line of words."""

    type: Literal["line"]


class LongText(FieldBase):
    """Several lines of words."""

    type: Literal["text"]
    rows: int = Field(default=3, ge=2, le=30)
    """Lines shown, and writing lines on paper."""


class Number(FieldBase):
    """A number."""

    type: Literal["number"]
    unit: Text | None = None
    """What is counted: hours, people, percent."""
    min: float | None = None
    """Least that makes sense; a lower number is kept and named."""
    max: float | None = None
    """Most that makes sense; a higher number is kept and named."""
    total: bool = False
    """In a table: add the column up below it."""


class Date(FieldBase):
    """A day."""

    type: Literal["date"]


class Option(Authored):
    """One answer of a choice."""

    id: Key
    """Unique in its field."""
    label: Text
    """What the person reads."""
    value: float | None = None
    """The number it stands for in a computed column (weekly = 52)."""


class Choice(FieldBase):
    """One of a few answers."""

    type: Literal["choice"]
    options: tuple[Option, ...] = Field(min_length=2, max_length=20)
    """The answers."""


class Choices(FieldBase):
    """Any of a few answers."""

    type: Literal["choices"]
    options: tuple[Option, ...] = Field(min_length=2, max_length=20)
    """The answers."""


FormField = Annotated[Line | LongText | Number | Date | Choice | Choices, Field(discriminator="type")]
Column = Annotated[Line | LongText | Number | Date | Choice, Field(discriminator="type")]
