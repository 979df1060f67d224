"""The search in a browser: judged queries, forms of words, bytes and milliseconds."""

from __future__ import annotations

import functools
import gzip
import http.server
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, ClassVar

import yaml

from amatmida.adapters.pagefind_engine import write_index
from amatmida.search.bundle import bundle
from amatmida.search.page import Page, page_of
from browser import WITH_WASM, chromium, serving
from search import words as word_sets
from tests.bench import sites

SETS = Path(__file__).parents[1] / "data/search"
SHORT = {"g/": "guide/measurement/", "p/": "guide/participation/", "m/": "methods/", "a/": "about/"}
# The profiles of browsers' own developer tools: 4G as Lighthouse throttles it, and a quarter of the CPU's speed.
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
SETTLED = """async (query) => {
  const status = document.querySelector('.am-box__status');
  const before = new Promise(done => new MutationObserver((_, o) => { o.disconnect(); done(); }).observe(status, {childList: true, characterData: true, subtree: true}));
  status.textContent = '…';
  await before;
  const input = document.querySelector('.am-box__input');
  input.value = query;
  input.dispatchEvent(new InputEvent('input', {bubbles: true}));
  for (let n = 0; n < 400 && status.textContent === '…'; n++) await new Promise(done => setTimeout(done, 20));
  // The definition on top is one result, with up to two links.
  return [...document.querySelectorAll('.am-box__term, .am-hit__head')].map(one => [...one.querySelectorAll('a')].map(link => link.href));
}"""


def judged(lang: str) -> list[dict[str, Any]]:
    """Queries of one language with the addresses of the pages that answer, below the site."""
    rows = yaml.safe_load((SETS / "judged.yml").read_text(encoding="utf-8"))[lang]
    return [{**row, "pages": [address(one, lang) for one in row["a"]]} for row in rows]


def address(short: str, lang: str) -> str:
    """g/policy → guide/measurement/policy/"""
    long = next((full + short[2:] for start, full in SHORT.items() if short.startswith(start)), short)
    return ("" if lang == "he" else f"{lang}/") + long.removesuffix("index").rstrip("/") + "/"


def places(results: list[list[str]], home: str, wanted: list[str]) -> int | None:
    """The place of the first answering result, from 1."""
    pages = [{link.removeprefix(home).split("#")[0].split("?")[0] for link in links} for links in results]
    return next((n for n, page in enumerate(pages, 1) if page & set(wanted)), None)


def recall(found: list[int | None]) -> float:
    """The share answered within the first three."""
    return sum(1 for place in found if place and place <= 3) / len(found)


def figures(found: list[int | None]) -> str:
    """Recall at 3 and mean reciprocal rank."""
    rank = sum(1 / place for place in found if place) / len(found)
    return f"recall@3 {recall(found):.1%}, MRR {rank:.2f}, {len(found)} queries"


def open_box(page: Any) -> None:
    """The box, with its words loaded."""
    page.keyboard.press("Control+k")
    page.wait_for_selector(".am-box__settings", state="attached")


def ask_all(page: Any, queries: list[str]) -> list[list[list[str]]]:
    """Addresses of the results of each query."""
    return [page.evaluate(SETTLED, query) for query in queries]


def run_judged(site: Path, langs: tuple[str, ...] = ("he", "en")) -> dict[str, list[tuple[str, int | None]]]:
    """Per language: each query with the place of its answer."""
    answers: dict[str, list[tuple[str, int | None]]] = {}
    with serving(site) as home, chromium() as browser:
        for lang in langs:
            page = browser.new_page()
            page.goto(home + ("" if lang == "he" else f"{lang}/"))
            open_box(page)
            rows = judged(lang)
            page.evaluate(SETTLED, "מדד")
            page.wait_for_timeout(500)  # the glossary comes after the first answer
            found = ask_all(page, [row["q"] for row in rows])
            answers[lang] = [
                (row["q"], places(links, home, row["pages"])) for row, links in zip(rows, found, strict=True)
            ]
    return answers


class _Zipped(http.server.SimpleHTTPRequestHandler):
    """A server that compresses text, as every host does, and so shows what a reader's line carries."""

    protocol_version = "HTTP/1.1"
    SENT: ClassVar[list[tuple[float, int]]] = []
    """Milliseconds of the clock, bytes."""
    TEXT = (".html", ".js", ".css", ".json", ".svg", ".xml")

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        body = file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if file.suffix in self.TEXT:
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.SENT.append((time.time() * 1000, len(body)))
        with suppress(ConnectionError):  # a browser that closes a connection is nobody's fault
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def zipped(folder: Path) -> Iterator[str]:
    """The address of a compressing server."""
    handler = functools.partial(_Zipped, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def first_result(site: Path, query: str) -> tuple[float, list[float]]:
    """KB from opening the box to the first result, and milliseconds after the last key, slowed down, five times."""
    with zipped(site) as home, chromium() as browser:
        # Keeping pages for later use without a network is no part of a search.
        page = browser.new_context(service_workers="block").new_page()
        page.goto(home + "guide/measurement/policy/")
        page.wait_for_load_state("networkidle")
        _Zipped.SENT.clear()
        open_box(page)
        page.evaluate(NOTE_FIRST)
        page.fill(".am-box__input", query)
        shown = page.wait_for_function("() => window.firstShown").json_value()
        total = sum(size for at, size in _Zipped.SENT if at <= shown) / 1000
        return total, [_typed(browser.new_context(service_workers="block").new_page(), home, query) for _ in range(5)]


NOTE_FIRST = """() => {
  const list = document.querySelector('.am-box__list');
  new MutationObserver(() => { window.firstShown ||= list.querySelector('.am-hit__link') ? Date.now() : 0; }).observe(list, {childList: true});
}"""


def _typed(page: Any, home: str, query: str) -> float:
    """Typed at a person's pace on a slow line, in a box that has loaded; from the last key to its result."""
    page.goto(home + "guide/measurement/policy/")
    open_box(page)
    debugger = page.context.new_cdp_session(page)
    debugger.send("Network.enable")
    debugger.send("Network.emulateNetworkConditions", SLOW)
    debugger.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.keyboard.type(query[:-1], delay=180)
    return float(page.evaluate(LAST_KEY, query))


LAST_KEY = """async (query) => {
  const input = document.querySelector('.am-box__input'), list = document.querySelector('.am-box__list');
  const changed = new Promise(done => new MutationObserver(() => list.querySelector('.am-hit__link') && done()).observe(list, {childList: true}));
  const start = performance.now();
  input.value = query;
  input.dispatchEvent(new InputEvent('input', {bubbles: true}));
  await changed;
  return performance.now() - start;
}"""


def raw_pagefind(site: Path, work: Path) -> dict[str, Path]:
    """The engine as it comes, on the same pages: one index for each language."""
    made = {}
    for lang in ("he", "en"):
        made[lang] = work / lang / "pagefind"
        pages = work / f"pages-{lang}"
        for file in site.rglob("index.html"):
            path = file.relative_to(site).as_posix()
            if path.startswith("en/") == (lang == "en"):
                target = pages / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(file.read_bytes())
        command = [
            sys.executable,
            "-m",
            "pagefind",
            "--site",
            str(pages),
            "--output-path",
            str(made[lang]),
            "--force-language",
            lang,
            "--root-selector",
            "article",
        ]
        subprocess.run(command, check=True, capture_output=True)
    return made


RAW = """async ([address, queries, most]) => {
  const engine = await import(address + 'pagefind.js');
  const found = [];
  for (const query of queries) {
    const {results} = await engine.search(query);
    found.push((await Promise.all(results.slice(0, most).map(one => one.data()))).map(page => [page.url.replace(/^\\/+/, '')]));
  }
  return found;
}"""


def raw_judged(site: Path) -> dict[str, list[int | None]]:
    """The judged queries asked of the engine as it comes."""
    answers = {}
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        raw_pagefind(site, Path(folder))
        with serving(Path(folder), policy=WITH_WASM) as home:
            for lang in ("he", "en"):
                page = browser.new_page(bypass_csp=True)
                page.goto(f"{home}{lang}/pagefind/pagefind-entry.json")
                rows = judged(lang)
                found = page.evaluate(RAW, [f"{home}{lang}/pagefind/", [row["q"] for row in rows], 10])
                answers[lang] = [
                    places(links, f"{lang}/", row["pages"]) for row, links in zip(rows, found, strict=True)
                ]
    return answers


def forms() -> dict[str, str]:
    """Forms found and look-alikes hit, by set."""
    sets = {"open": word_sets.rows("open_forms"), **word_sets.rows("held_out")}
    counted = {name: word_sets.figures(rows) for name, rows in sets.items()}
    return {
        name: f"{n - len(missed)} of {n} forms ({(n - len(missed)) / n:.1%}), {len(wrong)} of {alike} look-alikes"
        for name, (missed, n, wrong, alike) in counted.items()
    }


STOCK = """async ([queries, most]) => {
  const input = document.querySelector('.md-search__input'), list = document.querySelector('.md-search-result__list');
  const found = [];
  document.querySelector('#__search').click();
  for (const query of queries) {
    input.focus();
    input.value = query;
    input.dispatchEvent(new KeyboardEvent('keyup', {bubbles: true}));
    await new Promise(done => setTimeout(done, 400));
    found.push([...list.querySelectorAll('.md-search-result__item > a')].slice(0, most).map(link => [link.href]));
  }
  return found;
}"""


def stock_judged(site: Path) -> dict[str, list[int | None]]:
    """The judged queries asked of Material's own search, which has one index for all languages."""
    answers = {}
    with serving(site) as home, chromium() as browser:
        for lang in ("he", "en"):
            page = browser.new_page(bypass_csp=True)
            page.goto(home + ("" if lang == "he" else f"{lang}/"))
            page.wait_for_load_state("networkidle")
            rows = judged(lang)
            found = page.evaluate(STOCK, [[row["q"] for row in rows], 10])
            answers[lang] = [places(links, home, row["pages"]) for row, links in zip(rows, found, strict=True)]
    return answers


def index_seconds(site: Path, work: Path) -> float:
    """What the index adds to a build of the site: reading the pages, analysis, engine, both languages."""
    started = time.perf_counter()
    for lang in ("he", "en"):
        files = [f for f in site.rglob("index.html") if (f.relative_to(site).parts[0] == "en") == (lang == "en")]
        pages = [_read(file, site, lang) for file in files]
        write_index(bundle(lang, pages, []), work / "again", work / "kept")
    return time.perf_counter() - started


def _read(file: Path, site: Path, lang: str) -> Page:
    url = file.relative_to(site).as_posix().removesuffix("index.html")
    id = url.removeprefix("en/").rstrip("/") + ".md"
    return page_of(id, url, file.read_text(encoding="utf-8"), {})


def main(line: Callable[[str, str, str, bool], None], work: Path, pages: int) -> None:
    """All figures of the search, ours beside the stock tools."""
    for name, figure in forms().items():
        line(f"forms of words, set {name!r}", figure, "97 %, 3 %", True)
    small = sites.our_project(work / "judged", 0, in_nav=False)
    sites.build(small)
    stock = sites.stock_project(work / "stock-search", small / ".amat/stage/docs")
    sites.build(stock)
    ours = {lang: [place for _, place in rows] for lang, rows in run_judged(small / "site").items()}
    compared = {
        "ours": ours,
        "stock Material": stock_judged(stock / "site"),
        "raw Pagefind": raw_judged(small / "site"),
    }
    for name, found in compared.items():
        every = [place for list_ in found.values() for place in list_]
        line(f"judged queries, {name}", figures(every), "90 % in the first 3", name != "ours" or recall(every) >= 0.9)
    large = sites.our_project(work / "large", pages, in_nav=False)
    built = sites.build(large)
    share = index_seconds(large / "site", work) / built.seconds
    line(f"index, {pages:,} pages x 2: share of the build", f"{share:.0%}", "40 %", share <= 0.4)
    for query in ("מדד תוצאה", "גודהרט"):
        size, times = first_result(large / "site", query)
        middle = statistics.median(times)
        line(
            f"first result at {pages:,} pages: «{query}»",
            f"{size:.0f} KB, {middle:.0f} ms",
            "150 KB, 300 ms",
            size <= 150 and middle <= 300,
        )
