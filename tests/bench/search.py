"""The search in a browser: judged queries, forms of words, bytes and milliseconds."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from browser import WITH_WASM, chromium, serving
from tests.bench import first_result, forms, rivals, sites

Line = Callable[[str, str, str, bool], None]

SETS = Path(__file__).parents[1] / "data/search"
SHORT = {"g/": "guide/measurement/", "p/": "guide/participation/", "m/": "methods/", "a/": "about/"}
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


FILES = {
    "judged": "judged.yml",
    "blind judge's": "unseen_queries.yml",
    "second blind judge's (looked at since)": "second_queries.yml",
    "third blind judge's": "third_queries.yml",
}


def judged(lang: str) -> list[dict[str, Any]]:
    """Queries of one language, each with its set and the addresses of the pages that answer, below the site."""
    return [
        {**row, "set": name, "pages": [address(one, lang) for one in row["a"]]}
        for name, file in FILES.items()
        for row in yaml.safe_load((SETS / file).read_text(encoding="utf-8"))[lang]
    ]


def address(short: str, lang: str) -> str:
    """g/policy → guide/measurement/policy/"""
    long = next((full + short[2:] for start, full in SHORT.items() if short.startswith(start)), short)
    path = long.removesuffix("index").rstrip("/")
    return ("" if lang == "he" else f"{lang}/") + (f"{path}/" if path else "")


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


def raw_judged(folder: Path) -> dict[str, list[int | None]]:
    """The judged queries asked of Pagefind as it comes."""
    answers = {}
    with serving(folder, policy=WITH_WASM) as home, chromium() as browser:
        for lang in ("he", "en"):
            page = browser.new_page(bypass_csp=True)
            page.goto(f"{home}{lang}/pagefind/pagefind-entry.json")
            rows = judged(lang)
            found = page.evaluate(rivals.RAW, [f"{home}{lang}/pagefind/", [row["q"] for row in rows], 10])
            answers[lang] = [places(links, f"{lang}/", row["pages"]) for row, links in zip(rows, found, strict=True)]
    return answers


def stock_judged(site: Path) -> dict[str, list[int | None]]:
    """The judged queries asked of Material's own search, which has one index for all languages."""
    answers = {}
    with serving(site) as home, chromium() as browser:
        for lang in ("he", "en"):
            page = browser.new_page(bypass_csp=True)
            page.goto(home + ("" if lang == "he" else f"{lang}/"))
            page.wait_for_load_state("networkidle")
            rows = judged(lang)
            found = page.evaluate(rivals.STOCK, [[row["q"] for row in rows], 10])
            answers[lang] = [places(links, home, row["pages"]) for row, links in zip(rows, found, strict=True)]
    return answers


def compared(line: Line, work: Path) -> None:
    """The judged queries on the site as it is: ours, stock Material, raw Pagefind."""
    small = sites.our_project(work / "judged", 0, in_nav=False)
    sites.build(small)
    stock = sites.stock_project(work / "stock-search", small / ".amat/stage/docs")
    sites.build(stock)
    rivals.raw_pagefind(small / "site", work / "raw-search")
    ours = {lang: [place for _, place in rows] for lang, rows in run_judged(small / "site").items()}
    engines = {
        "ours": ours,
        "raw Pagefind": raw_judged(work / "raw-search"),
        "stock Material": stock_judged(stock / "site"),
    }
    sets = [row["set"] for lang in ("he", "en") for row in judged(lang)]
    for name, found in engines.items():
        every = [place for lang in ("he", "en") for place in found[lang]]
        for part in FILES:
            mine = [place for place, of in zip(every, sets, strict=True) if of == part]
            line(f"{part} queries, {name}", figures(mine), "90 % in the first 3", name != "ours" or recall(mine) >= 0.9)


def speed(line: Line, work: Path, pages: int) -> None:
    """Bytes and milliseconds on a large site, and what the index costs there."""
    large = sites.our_project(work / "large", pages, in_nav=False)
    bare, whole = sites.build_without_index(large).seconds, sites.build(large).seconds
    added = whole / bare - 1
    figure = f"{bare:.1f} s -> {whole:.1f} s = +{added:.0%}"
    line(f"index, {pages:,} pages x 2: what it adds to the build", figure, "40 %", added <= 0.4)
    stock = sites.stock_project(work / "stock-large", large / ".amat/stage/docs", in_nav=False)
    sites.build(stock)
    index = (stock / "site/search/search_index.json").read_bytes()
    figure = f"{len(index) / 1e6:.1f} MB, {len(gzip.compress(index, 6)) / 1e6:.1f} MB gzip"
    line(f"stock Material: search_index.json, {pages:,} pages x 2", figure, "-", True)
    rivals.raw_pagefind(large / "site", work / "raw-large")
    ours = first_result.ours(large / "site")
    for engine in (ours, first_result.raw(work / "raw-large"), first_result.stock(stock / "site")):
        for name, query in first_result.QUERIES.items():
            found = first_result.measured(engine, query)
            size, middle = found or (0, 0)
            good = engine is not ours or (found is not None and size <= 150 and middle <= 300)
            figure = f"{size:.0f} KB, {middle:.0f} ms" if found else "nothing found"
            line(f"first result, {pages:,} pages, {engine.name}, {name}", figure, "150 KB, 300 ms", good)


def main(line: Line, work: Path, pages: int) -> None:
    """All figures of the search, ours beside the stock tools."""
    forms.main(line, work)
    compared(line, work)
    speed(line, work, pages)
