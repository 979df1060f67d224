"""Artifacts → files. Only what changed is written, only what an earlier run wrote is removed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from amatmida.core.artifact import Artifact

DOWNLOADS = "downloads"
"""The folder, below the built site, of files that are made from it: books and the offline pack."""


@dataclass(frozen=True)
class Synced:
    """What a sync did, as paths below the target folder."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int


def sync(artifacts: Iterable[Artifact], target: Path) -> Synced:
    """Make `target` hold exactly these artifacts."""
    before = _files_below(target)
    written, kept = [], 0
    made_folders: set[str] = set()
    wanted = set()
    for artifact in artifacts:
        wanted.add(artifact.path)
        if artifact.path in before and _same(artifact, before[artifact.path]):
            kept += 1
            continue
        _write(artifact, target / artifact.path, made_folders)
        written.append(artifact.path)
    removed = sorted(set(before) - wanted)
    for path in removed:
        (target / path).unlink()
    return Synced(tuple(written), tuple(removed), kept)


# Material ships these; no page of ours asks for them.
UNUSED = ("assets/**/*.map", "assets/javascripts/lunr/**/*.js", "assets/javascripts/workers/**/*.js")


def prune(site: Path) -> int:
    """Remove what no reader's browser will ask for; returns how many files went."""
    unused = [file for pattern in UNUSED for file in site.glob(pattern)]
    for file in unused:
        file.unlink()
    return len(unused)


def _files_below(target: Path) -> dict[str, os.DirEntry[str]]:
    found: dict[str, os.DirEntry[str]] = {}
    folders = [("", target)] if target.is_dir() else []
    while folders:
        prefix, folder = folders.pop()
        for entry in os.scandir(folder):
            if entry.is_dir():
                folders.append((f"{prefix}{entry.name}/", Path(entry.path)))
            else:
                found[prefix + entry.name] = entry
    return found


def _same(artifact: Artifact, file: os.DirEntry[str]) -> bool:
    have = file.stat()
    if isinstance(artifact.content, Path):
        want = artifact.content.stat()
        return (want.st_size, want.st_mtime_ns) == (have.st_size, have.st_mtime_ns)
    return have.st_size == len(artifact.content) and Path(file.path).read_bytes() == artifact.content


def _write(artifact: Artifact, target: Path, made: set[str]) -> None:
    folder = str(target.parent)
    if folder not in made:
        target.parent.mkdir(parents=True, exist_ok=True)
        made.add(folder)
    if isinstance(artifact.content, Path):
        shutil.copy2(artifact.content, target)
    else:
        target.write_bytes(artifact.content)
