"""Reads a built site and writes its service worker."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from amatmida.offline.worker import WORKER, Filed, kill_switch, worker_files


def write_worker(site: Path, langs: Sequence[str], *, wanted: bool) -> None:
    """Put sw.js, and the lists it uses, into the site; where it is not wanted, the one that ends an earlier one."""
    if not wanted:
        (site / WORKER).write_text(kill_switch(), encoding="utf-8")
        return
    files = {path.relative_to(site).as_posix(): _filed(path) for path in site.rglob("*") if path.is_file()}
    made = worker_files(files, lambda path: (site / path).read_text(encoding="utf-8"), langs)
    for path, text in made.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, encoding="utf-8")


def _filed(path: Path) -> Filed:
    content = path.read_bytes()
    return Filed(len(content), hashlib.sha256(content).hexdigest())
