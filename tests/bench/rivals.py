"""The stock tools on the same pages: raw Pagefind, and Material's own search."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

RAW = """async ([address, queries, most]) => {
  const engine = await import(address + 'pagefind.js');
  const found = [];
  for (const query of queries) {
    const {results} = await engine.search(query);
    found.push((await Promise.all(results.slice(0, most).map(one => one.data()))).map(page => [page.url.replace(/^\\/+/, '')]));
  }
  return found;
}"""
STOCK = """async ([queries, most]) => {
  const input = document.querySelector('.md-search__input'), list = document.querySelector('.md-search-result__list');
  const meta = document.querySelector('.md-search-result__meta');
  const pause = (time) => new Promise(done => setTimeout(done, time));
  const found = [];
  document.querySelector('#__search').click();
  input.focus();
  const type = (text) => { input.value = text; input.dispatchEvent(new KeyboardEvent('keyup', {bubbles: true})); };
  for (const query of queries) {
    // The number of results is said when the worker has answered; it is taken away first, so that it cannot be an old one.
    meta.textContent = '…';
    type(query);
    for (let n = 0; n < 40 && meta.textContent === '…'; n++) await pause(25);
    await pause(60);
    found.push([...list.querySelectorAll('.md-search-result__item > a')].slice(0, most).map(link => [link.href]));
  }
  return found;
}"""


def run_pagefind(pages: Path, target: Path, lang: str, root: str) -> None:
    """Index a folder of pages as Pagefind does by itself; `root` is the element that holds a page's text."""
    command = [sys.executable, "-m", "pagefind", "--site", str(pages), "--output-path", str(target)]
    command += ["--force-language", lang, "--root-selector", root]
    subprocess.run(command, check=True, capture_output=True)


def raw_pagefind(site: Path, work: Path) -> None:
    """One index for each language of a built site, in work/<language>/pagefind/."""
    for lang in ("he", "en"):
        pages = work / f"pages-{lang}"
        for file in site.rglob("index.html"):
            path = file.relative_to(site).as_posix()
            if path.startswith("en/") == (lang == "en"):
                target = pages / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(file.read_bytes())
        run_pagefind(pages, work / lang / "pagefind", lang, "article")
