"""A built site → the files of its offline pack, which is opened from a folder, without a server. Pure.

Browsers load neither modules (`type=module`) nor data (`fetch`) into a page that was opened from a file, only scripts.
So the pack carries both inside of scripts, and web/offline/pack.js hands them out; the code itself stays as it is.
The site must be built without directory addresses and without a content policy.
"""

from __future__ import annotations

import base64
import io
import json
import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from amatmida.book.model import Imprint
from amatmida.offline.modules import NAMES, bare, placed, resolved
from amatmida.offline.pack_words import pack_page, readme

CODE = "assets/amatmida/"
SEARCH = "search/"
LOADER = f"{CODE}offline/pack.js"
TEMPLATE = Path(__file__).parents[1] / "web/offline/pack.js"
README = "README.txt"
FOLDER = "amat-mida"
"""Everything is in one folder of the ZIP file: whoever unpacks it on a full desktop finds it again."""
FIXED = (2020, 1, 1, 0, 0, 0)
"""Date of every file in the ZIP, so that the same site makes the same bytes."""

Files = Mapping[str, bytes]
"""Paths below the site's folder, with forward slashes."""

_ONLY_ON_SERVERS = re.compile(
    r"(404|(\w\w/)?offline)\.html|sw\.js|(\w\w/)?llms\.txt|robots\.txt|sitemap\.xml(\.gz)?"
    rf"|assets/share/.*|downloads/.*|{CODE}offline/.*\.json|.*\.map"
)
_FETCHED = re.compile(rf"{SEARCH}.*|{CODE}.*\.(txt|woff2)")
_SCRIPT = re.compile(r'<script\b([^>]*?)\bsrc="([^":]+)"([^>]*)></script>')
_MODULE = re.compile(r"type=\"?module\b")


def pack_files(files: Files, imprint: Imprint) -> Iterator[tuple[str, bytes]]:
    """Every file of the pack: path and bytes.

    Errors: ValueError for a module that names another one outside of the tree.
    """
    wanted = {path: data for path, data in files.items() if not _ONLY_ON_SERVERS.fullmatch(path)}
    pages = {path: data.decode() for path, data in wanted.items() if path.endswith(".html")}
    plain = _plain_scripts(pages)
    modules = {path for path in wanted if path.startswith(CODE) and path.endswith(".js")} - plain
    for path, data in wanted.items():
        if path in pages:
            yield path, _page(path, pack_page(pages[path], imprint)).encode()
        elif path in plain and path.startswith(CODE):
            yield path, bare(data.decode(), path.removeprefix(CODE)).encode()
        elif path not in modules:
            yield from _with_twin(path, data)
    yield LOADER, _loader({path.removeprefix(CODE): wanted[path].decode() for path in sorted(modules)}).encode()
    # Notepad knows by the mark that this is UTF-8, and old ones need both signs for a new line.
    yield README, ("\ufeff" + readme(imprint).replace("\n", "\r\n")).encode()


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """One ZIP file; the same bytes for the same files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as whole:
        for path, data in sorted(files):
            info = zipfile.ZipInfo(f"{FOLDER}/{path}", FIXED)
            info.compress_type, info.external_attr, info.create_system = zipfile.ZIP_DEFLATED, 0o644 << 16, 3
            whole.writestr(info, data)
    return made.getvalue()


def _plain_scripts(pages: Mapping[str, str]) -> set[str]:
    """Scripts that pages name and that are no modules."""
    return {
        posixpath.normpath(posixpath.join(posixpath.dirname(page), source))
        for page, html in pages.items()
        for before, source, after in _SCRIPT.findall(html)
        if not _MODULE.search(before + after)
    }


def _page(path: str, html: str) -> str:
    """The page with modules started by the loader, which comes before every other script of the body."""

    def started(found: re.Match[str]) -> str:
        before, source, after = found.groups()
        if not _MODULE.search(before + after):
            return found[0]
        return f'<script>amatPack.start("{NAMES}{resolved(path, source).removeprefix(CODE)}")</script>'

    loader = posixpath.relpath(LOADER, posixpath.dirname(path) or ".")
    return _SCRIPT.sub(started, html).replace("</head>", f'<script src="{loader}"></script></head>', 1)


def _with_twin(path: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """A file, and if code fetches it also as a script; nobody else asks for the files of the search."""
    if _FETCHED.fullmatch(path):
        text = base64.b64encode(data).decode()
        yield f"{path}.js", f"amatPack.file({json.dumps(path)},{json.dumps(text)})".encode()
    if not path.startswith(SEARCH):
        yield path, data


def _loader(modules: Mapping[str, str]) -> str:
    template = TEMPLATE.read_text(encoding="utf-8")
    assert "{/* modules */}" in template
    made = {f"{NAMES}{path}": placed(bare(code, path), path, "amatPack.at") for path, code in modules.items()}
    return template.replace("{/* modules */}", json.dumps(made, ensure_ascii=False))
