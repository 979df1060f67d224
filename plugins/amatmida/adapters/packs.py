"""Make the offline pack of a project, keep it, and offer it to the site's readers."""

from __future__ import annotations

import os
import posixpath
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from amatmida.adapters.disk import DOWNLOADS
from amatmida.book.model import Imprint
from amatmida.offline.pack import pack_files, zipped
from amatmida.offline.pack_words import imprint_of, offered

ABOUT = ("about/offline/index.html", "en/about/offline/index.html")
NAME = "amat-mida-{version}.zip"


class PackError(Exception):
    """The site could not be built; the message is the builder's own."""


@dataclass(frozen=True)
class Order:
    """What to pack."""

    root: Path
    """The project."""
    site: Path
    """The built site, in which the pack is offered if it is there."""
    target: Path
    """Where the file is kept."""
    version: str
    date: str = ""
    """ISO date; nothing: the newest review of a page, so that the same site makes the same pack."""


def make_pack(order: Order) -> Path:
    """Build the site once more, for a folder, and pack it. Returns the ZIP file.

    Errors: PackError.
    """
    with tempfile.TemporaryDirectory() as folder:
        built = build_for_folder(order.root, Path(folder))
    pages = [data.decode() for path, data in built.items() if path.endswith(".html")]
    imprint = imprint_of(pages, order.version, order.date)
    content = zipped(pack_files(built, imprint))
    file = order.target / NAME.format(version=order.version)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    _offer(order.site, file.name, content, imprint)
    return file


def build_for_folder(root: Path, target: Path) -> dict[str, bytes]:
    """Every file of the site as a folder needs it: links to files, no content policy, no worker."""
    # Not --quiet: it would silence what --strict counts.
    options = ["--strict", "--no-directory-urls", "--config-file", str(root / "mkdocs.yml"), "--site-dir", str(target)]
    command = [sys.executable, "-m", "mkdocs", "build", *options]
    environment = {**os.environ, "SITE_CSP": "false"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=root)
    if done.returncode:
        raise PackError(done.stderr.strip() or done.stdout.strip())
    return {path.relative_to(target).as_posix(): path.read_bytes() for path in target.rglob("*") if path.is_file()}


def _offer(site: Path, name: str, content: bytes, imprint: Imprint) -> None:
    pages = [page for page in (site / path for path in ABOUT) if page.is_file()]
    if not pages:
        return
    target = site / DOWNLOADS / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    for page in pages:
        href = posixpath.relpath(target.relative_to(site).as_posix(), page.parent.relative_to(site).as_posix())
        page.write_text(offered(page.read_text(encoding="utf-8"), href, len(content), imprint), encoding="utf-8")
