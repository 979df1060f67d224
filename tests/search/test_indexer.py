"""Indexes made by processes of their own: what is kept, what is put into the site, and how a failure is said."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from amatmida.adapters.indexer import Indexer
from amatmida.core.model import Lang
from amatmida.search.page import Block, Page
from support import QUIET, Project
from test_renderers import configure

BROKEN = """
import os, runpy, sys
if "en" in sys.argv:
    sys.exit("no room left on the device")
sys.path.remove(os.path.dirname(os.path.dirname(__file__)))
del sys.modules["pagefind"]
runpy.run_module("pagefind", run_name="__main__", alter_sys=True)
"""
LANGS: tuple[Lang, ...] = ("he", "en")


def page(text: str) -> Page:
    return Page("guide/a/", (Block("h1", "", text),))


def made(kept: Path, site: Path, text: str = "מדידה measured") -> list[str]:
    indexer = Indexer(kept)
    for lang in LANGS:
        indexer.begin(lang, [page(text)], [])
    return sorted(indexer.finish(site))


def broken_engine(folder: Path) -> str:
    """PYTHONPATH with an engine that fails in English."""
    for name, code in {"__init__.py": "", "__main__.py": BROKEN}.items():
        (folder / "pagefind").mkdir(exist_ok=True)
        (folder / "pagefind" / name).write_text(code, encoding="utf-8")
    return os.pathsep.join([str(folder), os.environ.get("PYTHONPATH", "")])


def files(folder: Path) -> dict[Path, int]:
    return {file: file.stat().st_mtime_ns for file in folder.rglob("*") if file.is_file()}


def test_what_did_not_change_is_kept_and_the_order_does_not_lie_about(tmp_path: Path) -> None:
    kept, site = tmp_path / "kept", tmp_path / "site"
    assert made(kept, site) == [f"Search index {lang}: 1 pages, made" for lang in ("en", "he")]
    assert list(kept.glob("*.pickle")) == []
    before = files(kept)
    assert made(kept, tmp_path / "again") == [f"Search index {lang}: 1 pages, kept" for lang in ("en", "he")]
    assert files(kept) == before
    assert len(list(tmp_path.glob("again/search/he/*/text/*.bin"))) == 1
    assert made(kept, site, "הערכה measured")[0].endswith("made")
    # Of the older index nothing is left, neither kept nor in the site.
    assert len(list(site.glob("search/he/*/text"))) == len(list(kept.glob("he/*/text"))) == 1


def test_an_order_that_cannot_be_done_is_said_with_its_language(tmp_path: Path) -> None:
    indexer = Indexer(tmp_path / "kept")
    indexer.begin("he", [page("מדידה")], [])
    indexer.begin("en", [page("measured")], [{"name": object()}])
    others = [process for lang, process in indexer._running.items() if lang == "he"]
    with pytest.raises(RuntimeError, match=r"search index \(en\) could not be made:[\s\S]*not JSON serializable"):
        list(indexer.finish(tmp_path / "site"))
    # The other one has ended too: it would write beside the next build's.
    assert [process.poll() for process in others] == [0]
    assert not (tmp_path / "site/search/en").exists()


def test_an_engine_that_fails_is_said_with_its_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", broken_engine(tmp_path))
    with pytest.raises(RuntimeError, match=r"search index \(en\)[\s\S]*no room left on the device"):
        made(tmp_path / "kept", tmp_path / "site")
    assert list((tmp_path / "kept").glob("*.pickle")) == []
    monkeypatch.undo()
    assert made(tmp_path / "kept", tmp_path / "site")[0] == "Search index en: 1 pages, made"


def test_a_failing_language_ends_the_build(project: Project, tmp_path: Path) -> None:
    configure(project)
    tool = Path(sys.executable).with_name("mkdocs")
    env = {**QUIET, "PYTHONPATH": broken_engine(tmp_path)}
    done = subprocess.run([str(tool), "build"], cwd=project.root, env=env, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "The search index (en) could not be made" in done.stderr
    assert "no room left on the device" in done.stderr
