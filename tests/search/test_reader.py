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

from amatmida.adapters.pagefind_engine import found, run_engine, write_files
from amatmida.search.bundle import Bundle, bundle
from amatmida.search.index import Found, index_files
from amatmida.search.page import page_of
from browser import WITH_WASM, node, serving
from search.words import WEB

ACCENTED = {"schon", "cafe"}
"""Pagefind gives a word with an accent less when it is asked for without; here accents are nothing."""
KEYS = re.compile(r".*[א-ת][01].*[א-ת][01]|.*[א-ת][01].*\d+|.*[א-ת][01][a-z]+")
PAGES = ("guide/measurement", "guide/participation", "methods", "about", "glossary", "practice")
READ = """
  const theirs = await import(`${address}engine/pagefind.js`);
  const { contents, extensions, holding, piece, postings, weighed } = await import(`${address}web/reader.js`);
  const { englishStem } = await import(`${address}web/english.js`);
  const open = async (name) => new Response((await fetch(`${address}index/${name}`)).body.pipeThrough(new DecompressionStream('gzip'))).text();
  const site = contents(JSON.parse(await open('pages.bin')));
  const pieces = [];
  for (const { number } of site.pieces) pieces.push(piece(await open(`${site.folder}/index/${number}.bin`)));
"""
BOTH = f"""async ([address, lang, names, all]) => {{{READ}
  const words = pieces.flatMap(lines => [...lines.keys()]);
  const stem = lang === 'en' ? englishStem : word => word;
  // Pagefind looks in every piece that it has loaded, and so its answers hang on what was asked before: here, in all.
  for (const word of all) await theirs.search(word);
  const wrong = [];
  let count = 0;
  for (const word of words.filter((one, n) => n % 3 === 0 && /^[\\p{{L}}\\p{{N}}]+$/u.test(one) && !all.some(other => other !== one && other.startsWith(one)) && stem(one) === one)) {{
    const ours = weighed(extensions([pieces.find(lines => lines.has(word))], word, true), word, site);
    const {{ results }} = await theirs.search(word);
    const byId = new Map(results.map(one => [one.id, one]));
    count += 1;
    const same = results.length === ours.length && ours.every(one => {{
      const other = byId.get(names[one.page]);
      return other && Math.abs(other.score - one.score) < 1e-3 * other.score && JSON.stringify(other.words) === JSON.stringify(one.words)
        && [...one.fields].sort().join() === (other.matchedMetaFields ?? []).sort().join();
    }});
    if (!same) wrong.push(word);
  }}
  return {{ count, wrong, held: words.filter(word => !holding(site.pieces, word, true).some(({{ number }}) => pieces[number].has(word))), words }};
}}"""
STEMS = f"""async ([address, words, names]) => {{{READ}
  const index = new Map(pieces.flatMap(lines => [...lines]));
  const stems = [...index.keys()];
  const wrong = [];
  let count = 0;
  for (const word of words) {{
    const stem = englishStem(word);
    // The engine also gives longer words; there it cannot be seen by which one it was found.
    if (stems.some(other => other !== stem && other.startsWith(stem))) continue;
    const {{ results }} = await theirs.search(word);
    const ours = (index.has(stem) ? postings(index.get(stem)) : []).map(one => names[one.page]).sort();
    count += 1;
    if (ours.join() !== results.map(one => one.id).sort().join()) wrong.push([word, stem]);
  }}
  return {{ count, wrong }};
}}"""


def made(site: Path, lang: str) -> Bundle:
    start = site if lang == "he" else site / lang
    files = sorted(file for folder in PAGES for file in (start / folder).rglob("index.html"))[::2]
    pages = []
    for file in files:
        url = file.relative_to(site).as_posix().removesuffix("index.html")
        pages.append(page_of(url.rstrip("/") + ".md", url, file.read_text(encoding="utf-8"), {}))
    return bundle(lang, pages, [])


def served(folder: Path, index: Bundle) -> Found:
    """The engine's own files beside ours."""
    run_engine(index, folder / "engine")
    both = found(folder / "engine")
    write_files(folder / "index", index_files(both, index.copies, "0" * 16))
    shutil.copytree(WEB, folder / "web")
    (folder / "index.html").write_text("<title>.</title>", encoding="utf-8")
    return both


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
    theirs = served(tmp_path, made(built, lang))
    known = sorted(theirs.words)
    answer = ask(browser, tmp_path, BOTH, lang, [name for name, _ in theirs.pages], known)
    assert answer["count"] > 500
    assert set(answer["wrong"]) <= ACCENTED
    assert answer["held"] == []
    # Left out is only what several keys of one word make when they are written together.
    left = set(known) - set(answer["words"])
    assert [word for word in left if not KEYS.fullmatch(word)] == []
    assert len(left) > 500 or lang == "en"


def test_english_words_have_the_stems_that_pagefind_gives_them(browser: Browser, built: Path, tmp_path: Path) -> None:
    index = made(built, "en")
    words = sorted({word for copy in index.copies for word in re.findall(r"\b[a-z]{2,}\b", copy.words.lower())})
    names = [name for name, _ in served(tmp_path, index).pages]
    answer = ask(browser, tmp_path, STEMS, words, names)
    assert answer["count"] > 2000
    assert answer["wrong"] == []


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
