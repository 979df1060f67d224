"""A tiny project to break, and the real one to read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from amatmida.site import Loader, Site
from browser import chromium
from support import CHAPTER, INDEX, MISCONCEPTIONS, OBJECTIVES, QUIZ, ROOT, SOURCES, Project, translate


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
