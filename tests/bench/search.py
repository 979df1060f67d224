"""The search in a browser: judged queries, forms of words, bytes and milliseconds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from browser import chromium, serving

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


def figures(found: list[int | None]) -> str:
    """Recall at 3 and mean reciprocal rank."""
    recall = sum(1 for place in found if place and place <= 3) / len(found)
    rank = sum(1 / place for place in found if place) / len(found)
    return f"recall@3 {recall:.1%}, MRR {rank:.2f}, {len(found)} queries"


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
