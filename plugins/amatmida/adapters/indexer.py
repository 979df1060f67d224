"""The search index of each language, made by a process of its own while MkDocs builds the next language."""

from __future__ import annotations

import gc
import pickle
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from amatmida.adapters.pagefind_engine import put_index, write_index
from amatmida.core.model import Lang
from amatmida.search.bundle import bundle
from amatmida.search.page import Page


class Indexer:
    """`kept` is the folder in which indexes wait for the next build."""

    def __init__(self, kept: Path) -> None:
        self.kept = kept
        self._running: dict[Lang, subprocess.Popen[str]] = {}

    def begin(self, lang: Lang, pages: Sequence[Page], terms: Sequence[dict[str, Any]]) -> None:
        """Start making the index of a language."""
        self.kept.mkdir(parents=True, exist_ok=True)
        order = self.kept / f"{lang}.pickle"
        order.write_bytes(pickle.dumps((lang, pages, terms)))
        command = [sys.executable, "-m", __name__, str(order)]
        self._running[lang] = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def finish(self, site: Path) -> Iterator[str]:
        """Put all indexes into the site; what was done, language by language. RuntimeError when one failed."""
        # All are waited for first: one that went on after a failed build would write beside the next build's.
        ended = [(lang, process, *process.communicate()) for lang, process in self._running.items()]
        self._running.clear()
        for lang, process, said, trouble in ended:
            if process.returncode:
                raise RuntimeError(f"The search index ({lang}) could not be made: {trouble[-2000:]}")
            put_index(lang, self.kept, site)
            yield f"Search index {lang}: {said.strip()}"


def main(order: Path) -> None:
    """Make one index."""
    # Millions of numbers are read, none of them in circles: looking for those took two thirds of the time.
    gc.disable()
    lang, pages, terms = pickle.loads(order.read_bytes())
    order.unlink()
    made = bundle(lang, pages, terms)
    print(f"{len(made.copies)} pages, {'made' if write_index(made, order.parent) else 'kept'}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
