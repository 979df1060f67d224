"""What a room offers the site. Each room has one `ROOM`; rooms.py lists them, and nothing else knows their names."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from amatmida.core.artifact import Artifact
from amatmida.core.catalog import Catalog, Kind
from amatmida.core.model import Lang
from amatmida.core.problem import Problem
from amatmida.core.setting import Label, Setting


@dataclass(frozen=True)
class Made:
    """A page that no author wrote."""

    id: str
    title: str
    description: str
    body: str
    """Markdown below the top heading."""
    edit: str = ""
    """The authored file it comes from; "" when there is none."""
    unlisted: bool = False


def _nothing(catalog: Catalog, argument: str, label: Label) -> tuple[Any, ...]:
    return ()


@dataclass(frozen=True)
class Embed:
    """A block of prose, `/// name | argument`, that gives way to a fragment of HTML."""

    name: str
    kind: str | None
    """The Catalog kind whose id the argument must be; None when the block takes no argument."""
    render: Callable[[Setting, str], str]
    """Never called with an id that does not exist."""
    needs: Callable[[Catalog, str, Label], tuple[Any, ...]] = _nothing
    """What the fragment depends on besides the entry itself: compared by identity, else by value."""


@dataclass(frozen=True)
class Scope:
    """What a check may look at."""

    root: Path
    catalog: Catalog
    languages: tuple[Lang, ...]
    """Languages that must be complete."""
    files: Collection[str]
    """Paths below docs/ of everything that is not a page."""
    generated: Collection[str]
    """Ids of the pages the build adds."""
    blocks: Mapping[str, str | None]
    """Names of the blocks a page may hold → kind of their argument."""


def no_problems(scope: Scope) -> Iterator[Problem]:
    """A room without rules of its own."""
    yield from ()


def no_ids(catalog: Catalog) -> Iterable[str]:
    """A room that makes no pages."""
    return ()


def no_pages(catalog: Catalog, lang: Lang, label: Label) -> Iterator[Made]:
    """A room that makes no pages."""
    yield from ()


def no_files(catalog: Catalog, lang: Lang) -> Iterator[Artifact]:
    """A room that makes no files."""
    yield from ()


@dataclass(frozen=True)
class Room:
    """One idea of the site: what authors may write, its rules, and what it gives to pages."""

    name: str
    kinds: tuple[Kind, ...] = ()
    ids: tuple[str, ...] = ()
    """Kinds of entries whose ids are for ever."""
    breaking: str = ""
    """First letters of the codes that mean a file of this room cannot be shown as it stands."""
    consequences: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Place of a file → codes that, elsewhere, may only follow from its not being loaded."""
    check: Callable[[Scope], Iterator[Problem]] = no_problems
    embeds: tuple[Embed, ...] = ()
    made_ids: Callable[[Catalog], Iterable[str]] = no_ids
    """Ids of the pages `made` gives."""
    made: Callable[[Catalog, Lang, Label], Iterator[Made]] = no_pages
    files: Callable[[Catalog, Lang], Iterator[Artifact]] = no_files
    """Other files to stage, below docs/ (a form to download, say); made again only when a file of `kinds` changed."""
