"""Chromium, and a local server that sends the strict content policy, for tests that look at pages."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright._impl._driver import compute_driver_executable
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from amatmida.adapters.chromium import FLAGS, find_chromium

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'; object-src 'none'"
)
WITH_WASM = CSP.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
"""For the stock search engine, to compare with."""
AXE = Path(__file__).parent / "web/vendor/axe.min.js"
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN_AXE = """async (tags) => (await axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']}))
  .violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).slice(0, 4).join(' | '))"""


ALIVE = """() => [...document.querySelectorAll('*')].filter(one => one.localName.startsWith('amat-'))
  .every(one => one.hasAttribute('data-live'))"""


class _Handler(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, policy: str = CSP, **options: Any) -> None:
        self.policy = policy
        super().__init__(*args, **options)

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", self.policy)
        self.send_header("Cache-Control", "no-cache")  # what the browser's own cache holds must not pass for an answer
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        lost = Path(self.directory) / "404.html"
        if code != 404 or not lost.is_file():
            super().send_error(code, message, explain)
            return
        body = lost.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        pass


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128  # of five, a busy machine lets some connections hang

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass  # a browser that closes a connection is nobody's fault


@contextmanager
def running(handler: Callable[..., Any], port: int = 0) -> Iterator[str]:
    """The address of a server with this handler, ending in /; port 0 is any that is free."""
    server = _Server(("127.0.0.1", port), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def serving(folder: Path, port: int = 0, policy: str = CSP) -> Iterator[str]:
    """The address of a server for `folder`, as the site's own would be."""
    with running(functools.partial(_Handler, directory=str(folder), policy=policy), port) as home:
        yield home


FILES_BY_FETCH = """
import { readFile } from "node:fs/promises";
globalThis.fetch = async (address) => new Response(await readFile(address));
"""
"""Node's fetch knows no files: put before a script whose modules load data that lies beside them."""


def node() -> str:
    """A Node.js: the machine's, or the one Playwright brings along."""
    return shutil.which("node") or str(compute_driver_executable()[0])


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        # Pages kept by a service worker would hide what the server sends; the tests of reading offline ask for one.
        setattr(browser, "new_context", functools.partial(browser.new_context, service_workers="block"))  # noqa: B010
        try:
            yield browser
        finally:
            browser.close()


def intercept(context: BrowserContext) -> None:
    """Have the browser ask Playwright about every request of this context from the start.

    A route that is added while a page is open does not hold at once: for a moment requests still go past it.
    """
    context.route("**/no-such-thing", lambda route: route.continue_())


class Watched:
    """A page that remembers what went wrong on it: console errors, page errors, requests to other places."""

    def __init__(self, context: BrowserContext, home: str) -> None:
        self.home = home
        self.faults: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("console", lambda m: self.faults.append(f"console: {m.text}") if m.type == "error" else None)
        self.page.on("pageerror", lambda e: self.faults.append(f"error: {e}"))
        self.page.on("request", self._request)

    def _request(self, request: Any) -> None:
        if not request.url.startswith((self.home, "data:", "blob:")):
            self.faults.append(f"off-origin: {request.url}")

    def open(self, path: str) -> Page:
        """Go there and wait until every element of ours on the page is alive."""
        self.page.goto(self.home + path, wait_until="load")
        self.page.wait_for_function(ALIVE)
        return self.page


def axe(page: Page) -> list[str]:
    """What axe finds wrong; the script goes in through the debugger, which the content policy does not stop."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(RUN_AXE, AXE_TAGS)
    return found
