"""Bytes from opening the search to its first result, and milliseconds after the last key, on a slow line and machine."""

from __future__ import annotations

import functools
import gzip
import http.server
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from browser import chromium, running

# The profiles of browsers' own developer tools: 4G as Lighthouse throttles it, and a quarter of the CPU's speed.
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
QUERIES = {
    "a rare word": "גודהרט",
    "common words": "מדד תוצאה",
    "three words": "שיתוף משתתפים במדידה",
    "a form": "לתמריצים",
}
GUIDE = "guide/measurement/policy/"


@dataclass(frozen=True)
class Engine:
    """A search as a reader meets it. `open` readies it; `typed` runs in the page with the whole query: → milliseconds."""

    name: str
    folder: Path
    start: str
    open: Callable[[Any], None]
    type: Callable[[Any, str], None]
    """Everything but the last letter, at a person's pace."""
    last: str
    """JavaScript: the last letter → milliseconds to the first result on the page, and the clock then."""
    times: int = 5
    wait: float = 30
    early: bool = False
    """Fetches its index with the page, before anybody asks for the search: this counts too."""


class _Zipped(http.server.SimpleHTTPRequestHandler):
    """A server that compresses text, as every host does, and so shows what a reader's line carries."""

    protocol_version = "HTTP/1.1"
    SENT: ClassVar[list[tuple[float, int, str]]] = []
    """Milliseconds of the clock, bytes, path."""
    TEXT = (".html", ".js", ".css", ".json", ".svg", ".xml")
    KEPT: ClassVar[dict[Path, bytes]] = {}

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        text = file.suffix in self.TEXT
        body = self._packed(file) if text else file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if text:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.SENT.append((time.time() * 1000, len(body), self.path))
        with suppress(ConnectionError):  # a browser that closes a connection is nobody's fault
            self.wfile.write(body)

    def _packed(self, file: Path) -> bytes:
        if file not in self.KEPT:
            self.KEPT[file] = gzip.compress(file.read_bytes(), 6)
        return self.KEPT[file]

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def zipped(folder: Path) -> Iterator[str]:
    """The address of a compressing server."""
    with running(functools.partial(_Zipped, directory=str(folder))) as home:
        yield home


def measured(engine: Engine, query: str) -> tuple[float, float] | None:
    """KB from opening to the first result, with the whole query at once; median milliseconds after the last key.

    None when the search finds nothing.
    """
    with zipped(engine.folder) as home, chromium() as browser:
        _Zipped.SENT.clear()
        with _page(browser, home, engine) as page:
            before = [one for one in _Zipped.SENT if engine.early and "search" in one[2]]
            _Zipped.SENT.clear()
            engine.open(page)
            first = page.evaluate(engine.last, query)
            if first["ms"] is None:
                return None
            shown = first["at"]
            size = sum(size for at, size, _ in (*before, *_Zipped.SENT) if at <= shown) / 1000
        times = []
        for _ in range(engine.times):
            with _page(browser, home, engine) as page:
                engine.open(page)
                page.wait_for_timeout(500)
                _slowed(page)
                engine.type(page, query[:-1])
                times.append(float(page.evaluate(engine.last, query)["ms"]))
        return size, statistics.median(times)


@contextmanager
def _page(browser: Any, home: str, engine: Engine) -> Iterator[Any]:
    # Keeping pages for later use without a network is no part of a search.
    context = browser.new_context(service_workers="block", bypass_csp=True)
    context.set_default_timeout(engine.wait * 1000)
    page = context.new_page()
    page.goto(home + engine.start)
    page.wait_for_load_state("networkidle")
    yield page
    context.close()


def _slowed(page: Any) -> None:
    debugger = page.context.new_cdp_session(page)
    debugger.send("Network.enable")
    debugger.send("Network.emulateNetworkConditions", SLOW)
    debugger.send("Emulation.setCPUThrottlingRate", {"rate": 4})


# The last letter goes into the field of ours and of Material alike; the list then gets a first link.
IN_FIELD = """async (query) => {
  const input = document.querySelector('%s'), list = document.querySelector('%s');
  const changed = new Promise(done => new MutationObserver(() => list.querySelector('a') && done()).observe(list, {childList: true}));
  const start = performance.now();
  input.value = query;
  input.dispatchEvent(new %s('%s', {bubbles: true}));
  const found = await Promise.race([changed.then(() => true), new Promise(done => setTimeout(done, 8000))]);
  if (!found) return {ms: null, at: Date.now()};
  return {ms: performance.now() - start, at: Date.now()};
}"""


def ours(site: Path) -> Engine:
    """The box of this site."""

    def opened(page: Any) -> None:
        page.keyboard.press("Control+k")
        page.wait_for_selector(".am-box__settings", state="attached")

    last = IN_FIELD % (".am-box__input", ".am-box__list", "InputEvent", "input")
    return Engine("ours", site, GUIDE, opened, lambda page, text: page.keyboard.type(text, delay=180), last)


def stock(site: Path) -> Engine:
    """Material's own search; it is ready when it no longer says that it begins."""

    def opened(page: Any) -> None:
        page.evaluate("document.querySelector('#__search').click()")
        page.focus(".md-search__input")
        # At a large site the worker is busy with the index for long; it answers when it is done.
        page.evaluate(READY)

    last = IN_FIELD % (".md-search__input", ".md-search-result__list", "KeyboardEvent", "keyup")
    typed = ours(site).type
    return Engine("stock Material", site, GUIDE, opened, typed, last, times=2, wait=400, early=True)


READY = """async () => {
  const input = document.querySelector('.md-search__input'), list = document.querySelector('.md-search-result__list');
  input.value = 'מדד';
  for (let n = 0; n < 3000 && !list.querySelector('a'); n++) {
    input.dispatchEvent(new KeyboardEvent('keyup', {bubbles: true}));
    await new Promise(done => setTimeout(done, 100));
  }
  input.value = '';
  input.dispatchEvent(new KeyboardEvent('keyup', {bubbles: true}));
  await new Promise(done => setTimeout(done, 300));
}"""


def raw(folder: Path) -> Engine:
    """Pagefind as it comes, without any box: its script, one search and the text of the first result."""

    def opened(page: Any) -> None:
        page.evaluate(
            "async () => { window.engine = await import(`${location.origin}/he/pagefind/pagefind.js`); await engine.init(); }"
        )

    def typed(page: Any, text: str) -> None:
        for end in range(1, len(text) + 1):
            page.evaluate("text => void engine.preload(text)", text[:end])
            time.sleep(0.18)

    last = """async (query) => {
      const start = performance.now();
      const {results} = await engine.search(query);
      if (!results.length) return {ms: null, at: Date.now()};
      await results[0].data();
      return {ms: performance.now() - start, at: Date.now()};
    }"""
    return Engine("raw Pagefind", folder, "he/pagefind/pagefind-entry.json", opened, typed, last)
