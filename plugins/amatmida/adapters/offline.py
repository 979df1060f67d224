"""sw.js of the finished site: which files a reader's browser keeps from the start, under the name of this build."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import amatmida.search

TEMPLATES = Path(amatmida.search.__file__).parent / "templates"
# The frame of every page, both home pages, and the search without its pieces (those are kept as they are used).
KEPT = (
    "index.html",
    "en/index.html",
    "404.html",
    "assets/stylesheets/*.css",
    "assets/javascripts/bundle.*.js",
    "assets/amatmida/main.js",
    "assets/amatmida/theme/*",
    "assets/amatmida/shared/*.js",
    "assets/amatmida/search/*",
    "assets/amatmida/quiz/**/*",
    "assets/amatmida/vendor/*.woff2",
    "search/*/*",
)


def write_worker(site: Path, on: bool) -> None:
    """`on` false writes the worker that removes itself (previews, and the switch `extra.offline`)."""
    if not on:
        (site / "sw.js").write_bytes((TEMPLATES / "sw-off.js").read_bytes())
        return
    files = sorted(set(_kept(site)))
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.relative_to(site).as_posix().encode() + file.read_bytes())
    addresses = [_address(file.relative_to(site).as_posix()) for file in files]
    text = (TEMPLATES / "sw.js").read_text(encoding="utf-8")
    text = text.replace('/*VERSION*/ ""', json.dumps(digest.hexdigest()[:16]))
    (site / "sw.js").write_text(text.replace("/*FILES*/ []", json.dumps(addresses)), encoding="utf-8")


def _kept(site: Path) -> Iterator[Path]:
    for pattern in KEPT:
        yield from (file for file in site.glob(pattern) if file.is_file() and file.name != "digest.txt")


def _address(path: str) -> str:
    return path.removesuffix("index.html")
