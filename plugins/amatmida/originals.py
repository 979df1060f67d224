"""The check against copying: every authored file beside the original documents, where those are at hand.

The originals are not part of the repository. They lie in ../shared/sources, if anywhere; without them nothing is
compared, and the check says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from amatmida.core.catalog import Catalog
from amatmida.core.copying import copied, runs_of
from amatmida.core.problem import Problem, problem

FOLDER = "../shared/sources"
QUOTATIONS = "quotations"
"""The kind of file that lists what may be quoted; it is the one place where copied words may stand freely."""

Runs = frozenset[tuple[str, ...]]
Stat = tuple[int, int]


def _stat(file: Path) -> Stat:
    found = file.stat()
    return found.st_mtime_ns, found.st_size


class Originals:
    """Compares again and again; a file that did not change is not read twice."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._known: tuple[object, Runs] = (None, frozenset())
        self._kept: dict[str, tuple[object, tuple[Problem, ...]]] = {}

    def problems(self, catalog: Catalog) -> Iterator[Problem]:
        """P013 for each passage of each loaded file that an original holds."""
        originals = self._originals(catalog)
        if not originals:
            return
        for document in catalog.documents:
            if document.kind != QUOTATIONS:
                yield from self._of_file(document.path, originals)

    def _originals(self, catalog: Catalog) -> Runs:
        files = sorted((self.root / FOLDER).glob("*.txt"))
        allowed = tuple(entry.record.words for entry in catalog.all("quotation").values())
        now = (tuple((file.name, _stat(file)) for file in files), allowed)
        if self._known[0] != now:
            texts = (file.read_text(encoding="utf-8", errors="replace") for file in files)
            self._known = (now, runs_of(texts, allowed))
        return self._known[1]

    def _of_file(self, path: str, originals: Runs) -> tuple[Problem, ...]:
        file = self.root / path
        now = (_stat(file), self._known[0])
        if path not in self._kept or self._kept[path][0] != now:
            text = file.read_text(encoding="utf-8", errors="replace")
            found = tuple(problem(path, one.line, "P013", words=one.words) for one in copied(text, originals))
            self._kept[path] = (now, found)
        return self._kept[path][1]
