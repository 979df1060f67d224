"""A tiny project to break, and the real one to read."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from amatmida.site import Loader, Site
from browser import chromium, serving
from support import CHAPTER, INDEX, MISCONCEPTIONS, OBJECTIVES, QUIET, QUIZ, ROOT, SOURCES, Project, translate


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A small whole project without a single Problem."""
    made = Project(tmp_path / "project")
    made.write("course/objectives.yml", OBJECTIVES)
    made.write("course/misconceptions.yml", MISCONCEPTIONS)
    made.write("course/sources.yml", SOURCES)
    made.write("quizzes/first.yml", QUIZ)
    made.write("docs/index.md", INDEX)
    made.write("docs/guide/chapter.md", CHAPTER)
    translate(made)
    return made


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all browser tests: Playwright cannot be started twice in one process."""
    with chromium() as started:
        yield started


@pytest.fixture(scope="session")
def real_site() -> Site:
    """The repository's own content."""
    return Loader(ROOT).load()


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[Path], None]], Path]:
    """once(name, make) → a folder that `make` fills one single time, however many processes run the tests."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def folder(name: str, make: Callable[[Path], None]) -> Path:
        target = shared / name
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (shared / f"{name}.made").exists():
                make(target)
                (shared / f"{name}.made").touch()
        return target

    return folder


def _build(target: Path) -> None:
    tool = Path(sys.executable).with_name("mkdocs")
    command = [str(tool), "build", "--strict", "--clean", "-d", str(target)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=QUIET)
    warnings = [line for line in done.stderr.splitlines() if line.startswith(("WARNING", "ERROR"))]
    assert done.returncode == 0, warnings[:20]


@pytest.fixture(scope="session")
def built(once: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    """site/ of the repository, built with --strict. Nobody changes it."""
    return once("real-site", _build)


@pytest.fixture(scope="session")
def home(built: Path) -> Iterator[str]:
    """Its address."""
    with serving(built) as address:
        yield address
