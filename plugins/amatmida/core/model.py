"""What every authored record is made of: ids, texts in languages, and frozen strict models."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Lang = Literal["he", "en", "ar"]
SOURCE_LANG: Lang = "he"

Level = Literal["remember", "understand", "apply", "analyse", "evaluate", "create"]
"""Revised Bloom levels."""
HIGHER_LEVELS: frozenset[str] = frozenset({"apply", "analyse", "evaluate", "create"})
Audience = Literal["civil-servant", "trainer", "forum-member", "reader"]
ServiceField = Literal["early-childhood", "youth", "disability", "housing", "employment", "older-people"]
"""Fields of service that a page may be about."""

ID_PATTERN = r"^[a-z0-9]+(?:[.-][a-z0-9]+)*$"

Id = Annotated[
    str,
    Field(
        pattern=ID_PATTERN,
        max_length=64,
        description="Lower-case ASCII words joined by - or . ; once published it never changes.",
    ),
]
PageRef = Annotated[
    str,
    Field(
        pattern=r"^[a-z0-9][a-z0-9/_-]*\.md(?:#[a-z0-9]+(?:-[a-z0-9]+)*)?$",
        description="A page of docs/ and, after #, one of its heading ids: guide/measurement/policy.md#clause-6",
    ),
]
Words = Annotated[str, Field(min_length=1, max_length=4000)]


class Authored(BaseModel):
    """Base of every record an author writes: unknown fields are refused, nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=False, use_attribute_docstrings=True)


class Text(Authored):
    """One human text in the site's languages. Inline **bold** and `code` only; never HTML."""

    he: Words
    """The Hebrew source."""
    en: Words | None = None
    """The English translation."""
    ar: Words | None = None
    """The Arabic translation."""
    translates: dict[Lang, str] = {}
    """Per translation, the hash of the Hebrew it was made from; when it no longer fits, Hebrew is shown."""


class SourceRef(Authored):
    """Where a statement comes from: an entry of course/sources.yml and a place inside it."""

    id: Id
    """The source's id in course/sources.yml."""
    at: str | None = None
    """Clause, section or page, for example §2(b)(1)."""
