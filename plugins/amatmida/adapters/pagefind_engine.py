"""The search engine's index on disk. Only what a reader's browser asks for is written."""

from __future__ import annotations

import asyncio
import os
import shutil
from pathlib import Path

from pagefind.index import IndexConfig, PagefindIndex

from amatmida.search.bundle import Bundle

# The engine's own user interfaces come along, and a page script that holds a second copy of the worker.
_NOT_ASKED_FOR = ("pagefind.js", "pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight")
DONE = "digest.txt"
# Smaller pieces than usual: a reader loads one for every word.
PIECES = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "4000"}


def write_index(made: Bundle, site: Path, kept: Path) -> bool:
    """Put search/<language>/ into the site; `kept` holds the last one made. True when the index was made anew."""
    store = kept / made.lang
    fresh = not (store / DONE).is_file() or (store / DONE).read_text(encoding="utf-8") != made.digest
    if fresh:
        shutil.rmtree(store, ignore_errors=True)
        asyncio.run(_index(made, store))
        for name, content in made.files.items():
            (store / name).write_bytes(content)
        (store / DONE).write_text(made.digest, encoding="utf-8")
    target = site / "search" / made.lang
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(store, target)
    return fresh


async def _index(made: Bundle, store: Path) -> None:
    os.environ.update(PIECES)
    async with PagefindIndex(IndexConfig(force_language=made.lang, output_path=str(store))) as index:
        await asyncio.gather(*(index.add_html_file(content=html, url=address) for address, html in made.copies))
    for file in store.iterdir():
        if file.name.startswith(_NOT_ASKED_FOR):
            file.unlink()
