"""The trace: where the site teaches each clause of the decision and each item of the model."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from amatmida.core.model import Authored, Id, PageRef, Text


class Row(Authored):
    """One clause or item."""

    code: Annotated[str, Field(pattern=r"^[A-Za-z0-9.]+$", max_length=12)]
    """A clause (2b1, preamble) or an item (1.A1); the lists are closed."""
    text: Text
    """What it says, in our own short words."""
    pages: tuple[PageRef, ...] = Field(min_length=1)
    """The sections that teach it, the best first."""
    objectives: tuple[Id, ...] = Field(min_length=1)
    """What a learner can do about it; their questions are the practice."""
    tools: tuple[Id, ...] = ()
    """Worksheets that help to do it."""
    lessons: tuple[PageRef, ...] = ()
    """Lessons of the training tracks."""
    no_lessons: Id | None = None
    """Why there is no lesson: a key of the file's `no_lessons`."""
    limit: Text | None = None
    """What a site cannot do about it, or this site does not do."""


class Trace(Authored):
    """course/trace.yml"""

    no_lessons: dict[Id, Text] = {}
    """Reasons for having no lesson, by key."""
    decision: tuple[Row, ...] = Field(min_length=1)
    """Decision 489, clause by clause."""
    principles: tuple[Row, ...] = Field(min_length=1)
    """The model of optimal social procurement, item by item."""
