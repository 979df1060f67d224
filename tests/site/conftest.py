"""The real site at an address of its own, and readers whose browser may keep pages."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from offline.place import Place


@pytest.fixture
def place(built: Path, tmp_path: Path) -> Iterator[Place]:
    made = Place(Path(shutil.copytree(built, tmp_path / "site")))
    yield made
    made.stop()


@pytest.fixture
def reader(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Make readers whose browser may keep pages."""
    made: list[BrowserContext] = []

    def make(width: int = 1280, **options: Any) -> Page:
        viewport: Any = {"width": width, "height": 800}
        made.append(browser.new_context(viewport=viewport, service_workers="allow", **options))
        return made[-1].new_page()

    yield make
    for context in made:
        context.close()
