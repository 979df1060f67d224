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

# The programs with which Pagefind reads its index; web/search/reader.js is ours.
_NOT_ASKED_FOR = ("pagefind", "wasm")
SIGN = b"pagefind_dcd"
DONE, KINDS_FILE, PAGES_FILE = "digest.txt", "kinds.json", "pages.bin"
FORMAT = "2"
"""Changes with what this module writes, so that an index made by an older version is made anew."""
# Smaller pieces than usual: a reader loads one for every word.
PIECES = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "2500"}

STEMMED, UNSTEMMED = {"en": "en"}, "he"
"""Languages whose words the engine takes to their stems, and one for which it has no rules: the other keys are ours."""


def write_index(made: Bundle, site: Path, kept: Path) -> bool:
    """Put search/<language>/ into the site; `kept` holds the last one made. True when the index was made anew."""
    store = kept / made.lang
    sign = f"{FORMAT} {made.digest}"
    fresh = not (store / DONE).is_file() or (store / DONE).read_text(encoding="utf-8") != sign
    if fresh:
        shutil.rmtree(store, ignore_errors=True)
        run_engine(made, store)
        _tidy(store)
        (store / KINDS_FILE).write_text(json.dumps(_restore(made, store)), encoding="utf-8")
        for name, content in made.files.items():
            (store / name).write_bytes(content)
        (store / DONE).write_text(sign, encoding="utf-8")
    target = site / "search" / made.lang
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(store, target)
    return fresh


def run_engine(made: Bundle, store: Path) -> None:
    """Its own program makes the index: its service takes pages one by one, fifteen times slower."""
    with tempfile.TemporaryDirectory() as folder:
        for copy in made.copies:
            page = Path(folder) / copy.url
            page = page / "index.html" if copy.url.endswith("/") or not copy.url else page
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(copy.html, encoding="utf-8")
        command = [sys.executable, "-m", "pagefind", "--site", folder, "--output-path", str(store)]
        command += ["--force-language", STEMMED.get(made.lang, UNSTEMMED)]
        done = subprocess.run(command, env={**os.environ, **PIECES}, capture_output=True, check=False)
    if done.returncode:
        raise RuntimeError(f"The search index could not be made: {done.stderr.decode(errors='replace')[-2000:]}")


def _tidy(store: Path) -> None:
    """Only what web/search/reader.js asks for. The list of contents gets a name that is known beforehand."""
    for file in list(store.iterdir()):
        if file.suffix == ".pf_meta":
            file.rename(store / PAGES_FILE)
        elif file.name.startswith(_NOT_ASKED_FOR):
            file.unlink()


def _restore(made: Bundle, store: Path) -> dict[str, list[str]]:
    """Put the reader's words into the engine's texts; gives its names of the pages whose kind bears on the order."""
    copies = {copy.url: copy for copy in made.copies}
    kinds: dict[str, list[str]] = {"question": [], "term": []}
    for file in sorted((store / "fragment").iterdir()):
        page = json.loads(gzip.decompress(file.read_bytes()).removeprefix(SIGN))
        copy = copies[page["url"].lstrip("/")]
        if len(page["content"].split()) != len(copy.words.split()):
            raise RuntimeError(f"The search engine counts the words of {copy.url} in another way than its copy does")
        page["content"], page["meta"] = copy.words, {"title": copy.title}
        for anchor in page["anchors"]:
            anchor["text"] = copy.headings.get(anchor["id"], "")
        text = json.dumps(page, ensure_ascii=False, separators=(",", ":")).encode()
        file.write_bytes(gzip.compress(SIGN + text, 9, mtime=0))
        for kind in kinds.keys() & set(page["filters"].get("kind", ())):
            kinds[kind].append(file.stem)
    return kinds
