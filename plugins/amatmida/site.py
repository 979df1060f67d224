"""The whole site in memory: every authored file loaded, indexed and checked. The rooms meet here and nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from amatmida.core.catalog import Catalog, Document, Entry, Kind, build_catalog
from amatmida.core.checks import check_texts
from amatmida.core.ids import LOCK, check_ids
from amatmida.core.model import Lang
from amatmida.core.problem import Problem, in_order, problem
from amatmida.core.room import Scope
from amatmida.core.source import Tree, parse_yaml, read_text
from amatmida.core.validate import validate
from amatmida.originals import Originals
from amatmida.prose import checks as prose_checks
from amatmida.prose.parse import parse_page
from amatmida.rooms import EMBEDS, ROOMS

KINDS: tuple[Kind, ...] = tuple(kind for room in ROOMS for kind in room.kinds)
ID_KINDS: tuple[str, ...] = tuple(id for room in ROOMS for id in room.ids)
COMPLETE: tuple[Lang, ...] = ("he", "en")
"""Languages that must be complete."""
BREAKING = "SMI" + "".join(room.breaking for room in ROOMS)
"""First letters of the codes that mean a file cannot be shown as it stands."""

Loaded = tuple[Document[Any] | None, list[Problem]]


@dataclass(frozen=True)
class Site:
    """What was loaded, what is wrong with it, and the other files of docs/ (images and the like)."""

    root: Path
    catalog: Catalog
    problems: tuple[Problem, ...]
    files: frozenset[str]

    @property
    def generated(self) -> frozenset[str]:
        """Ids of the pages the build adds."""
        return frozenset(id for room in ROOMS for id in room.made_ids(self.catalog))


class Loader:
    """Loads a project again and again; a file whose size and time did not change is not read twice."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._kept: dict[str, tuple[tuple[int, int], Loaded]] = {}
        self._good: dict[str, Document[Any]] = {}
        self._originals = Originals(root)

    def load(self) -> Site:
        """The site as the files say now, with every Problem in them."""
        documents, problems = [], []
        for document, found in self._documents():
            problems += found
            if document:
                documents.append(document)
        catalog, doubled = build_catalog(documents, entries_of)
        files = frozenset(
            p.relative_to(self.root / "docs").as_posix() for p in self._files("docs") if p.suffix != ".md"
        )
        site = Site(self.root, catalog, (), files)
        broken = self._broken(documents)
        found = [*problems, *doubled, *(p for p in check(site) if not is_consequence(p, broken))]
        found += self._originals.problems(catalog)
        return Site(self.root, catalog, tuple(in_order(found)), files)

    def load_last_good(self) -> Site:
        """Like `load`, but a file that is broken now is shown as it was when it was last whole."""
        site = self.load()
        broken = {p.path for p in site.problems if p.code[0] in BREAKING}
        whole = {d.path: d for d in site.catalog.documents if d.path not in broken}
        standing_in = {path: d for path, d in self._good.items() if path in broken}
        self._good = {**whole, **standing_in}
        if not standing_in:
            return site
        rest = {d.path: d for d in site.catalog.documents}
        catalog, _ = build_catalog({**rest, **standing_in}.values(), entries_of)
        return Site(self.root, catalog, site.problems, site.files)

    def _broken(self, documents: list[Document[Any]]) -> set[str]:
        """Folders or files of which something could not be loaded."""
        whole = {document.path for document in documents}
        lost = [path for path in self._kept if path not in whole and (self.root / path).exists()]
        return {place for room in ROOMS for place in room.consequences for path in lost if path.startswith(place)}

    def _files(self, folder: str) -> Iterator[Path]:
        return (p for p in sorted((self.root / folder).rglob("*")) if not p.is_dir() and not p.name.startswith("."))

    def _documents(self) -> Iterator[Loaded]:
        for pattern in dict.fromkeys(kind.pattern for kind in KINDS):
            kinds = [kind for kind in KINDS if kind.pattern == pattern]
            for file in sorted(self.root.glob(pattern)):
                yield self._kept_or(file, partial(load_yaml, kinds=kinds))
        for file in sorted((self.root / "docs").rglob("*.md")):
            yield self._kept_or(file, load_page)

    def _kept_or(self, file: Path, load: Callable[[Path, str], Loaded]) -> Loaded:
        path = file.relative_to(self.root).as_posix()
        stat = file.stat() if file.exists() else None
        now = (stat.st_mtime_ns, stat.st_size) if stat else (0, 0)
        before = self._kept.get(path)
        if before is None or before[0] != now:
            self._kept[path] = before = (now, load(file, path))
        return before[1]


def load_yaml(file: Path, path: str, kinds: list[Kind]) -> Loaded:
    """One YAML file of one of `kinds`, told apart by their top-level key."""
    text, problems = read_text(file, path)
    if text is None:
        return None, problems
    tree, found = parse_yaml(text, path)
    problems += found
    if tree is None:
        return None, problems
    kind = _kind_of(tree, kinds)
    if kind is None:
        return None, [*problems, problem(path, 1, "M007", markers=", ".join(f"{k.marker}:" for k in kinds))]
    record, found = validate(kind.model, tree, path)
    return (Document(path, kind.name, record, tree) if record else None), problems + found


def _kind_of(tree: Tree, kinds: list[Kind]) -> Kind | None:
    if len(kinds) == 1:
        return kinds[0]
    return next((k for k in kinds if isinstance(tree.data, dict) and k.marker in tree.data), None)


def load_page(file: Path, path: str) -> Loaded:
    """One Markdown page."""
    text, problems = read_text(file, path)
    if text is None:
        return None, problems
    document, found = parse_page(text, path)
    return document, problems + found


_ENTRIES = {kind.name: kind.entries for kind in KINDS}


def entries_of(document: Document[Any]) -> Iterable[Entry[Any]]:
    """Everything with an id in a document."""
    if document.kind == "page":
        page = document.record
        return [Entry(prose_checks.kind_of(page.lang), page.id, page, document)]
    return _ENTRIES[document.kind](document)


def check(site: Site) -> Iterator[Problem]:
    """Every rule of every room."""
    catalog = site.catalog
    for document in catalog.documents:
        if document.kind != "page":
            yield from check_texts(document, COMPLETE)
    blocks = {name: embed.kind for name, embed in EMBEDS.items()}
    scope = Scope(site.root, catalog, COMPLETE, site.files, site.generated, blocks)
    for room in ROOMS:
        yield from room.check(scope)
    yield from check_ids(catalog, ID_KINDS, _lock(site.root), _retired(catalog))


def is_consequence(found: Problem, broken: set[str]) -> bool:
    """True when the Problem may only say that another, broken file is not there."""
    return any(found.code in codes for room in ROOMS for place, codes in room.consequences.items() if place in broken)


def _lock(root: Path) -> str:
    file = root / LOCK
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def _retired(catalog: Catalog) -> dict[tuple[str, str], str]:
    rows = [r for d in catalog.documents if d.kind == "retired" for r in d.record.retired]
    return {(row.kind, row.id): row.why for row in rows}
