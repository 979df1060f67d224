"""A copy of the site whose server can be stopped, and what a page knows of what is kept."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page

from amatmida.adapters.offline_files import write_worker
from browser import serving
from web import steps

LESSON = "guide/measurement/indicators/"
OTHER = "guide/measurement/policy/"
LANGS = ("he", "en")
KEPT = """async (path) => {
  for (const name of await caches.keys()) if (await (await caches.open(name)).match(new URL(path, location.origin))) return true;
  return false;
}"""
SETTLED = "async () => (await navigator.serviceWorker.ready).active.state === 'activated' && !!navigator.serviceWorker.controller"
FOUND = "() => navigator.serviceWorker.getRegistrations()"
NAMES = "async () => (await caches.keys()).filter(name => name.startsWith('amatmida '))"


class Place:
    """A copy of the site at one address, whose server can be stopped and started again."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.stack = ExitStack()
        self.home = self.stack.enter_context(serving(site))

    def stop(self) -> None:
        self.stack.close()

    def start(self) -> None:
        port = urlsplit(self.home).port
        assert port
        self.stack.enter_context(serving(self.site, port))

    def publish(self, words: str, *, wanted: bool = True) -> None:
        """Another version: these words instead of the home page's title, in Hebrew and in English."""
        for page in ("index.html", "en/index.html", f"{LESSON}index.html"):
            file = self.site / page
            file.write_text(file.read_text("utf-8").replace("</h1>", f" {words}</h1>", 1), "utf-8")
        write_worker(self.site, LANGS, wanted=wanted)


def until(page: Page, question: str, arg: Any = None) -> None:
    """Wait a minute for a "yes": a browser sees to its service workers in its own time."""
    steps.until(page, question, 60, arg)


def visit(page: Page, place: Place, path: str = "") -> None:
    """Go there and wait until the page is kept."""
    page.goto(place.home + path)
    until(page, SETTLED)
    until(page, KEPT, arg=f"/{path}")
