"""Forms of words asked of three real indexes with one page for each form: ours, raw Pagefind, stock Material."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from amatmida.adapters.pagefind_engine import put_index, write_index
from amatmida.search.bundle import bundle
from amatmida.search.page import Block, Page
from browser import WITH_WASM, chromium, serving
from search import words as word_sets
from tests.bench import rivals, sites

Sets = dict[str, list[dict[str, Any]]]
Found = dict[str, set[str]]
"""Query → forms whose pages it found."""

BLIND = {
    "blind judge's": "unseen_forms",
    "second blind judge's (looked at since)": "second_forms",
    "third blind judge's": "third_forms",
}
OURS = """async ([home, queries]) => {
  const { Searcher } = await import(`${home}assets/amatmida/search/searcher.js`);
  const searcher = new Searcher(new URL(home), 'he');
  await searcher.load();
  const found = [];
  for (const query of queries) {
    const answer = await searcher.answer(query, {}, false);
    found.push(await Promise.all(answer.found.map(async ({hit}) => (await searcher.engine('he').text(hit)).url)));
  }
  return found;
}"""


def main(line: Callable[[str, str, str, bool], None], work: Path) -> None:
    """One line for each set and engine."""
    blind = {name: word_sets.rows(file) for name, file in BLIND.items()}
    sets: Sets = {"open": word_sets.rows("open_forms"), **word_sets.rows("held_out"), **blind}
    forms = sorted({form for entries in sets.values() for e in entries for form in (*e["find"], *e.get("avoid", []))})
    queries = sorted({e["query"] for entries in sets.values() for e in entries})
    engines = {"ours": ours, "raw Pagefind": raw, "stock Material": stock}
    for engine, ask in engines.items():
        links = ask(work / f"forms-{engine.split()[0]}", forms, queries)
        pages = {number(n): form for n, form in enumerate(forms)}
        found = {q: {pages[n] for n in pages if any(f"{n}/" in link for link in all_)} for q, all_ in links.items()}
        for name, entries in sets.items():
            line(f"forms of words, set {name!r}, {engine}", *judged(entries, found, engine == "ours"))


def judged(entries: list[dict[str, Any]], found: Found, ours: bool) -> tuple[str, str, bool]:
    """Forms found and look-alikes hit, the bar, and whether it is met; others than ours are only shown."""
    find = [form in found[e["query"]] for e in entries for form in e["find"]]
    avoid = [form in found[e["query"]] for e in entries for form in e.get("avoid", [])]
    recall, wrong = sum(find) / len(find), sum(avoid) / len(avoid)
    figure = f"{sum(find)} of {len(find)} ({recall:.1%}), look-alikes {sum(avoid)} of {len(avoid)} ({wrong:.1%})"
    return figure, "97 %, 3 %" if ours else "-", not ours or (recall >= 0.97 and wrong <= 0.03)


def number(n: int) -> str:
    """The name of a form's page."""
    return f"f{n:04}"


def ours(work: Path, forms: list[str], queries: list[str]) -> dict[str, list[str]]:
    """Through the bundle, the index and the browser's code, as on the site."""
    pages = [Page(f"{number(n)}/", (Block("h1", "", form),)) for n, form in enumerate(forms)]
    write_index(bundle("he", pages, []), work / "kept")
    put_index("he", work / "kept", work)
    shutil.copytree(sites.ROOT / "plugins/amatmida/web", work / "assets/amatmida")
    return _asked(work, OURS, queries)


def raw(work: Path, forms: list[str], queries: list[str]) -> dict[str, list[str]]:
    """Pagefind's own program on plain pages, and Pagefind's own code in the browser."""
    for n, form in enumerate(forms):
        page = work / "pages" / number(n) / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(f'<html lang="he"><body><main><h1>{form}</h1></main></body></html>', encoding="utf-8")
    rivals.run_pagefind(work / "pages", work / "pagefind", "he", "main")
    return _asked(work, f"([home, queries]) => ({rivals.RAW})([`${{home}}pagefind/`, queries, 50])", queries)


def stock(work: Path, forms: list[str], queries: list[str]) -> dict[str, list[str]]:
    """Stock Material with its Hebrew theme and its search plugin."""
    (work / "docs").mkdir(parents=True)
    for n, form in enumerate(forms):
        (work / "docs" / f"{number(n)}.md").write_text(f"# {form}\n", encoding="utf-8")
    (work / "docs/index.md").write_text("# .\n", encoding="utf-8")
    config = {
        "site_name": "stock",
        "theme": {"name": "material", "language": "he"},
        "plugins": ["search"],
        "nav": [{"start": "index.md"}],
    }
    (work / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    sites.build(work)
    with serving(work / "site") as home, chromium() as browser:
        page = browser.new_page(bypass_csp=True)
        page.goto(home)
        page.wait_for_load_state("networkidle")
        found: list[list[list[str]]] = page.evaluate(rivals.STOCK, [queries, 50])
    return {query: [link for links in rows for link in links] for query, rows in zip(queries, found, strict=True)}


def _asked(folder: Path, script: str, queries: list[str]) -> dict[str, list[str]]:
    (folder / "index.html").write_text("<title>.</title>", encoding="utf-8")
    with serving(folder, policy=WITH_WASM) as home, chromium() as browser:
        page = browser.new_page(bypass_csp=True)
        page.goto(home)
        found = json.loads(page.evaluate(f"async (given) => JSON.stringify(await ({script})(given))", [home, queries]))
    return {query: [link for one in rows for link in _flat(one)] for query, rows in zip(queries, found, strict=True)}


def _flat(one: Any) -> list[str]:
    return [one] if isinstance(one, str) else list(one)
