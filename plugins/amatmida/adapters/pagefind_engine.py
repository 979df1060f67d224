"""The search engine's index on disk. Only what a reader's browser asks for is written."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from amatmida.search.bundle import Bundle

# The engine's own user interfaces come along, and a page script that holds a second copy of the worker.
_NOT_ASKED_FOR = ("pagefind.js", "pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight")
DONE, KINDS_FILE = "digest.txt", "kinds.json"
# Smaller pieces than usual: a reader loads one for every word.
PIECES = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "4000"}


def write_index(made: Bundle, site: Path, kept: Path) -> bool:
    """Put search/<language>/ into the site; `kept` holds the last one made. True when the index was made anew."""
    store = kept / made.lang
    fresh = not (store / DONE).is_file() or (store / DONE).read_text(encoding="utf-8") != made.digest
    if fresh:
        shutil.rmtree(store, ignore_errors=True)
        _index(made, store)
        (store / KINDS_FILE).write_text(json.dumps(_kinds(store)), encoding="utf-8")
        for name, content in made.files.items():
            (store / name).write_bytes(content)
        (store / DONE).write_text(made.digest, encoding="utf-8")
    target = site / "search" / made.lang
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(store, target)
    return fresh


def _index(made: Bundle, store: Path) -> None:
    """Through the engine's own program: its service takes pages one by one, fifteen times slower."""
    with tempfile.TemporaryDirectory() as folder:
        for address, html in made.copies:
            page = Path(folder) / address
            page = page / "index.html" if address.endswith("/") or not address else page
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(html, encoding="utf-8")
        command = [sys.executable, "-m", "pagefind", "--site", folder, "--output-path", str(store)]
        done = subprocess.run(
            [*command, "--force-language", made.lang], env={**os.environ, **PIECES}, capture_output=True, check=False
        )
    if done.returncode:
        raise RuntimeError(f"The search index could not be made: {done.stderr.decode(errors='replace')[-2000:]}")
    for file in store.iterdir():
        if file.name.startswith(_NOT_ASKED_FOR):
            file.unlink()


def _kinds(store: Path) -> dict[str, list[str]]:
    """The engine's names of the pages whose kind bears on their place among the results (web/search/searcher.js)."""
    found: dict[str, list[str]] = {"question": [], "term": []}
    for file in sorted((store / "fragment").iterdir()):
        page = json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))
        for kind in found.keys() & set(page["filters"].get("kind", ())):
            found[kind].append(file.stem)
    return found
