"""Where quiz pages for browser tests come from: today small pages made of fixtures, in the site's own dress."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from browser import Watched, serving
from web import worksheet_site
from web.lab_site import build as lab_site_pages
from web.quiz_site import build

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def quiz_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of pages nobody changes."""
    with serving(build(tmp_path_factory.mktemp("quiz"))) as home:
        yield home


@pytest.fixture(scope="session")
def sheet_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the sample worksheets' pages."""
    with serving(worksheet_site.build(tmp_path_factory.mktemp("sheets"))) as home:
        yield home


@pytest.fixture
def own_site(tmp_path: Path) -> Iterator[tuple[str, Callable[[dict[str, Any]], None]]]:
    """Pages at one address, and how to build them anew with another practice quiz."""

    def rebuild(quiz: dict[str, Any]) -> None:
        build(tmp_path, quiz)
        # The server tells files apart by whole seconds.
        later = time.time() + 10
        for file in tmp_path.glob("*/*.html"):
            os.utime(file, (later, later))

    with serving(build(tmp_path)) as home:
        yield home, rebuild


class Visitor:
    """A person with a browser of their own; at the end nothing may have gone wrong on any page."""

    def __init__(self, browser: Browser, home: str, options: dict[str, Any]) -> None:
        self.context: BrowserContext = browser.new_context(**options)
        self.home = home
        self.tabs: list[Watched] = []

    def open(self, lang: str = "he", name: str = "index", *, live: bool = True) -> Page:
        tab = Watched(self.context, self.home)
        self.tabs.append(tab)
        tab.page.goto(f"{self.home}{lang}/{name}.html")
        if live:
            tab.page.wait_for_selector(":is(amat-quiz, amat-worksheet)[data-live]")
        return tab.page

    def close(self) -> list[str]:
        self.context.close()
        return [fault for tab in self.tabs for fault in tab.faults]


@pytest.fixture
def visitor(browser: Browser, quiz_site: str) -> Iterator[Callable[..., Visitor]]:
    """Make visitors: visitor(width=320, home=…, **options of the browser context)."""
    made: list[Visitor] = []

    def make(width: int = 1280, home: str = quiz_site, **options: Any) -> Visitor:
        made.append(Visitor(browser, home, {"viewport": {"width": width, "height": 900}, **options}))
        return made[-1]

    yield make
    faults = [fault for one in made for fault in one.close()]
    assert faults == []


@pytest.fixture
def quiz_page(visitor: Callable[..., Visitor]) -> Open:
    """quiz_page(lang, name) opens a page in a fresh browser profile."""

    def open_page(lang: str = "he", name: str = "index", **options: Any) -> Page:
        return visitor(**options).open(lang, name)

    return open_page


@pytest.fixture
def sheet_page(visitor: Callable[..., Visitor], sheet_site: str) -> Open:
    """sheet_page(lang, name) opens a worksheet in a fresh browser profile."""

    def open_page(lang: str = "he", name: str = "sample", **options: Any) -> Page:
        return visitor(home=sheet_site, **options).open(lang, name)

    return open_page


@pytest.fixture(scope="session")
def lab_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the lab's pages."""
    with serving(lab_site_pages(tmp_path_factory.mktemp("lab"))) as home:
        yield home


@pytest.fixture
def person(browser: Browser, lab_site: str) -> Iterator[Any]:
    """person(width=…, **options) is a visitor with a browser profile of their own."""
    made: list[Visitor] = []

    def make(width: int = 1280, **options: Any) -> Visitor:
        made.append(Visitor(browser, lab_site, {"viewport": {"width": width, "height": 900}, **options}))
        return made[-1]

    yield make
    assert [fault for one in made for fault in one.close()] == []
