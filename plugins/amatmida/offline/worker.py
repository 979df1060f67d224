"""A built site → its service worker and, per language, the list of files to keep. Pure but for reading templates.

The version is a hash of everything in the site: a site that did not change leaves every reader's worker alone.
"""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from amatmida.core.model import SOURCE_LANG

WORKER = "sw.js"
LISTS = "assets/amatmida/offline/"
"""Folder of the lists below the site: he.json, en.json, …"""
PAGE = "offline"
WEB = Path(__file__).parents[1] / "web/offline"

SHELL = re.compile(
    r"assets/amatmida/(main\.js|(theme|shared|quiz|glossary|search)/.*\.(js|css|svg)"
    r"|offline/(notice\.js|offline\.css|words-\w+\.json)|vendor/.*\.woff2)$"
)
"""What a chapter with a quiz and the search box need, besides what the home page names; the index comes later."""
KEPT = re.compile(r"\.(js|css|svg|png|jpe?g|webp|woff2|docx|xlsx|csv|txt|json)$")
"""Files of "the whole site": documents for print (PDF) and packages (ZIP) stay on the server."""
_NAMED = re.compile(r'<(?:link|script|img)\b[^>]*?\b(?:href|src)="([^":#?]+)"')
_NOT_COUNTED = re.compile(r"\.(gz|map)$")


@dataclass(frozen=True)
class Filed:
    """One file of the built site: its size in bytes and a digest of its content."""

    size: int
    digest: str


Files = Mapping[str, Filed]
"""Paths below the site's folder, with forward slashes."""


def worker_files(files: Files, read: Callable[[str], str], langs: Sequence[str]) -> dict[str, str]:
    """Path below the site → text: the worker, and a list for each language."""
    counted = {path: filed for path, filed in sorted(files.items()) if not _made_here(path, langs)}
    version = _version(counted)
    lists = {f"{LISTS}{lang}.json": _list(counted, lang, langs, version) for lang in langs}
    return {WORKER: _worker(counted, read, langs, version), **lists}


def is_wanted(extra: Mapping[str, Any], *, serving: bool) -> bool:
    """Whether this build gets a worker: never while serving, in previews, or in a site that is opened from a file."""
    return bool(extra.get("offline")) and not extra.get("preview") and extra.get("csp") is not False and not serving


def kill_switch() -> str:
    """A worker that erases what the other one kept, and itself."""
    return (WEB / "sw-off.js").read_text(encoding="utf-8")


def address(path: str) -> str:
    """A file's path → its address below the site: a/index.html → a/"""
    return path.removesuffix("index.html") if posixpath.basename(path) == "index.html" else path


def shell(files: Files, read: Callable[[str], str], langs: Sequence[str]) -> list[str]:
    """Addresses that every reader keeps: home pages, pages for lost connections, and what they need."""
    pages = [page for lang in langs for page in (_page(files, lang, "index"), _page(files, lang, PAGE)) if page]
    named = {path for page in pages for path in _named(page, read(page)) if path in files}
    return [address(page) for page in pages] + sorted(named | {path for path in files if SHELL.fullmatch(path)})


def _made_here(path: str, langs: Sequence[str]) -> bool:
    made = {WORKER, *(f"{LISTS}{lang}.json" for lang in langs)}
    return path in made or bool(_NOT_COUNTED.search(path))


def _version(files: Files) -> str:
    listed = "\n".join(f"{path} {filed.digest}" for path, filed in files.items())
    return hashlib.sha256(listed.encode()).hexdigest()[:16]


def _worker(files: Files, read: Callable[[str], str], langs: Sequence[str], version: str) -> str:
    pages = {lang: _page(files, lang, PAGE) for lang in langs}
    built = {
        "version": version,
        "lists": LISTS,
        "offline": {lang: address(path) for lang, path in pages.items() if path},
        "shell": shell(files, read, langs),
    }
    template = (WEB / WORKER).read_text(encoding="utf-8")
    assert "{/* built */}" in template
    return template.replace("{/* built */}", json.dumps(built, ensure_ascii=False))


def _page(files: Files, lang: str, name: str) -> str:
    """The path of a page, whichever way its address is written; "" when the site has none."""
    folder = "" if lang == SOURCE_LANG else f"{lang}/"
    at_root = (f"{folder}index.html",) if name == "index" else (f"{folder}{name}/index.html", f"{folder}{name}.html")
    return next((path for path in at_root if path in files), "")


def _named(page: str, html: str) -> Iterator[str]:
    for link in _NAMED.findall(html):
        yield posixpath.normpath(posixpath.join(posixpath.dirname(page), link))


def _list(files: Files, lang: str, langs: Sequence[str], version: str) -> str:
    pages = [path for path in files if path.endswith(".html") and path != "404.html" and _lang_of(path, langs) == lang]
    search = [path for path in files if path.startswith(f"search/{lang}/")]
    others = [path for path in files if path.startswith("assets/") and KEPT.search(path)]
    size = sum(files[path].size for path in (*pages, *search, *others))
    lists = {"pages": [address(path) for path in pages], "files": others, "search": search}
    return json.dumps({"version": version, "bytes": size, **lists}, ensure_ascii=False)


def _lang_of(path: str, langs: Sequence[str]) -> str:
    first = path.split("/", maxsplit=1)[0]
    return first if first in langs and first != SOURCE_LANG else SOURCE_LANG
