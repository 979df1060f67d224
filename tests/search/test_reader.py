"""Our reader of the index beside Pagefind's own: the same pages, places and scores for every word."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from amatmida.adapters.pagefind_engine import run_engine
from amatmida.search.bundle import Bundle, bundle
from amatmida.search.page import page_of
from browser import WITH_WASM, node, serving
from search.words import WEB

ACCENTED = {"schon", "cafe"}
"""Pagefind gives a word with an accent less when it is asked for without; here accents are nothing."""
PAGES = ("guide/measurement", "guide/participation", "methods", "about", "glossary", "practice")
BOTH = """async ([address, lang]) => {
  const theirs = await import(`${address}index/pagefind.js`);
  const { contents, extensions, holding, piece, weighed } = await import(`${address}web/reader.js`);
  const { englishStem } = await import(`${address}web/english.js`);
  const open = async (name) => {
    const answer = await fetch(`${address}index/${name}`);
    return new Uint8Array(await new Response(answer.body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());
  };
  const entry = await (await fetch(`${address}index/pagefind-entry.json`)).json();
  const site = contents(await open(`pagefind.${entry.languages[lang].hash}.pf_meta`));
  const maps = [];
  for (const { hash } of site.pieces) maps.push(piece(await open(`index/${hash}.pf_index`)));
  const words = maps.flatMap(map => [...map.keys()]);
  const stem = lang === 'en' ? englishStem : word => word;
  // Pagefind looks in every piece that it has loaded, and so its answers hang on what was asked before: here, in all.
  for (const { from } of site.pieces) await theirs.search(from);
  const wrong = [];
  let count = 0;
  for (const word of words.filter((one, n) => n % 3 === 0 && /^[\\p{L}\\p{N}]+$/u.test(one) && !words.some(other => other !== one && other.startsWith(one)) && stem(one) === one)) {
    const ours = weighed(extensions([maps.find(map => map.has(word))], word, true), word, site);
    const { results } = await theirs.search(word);
    const byId = new Map(results.map(one => [one.id, one]));
    count += 1;
    const same = results.length === ours.length && ours.every(one => {
      const other = byId.get(site.pages[one.page].hash);
      return other && Math.abs(other.score - one.score) < 1e-3 * other.score && JSON.stringify(other.words) === JSON.stringify(one.words)
        && [...one.fields].sort().join() === (other.matchedMetaFields ?? []).sort().join();
    });
    if (!same) wrong.push(word);
  }
  return { count, wrong, held: words.filter(word => !holding(site.pieces, word, true).some(one => maps[site.pieces.indexOf(one)].has(word))) };
}"""
STEMS = """async ([address, words]) => {
  const theirs = await import(`${address}index/pagefind.js`);
  const { contents, piece } = await import(`${address}web/reader.js`);
  const { englishStem } = await import(`${address}web/english.js`);
  const open = async (name) => {
    const answer = await fetch(`${address}index/${name}`);
    return new Uint8Array(await new Response(answer.body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());
  };
  const entry = await (await fetch(`${address}index/pagefind-entry.json`)).json();
  const site = contents(await open(`pagefind.${entry.languages.en.hash}.pf_meta`));
  const index = new Map();
  for (const { hash } of site.pieces) for (const pair of piece(await open(`index/${hash}.pf_index`))) index.set(...pair);
  const stems = [...index.keys()];
  const wrong = [];
  let count = 0;
  for (const word of words) {
    const stem = englishStem(word);
    // The engine also gives longer words; there it cannot be seen by which one it was found.
    if (stems.some(other => other !== stem && other.startsWith(stem))) continue;
    const { results } = await theirs.search(word);
    const ours = (index.get(stem) ?? []).map(one => site.pages[one.page].hash).sort();
    count += 1;
    if (ours.join() !== results.map(one => one.id).sort().join()) wrong.push([word, stem]);
  }
  return { count, wrong };
}"""


def made(site: Path, lang: str) -> Bundle:
    start = site if lang == "he" else site / lang
    files = sorted(file for folder in PAGES for file in (start / folder).rglob("index.html"))[::2]
    pages = []
    for file in files:
        url = file.relative_to(site).as_posix().removesuffix("index.html")
        pages.append(page_of(url.rstrip("/") + ".md", url, file.read_text(encoding="utf-8"), {}))
    return bundle(lang, pages, [])


def served(folder: Path, index: Bundle) -> Path:
    run_engine(index, folder / "index")
    shutil.copytree(WEB, folder / "web")
    (folder / "index.html").write_text("<title>.</title>", encoding="utf-8")
    return folder


def ask(browser: Browser, folder: Path, script: str, *args: Any) -> Any:
    with serving(folder, policy=WITH_WASM) as home:
        page = browser.new_page(bypass_csp=True)
        page.goto(home)
        try:
            return page.evaluate(script, [home, *args])
        finally:
            page.close()


@pytest.mark.parametrize("lang", ["he", "en"])
def test_every_word_has_the_pages_places_and_scores_that_pagefind_gives_it(
    browser: Browser, built: Path, tmp_path: Path, lang: str
) -> None:
    found = ask(browser, served(tmp_path, made(built, lang)), BOTH, lang)
    assert found["count"] > 500
    assert set(found["wrong"]) <= ACCENTED
    assert found["held"] == []


def test_english_words_have_the_stems_that_pagefind_gives_them(browser: Browser, built: Path, tmp_path: Path) -> None:
    index = made(built, "en")
    words = sorted({word for copy in index.copies for word in re.findall(r"\b[a-z]{2,}\b", copy.words.lower())})
    found = ask(browser, served(tmp_path, index), STEMS, words)
    assert found["count"] > 2000
    assert found["wrong"] == []


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("dying", "die"), ("evening", "evening"), ("bedding", "bed"), ("adding", "add"), ("hoping", "hope"),
        ("hopping", "hop"), ("exceed", "exceed"), ("agreed", "agre"), ("cries", "cri"), ("ties", "tie"), ("gas", "gas"),
        ("gaps", "gap"), ("bus", "bus"), ("generously", "generous"), ("community", "communiti"), ("university", "universiti"),
        ("sociologist", "sociolog"), ("playing", "play"), ("enjoy", "enjoy"), ("rationalization", "ration"), ("yes", "yes"),
        ("by", "by"), ("fly", "fli"), ("controlled", "control"), ("controller", "control"), ("adoption", "adopt"),
        ("opinion", "opinion"), ("usefulness", "use"), ("hopelessly", "hopeless"), ("skies", "sky"), ("news", "news"),
    ],
)  # fmt: skip
def test_known_stems(word: str, stem: str) -> None:
    script = f"import {{ englishStem }} from {json.dumps((WEB / 'english.js').as_uri())}; process.stdout.write(englishStem({json.dumps(word)}));"
    command = [node(), "--input-type=module", "-e", script]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == stem
