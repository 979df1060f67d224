"""The Catalog: everything loaded, frozen, indexed by kind and id. Rooms add their kinds; core knows none of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from amatmida.core.problem import Problem, problem
from amatmida.core.source import Loc, Tree

R = TypeVar("R")


@dataclass(frozen=True)
class Document(Generic[R]):
    """One authored file after loading."""

    path: str
    """Relative to the project, with forward slashes."""
    kind: str
    """The Kind that read it."""
    record: R
    tree: Tree = field(compare=False, repr=False, default_factory=lambda: Tree({}))

    def at(self, loc: Loc, code: str, **values: Any) -> Problem:
        """A Problem at a place inside this file."""
        return problem(self.path, self.tree.line(loc), code, **values)


@dataclass(frozen=True)
class Entry(Generic[R]):
    """One thing with an id, where it stands, and its earlier ids."""

    kind: str
    id: str
    record: R
    document: Document[Any]
    loc: Loc = ()
    was: tuple[str, ...] = ()

    def problem(self, code: str, *inside: str | int, **values: Any) -> Problem:
        """A Problem at this entry, or at a field inside it."""
        return self.document.at((*self.loc, *inside), code, **values)


@dataclass(frozen=True)
class Kind:
    """A kind of authored YAML file: which files, which model, which entries each file gives."""

    name: str
    pattern: str
    """Glob below the project root."""
    marker: str
    """The top-level key that tells this kind from another of the same folder."""
    model: type[BaseModel]
    entries: Callable[[Document[Any]], Iterator[Entry[Any]]]


@dataclass(frozen=True)
class Catalog:
    """All documents and, per kind, all entries by id."""

    documents: tuple[Document[Any], ...]
    by_kind: Mapping[str, Mapping[str, Entry[Any]]]

    def all(self, kind: str) -> Mapping[str, Entry[Any]]:
        """Entries of one kind, by id, in the order of files and lines."""
        return self.by_kind.get(kind, MappingProxyType({}))

    def document(self, kind: str) -> Any:
        """The record of the first file of one kind, or None: for kinds that have one file."""
        return next((d.record for d in self.documents if d.kind == kind), None)

    def get(self, kind: str, id: str) -> Entry[Any] | None:
        """One entry, or None."""
        return self.all(kind).get(id)


def build_catalog(
    documents: Iterable[Document[Any]], entries_of: Callable[[Document[Any]], Iterable[Entry[Any]]]
) -> tuple[Catalog, list[Problem]]:
    """Index all documents. Of two equal ids the first stays and the second is a Problem."""
    ordered = tuple(sorted(documents, key=lambda d: d.path))
    by_kind: dict[str, dict[str, Entry[Any]]] = {}
    problems = []
    for document in ordered:
        for entry in entries_of(document):
            first = by_kind.setdefault(entry.kind, {}).setdefault(entry.id, entry)
            if first is not entry:
                place = f"{first.document.path}:{first.document.tree.line(first.loc)}"
                problems.append(entry.problem("I001", "id", kind=entry.kind, id=entry.id, first=place))
    return Catalog(ordered, MappingProxyType(by_kind)), problems
