"""The search engine: its program makes an index, of which only what a browser asks for is kept."""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import cbor2

from amatmida.search.bundle import Bundle
from amatmida.search.index import FORMAT, Found, Posting, index_files

SIGN = b"pagefind_dcd"
DONE = "digest.txt"

STEMMED, UNSTEMMED = {"en": "en"}, "he"
"""Languages whose words the engine takes to their stems, and one for which it has no rules: the other keys are ours."""


def write_index(made: Bundle, kept: Path) -> bool:
    """Make the index of one language in its folder in `kept`, unless it is there. True when it was made anew."""
    store = kept / made.lang
    sign = hashlib.sha256(f"{FORMAT} {made.digest}".encode()).hexdigest()[:16]
    if (store / DONE).is_file() and (store / DONE).read_text(encoding="utf-8") == sign:
        return False
    shutil.rmtree(store, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        run_engine(made, Path(folder))
        write_files(store, index_files(found(Path(folder)), made.copies, sign))
    write_files(store, [*made.files.items(), (DONE, sign.encode())])
    return True


def put_index(lang: str, kept: Path, site: Path) -> None:
    """Put the index of one language into the site, as search/<language>/."""
    target = site / "search" / lang
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(kept / lang, target)


def write_files(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write files below a folder."""
    for name, content in files:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def run_engine(made: Bundle, store: Path) -> None:
    """Its own program makes the index: its service takes pages one by one, fifteen times slower."""
    with tempfile.TemporaryDirectory() as folder:
        # Under their numbers, not their addresses: the engine has rules of its own for what an address is.
        for number, copy in enumerate(made.copies):
            (Path(folder) / f"{number}.html").write_text(copy.html, encoding="utf-8")
        command = [sys.executable, "-m", "pagefind", "--site", folder, "--output-path", str(store)]
        command += ["--force-language", STEMMED.get(made.lang, UNSTEMMED)]
        done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        raise RuntimeError(f"The search index could not be made: {done.stderr.decode(errors='replace')[-2000:]}")


def found(store: Path) -> Found:
    """What the engine wrote (pagefind 1.5.2, CBOR): contents, index, filters and fragments."""
    (meta,) = store.glob("*.pf_meta")
    _version, pages, _pieces, filters, _sorts, fields = _decoded(meta)
    words = {word: _postings(lists) for file in store.glob("index/*") for word, *lists in _decoded(file)[0]}
    values = {name: dict(_decoded(store / f"filter/{hash}.pf_filter")[1]) for name, hash in filters}
    texts = {file.stem: json.loads(_unpacked(file)) for file in store.glob("fragment/*")}
    copies = {name: int(text["url"].strip("/").removesuffix(".html")) for name, text in texts.items()}
    return Found([tuple(page) for page in pages], words, values, fields, texts, copies)


def _postings(lists: Sequence[Any]) -> list[Posting]:
    """Of a word, and of its forms with accents, which we do not tell apart."""
    plain, *accented = lists
    each = [plain, *(postings for one in accented for _form, postings in one)]
    return [posting for postings in each for posting in _absolute(postings)]


def _absolute(postings: Sequence[Any]) -> Iterator[Posting]:
    page = 0
    for step, places, *fields in postings:
        page += step
        yield page, places, fields[0] if fields else []


def _decoded(file: Path) -> Any:
    return cbor2.loads(_unpacked(file))


def _unpacked(file: Path) -> bytes:
    return gzip.decompress(file.read_bytes()).removeprefix(SIGN)
