"""Writing artifacts: only what changed, nothing left over."""

from __future__ import annotations

import os
from pathlib import Path

from amatmida.adapters.disk import sync
from amatmida.core.artifact import Artifact


def test_only_changes_are_written_and_leftovers_removed(tmp_path: Path) -> None:
    source = tmp_path / "picture.bin"
    source.write_bytes(b"12345")
    target = tmp_path / "out"
    first = [Artifact.text("a/one.md", "one"), Artifact.text("two.md", "two"), Artifact("p.bin", source)]
    assert sync(first, target).written == ("a/one.md", "two.md", "p.bin")
    before = (target / "two.md").stat().st_mtime_ns
    again = sync([Artifact.text("a/one.md", "ONE"), *first[1:]], target)
    assert (again.written, again.removed, again.unchanged) == (("a/one.md",), (), 2)
    assert (target / "two.md").stat().st_mtime_ns == before
    assert sync(first[1:2], target).removed == ("a/one.md", "p.bin")
    assert [p.name for p in target.rglob("*") if p.is_file()] == ["two.md"]


def test_a_copied_file_follows_its_source(tmp_path: Path) -> None:
    source = tmp_path / "picture.bin"
    source.write_bytes(b"12345")
    sync([Artifact("p.bin", source)], tmp_path / "out")
    source.write_bytes(b"54321")
    os.utime(source, ns=(1, 1))
    assert sync([Artifact("p.bin", source)], tmp_path / "out").written == ("p.bin",)
    assert (tmp_path / "out/p.bin").read_bytes() == b"54321"
