"""A page of docs/: what stands in its front matter, and what its Markdown says about itself."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

from amatmida.core.model import Audience, Authored, Id, Lang, ServiceField

GUIDE = "guide/"
SOURCED = (GUIDE, "methods/")
"""Where a page without a source is a mistake."""
# Sections that help a reader but teach no objective of their own.
APPARATUS = frozenset({"key-points", "practice", "sources", "next"})
MISTAKES = "common-mistakes"
"""Id of the section of common mistakes: the author's own, or the one that the build adds."""


class PageMeta(Authored):
    """The front matter of a Hebrew page."""

    title: Annotated[str, Field(min_length=1, max_length=120)]
    description: Annotated[str, Field(min_length=1, max_length=200)]
    """One sentence for search results and sharing."""
    audience: tuple[Audience, ...] = ()
    """Whom the page serves first."""
    fields: tuple[ServiceField, ...] = ()
    """Fields of service that the page is about, for the search."""
    minutes: int | None = Field(default=None, ge=1, le=120)
    """Reading time."""
    objectives: tuple[Id, ...] = ()
    """Objectives of course/objectives.yml that the page teaches."""
    reviewed: datetime.date | None = None
    """When a person last checked the page against its sources."""
    mistakes: bool = True
    """False leaves out the common mistakes that are added from course/misconceptions.yml."""
    template: str | None = None
    """A template of overrides/, for pages that are laid out differently."""
    unlisted: bool = False
    """True leaves the page out of the search, because what it says is found on another page."""
    hide: tuple[Literal["navigation", "toc", "footer", "path", "tags"], ...] = ()
    """Parts of the theme not shown on this page."""


class TranslationMeta(Authored):
    """The front matter of a translated page; all else comes from the Hebrew page."""

    title: Annotated[str, Field(min_length=1, max_length=160)]
    description: Annotated[str, Field(min_length=1, max_length=200)]
    translates: str | None = None
    """The hash of the Hebrew page it was made from; `amat check` names it."""


@dataclass(frozen=True)
class Section:
    """A heading. `id` is "" when the author gave none."""

    id: str
    title: str
    level: int
    line: int


@dataclass(frozen=True)
class Mark:
    """Something the Markdown names: a citation, an embedded block, a link or an image."""

    what: str
    """Source id, block argument, link target, or term id."""
    line: int
    detail: str = ""
    """A citation's locator, a block's name, the words that stand for a term."""


@dataclass(frozen=True)
class Page:
    """One Markdown file. `id` is the Hebrew page's path below docs/, the same for every language."""

    id: str
    lang: Lang
    meta: PageMeta | TranslationMeta
    body: str
    """Markdown after the front matter."""
    body_line: int
    """The line of the file at which `body` starts."""
    hash: str
    """core.text.text_hash of title, description and body: what a translation must follow."""
    sections: tuple[Section, ...] = ()
    citations: tuple[Mark, ...] = ()
    blocks: tuple[Mark, ...] = ()
    links: tuple[Mark, ...] = field(default=())
    images: tuple[Mark, ...] = field(default=())
    terms: tuple[Mark, ...] = field(default=())
    """Glossary terms, [[term-id|words]]."""

    def section(self, id: str) -> Section | None:
        """The heading with this id."""
        return next((s for s in self.sections if s.id == id), None)

    def section_at(self, line: int) -> Section | None:
        """The last heading at or above a line of the file."""
        return next((s for s in reversed(self.sections) if s.line <= line), None)
