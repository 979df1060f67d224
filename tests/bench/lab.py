"""The logic-model builder with 200 cards and 400 links: how soon an edit is shown, and what the page weighs."""

from __future__ import annotations

import gzip
import json
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from browser import chromium, serving
from web.lab_site import build
from web.steps import until

KINDS = ("input", "activity", "output", "outcome-short", "outcome-mid", "outcome-long")
THROTTLE = 4
EACH = 15
FIRST_CARD = {"he": "צוות", "en": "Staff"}
# All that the page's thread does from the event until the frame that shows the change is handed on: handling, arrows,
# style, layout (also what the browser lays out before it asks for the frame's callbacks), hovering, paint. Only waiting
# for the screen's next turn is left out, and what follows by itself when the hands rest (the card's links and indicators
# after it was chosen, the rules). On a large board arrows whose cards moved are drawn with the next frame; `followed` is
# the end of that one. The marks are read from the browser's own trace.
HEAD = """async ({kind, at}) => {
  const frame = () => new Promise(done => requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = done; c.port2.postMessage(0); }));
  const lab = document.querySelector('amat-logic-model');
  const faces = lab.querySelectorAll('.amat-node-face');
  const face = faces[(at * 37) % faces.length];
  const key = (code, more) => face.dispatchEvent(new KeyboardEvent('keydown', {key: code, code, bubbles: true, ...more}));
  let act;
"""
TAIL = """  await frame();
  await new Promise(done => setTimeout(done, 150));
  const after = new MessageChannel();
  const shown = new Promise(done => { after.port1.onmessage = done; requestAnimationFrame(() => after.port2.postMessage(0)); });
  performance.mark('edit');
  act();
  await shown;
  performance.mark('shown');
  await frame();
  performance.mark('followed');
}"""
EDIT = (
    HEAD
    + """  if (kind === 'word') act = () => { document.querySelector('h1').firstChild.data = 'Word ' + at; };
  else if (kind === 'select') act = () => face.click();
  else if (kind === 'move') { face.focus(); act = () => key('ArrowDown', {altKey: true}); }
  else if (kind === 'undo') act = () => key('KeyZ', {ctrlKey: true});
  else if (kind === 'add') {
    const field = lab.querySelectorAll('.amat-add-field')[at % 6];
    field.value = 'כרטיס חדש ' + at;
    field.focus();
    act = () => field.nextElementSibling.click();
  } else {
    face.click();
    do await frame(); while (!lab.querySelector('[data-key=remove]'));
    if (kind === 'type') { const text = lab.querySelector('.amat-inspector textarea'); act = () => { text.value += ' עוד מילים'; text.dispatchEvent(new Event('input', {bubbles: true})); }; }
    else if (kind === 'delete') {
      const press = () => lab.querySelector('[data-key=remove]').click();
      const asked = () => lab.querySelector('.amat-inspector .amat-confirm:not([hidden]) .is-danger');
      const linked = lab.querySelector('.amat-link-rows > li, .amat-inspector .amat-indicator');
      if (linked) press(); // the question is a press and a frame of its own
      act = () => (linked ? asked().click() : press());
    }
    else {
      const list = lab.querySelector('[data-key=target]');
      list.focus(); await frame();
      const free = [...list.options].slice(-1)[0];
      list.value = free.value;
      act = () => lab.querySelector('[data-key="add link"]').click();
    }
  }
"""
    + TAIL
)
# The same changes made to the page by hand, without model, inspector and arrows: about what the browser itself takes.
BARE = (
    HEAD
    + """  const words = lab.querySelector('.amat-inspector textarea');
  const card = face.closest('.amat-node');
  const other = card.nextElementSibling ?? card.previousElementSibling;
  if (kind === 'type') { const text = face.querySelector('.amat-node-text').firstChild; act = () => { words.value += ' עוד מילים'; text.data += ' עוד מילים'; }; }
  else if (kind === 'move') { face.focus(); act = () => { card.nextElementSibling ? other.after(card) : other.before(card); face.focus(); }; }
  else if (kind === 'add') {
    const field = lab.querySelectorAll('.amat-add-field')[at % 6];
    const pile = field.closest('.amat-column').querySelector('.amat-stack').lastElementChild;
    const copy = card.cloneNode(true);
    field.focus();
    act = () => pile.append(copy);
  }
  else if (kind === 'link') { const list = lab.querySelector('.amat-link-rows'); act = () => list.append(Object.assign(document.createElement('li'), {innerHTML: '<button>1</button><button>2</button>'})); }
  else if (kind === 'select') { const was = lab.querySelector('[aria-pressed=true].amat-node-face'); act = () => { was?.setAttribute('aria-pressed', 'false'); face.setAttribute('aria-pressed', 'true'); words.value = face.textContent; words.focus(); }; }
  else act = () => { other.firstElementChild.focus(); card.remove(); words.value = other.textContent; };
"""
    + TAIL
)


def model(cards: int = 200, links: int = 400) -> dict[str, Any]:
    """A model of this size without a circle."""
    words = "ירידה בבדידות של חברי המרכז בתוך חצי שנה, לפי דיווח שלהם"
    nodes = [
        {"id": f"n{i}", "kind": KINDS[i * 6 // cards], "text": f"{i} {words[: 12 + i % 40]}"} for i in range(cards)
    ]
    pairs = [(a, (a + step) % cards) for step in (34, 41, 1) for a in range(cards) if a + step < cards]
    joined = [{"from": f"n{a}", "to": f"n{b}", "because": "כי נפגשים"} for a, b in pairs[:links]]
    return {"v": 1, "id": "m-bench", "title": "Bench", "lang": "he", "nodes": nodes, "links": joined}


def small(lang: str) -> dict[str, Any]:
    """A model as people write them: 12 cards, links, an indicator."""
    cards = model(12, 12)
    nodes = [node | {"text": FIRST_CARD[lang]} for node in cards["nodes"]]
    fields = ("numerator", "denominator", "source", "every", "baseline", "target", "by")
    indicator = {"id": "i1", "measures": "n11", "kind": "outcome", "name": FIRST_CARD[lang]} | dict.fromkeys(fields, "")
    empty: dict[str, Any] = {"assumptions": [], "external": [], "argued": []}
    return cards | empty | {"lang": lang, "nodes": nodes, "indicators": [indicator]}


def _saved(one: dict[str, Any]) -> str:
    saved = json.dumps({"v": 1, "rev": 1, "at": 1, "model": one})
    return f"localStorage.setItem('amatmida/model/m-bench', {json.dumps(saved)})"


def edit_times(home: str) -> tuple[dict[str, list[float]], float]:
    """Milliseconds by kind of edit, at a quarter of the CPU's speed; and the median with the frame after it.

    `word` is no edit: one word of the page's heading changes. It tells what any frame takes on this machine.
    """
    kinds = ("word", "type", "move", "add", "link", "select", "delete", "undo")
    with chromium() as browser:
        page = _board(browser, home)
        with traced(browser) as events:
            for kind in kinds:
                for at in range(EACH):
                    page.evaluate(EDIT, {"kind": kind, "at": at})
    busy = busy_between(events, "edit", "shown")
    assert len(busy) == len(kinds) * EACH, "every edit has its two marks"
    followed = busy_between(events, "edit", "followed")[EACH:]
    return {kind: busy[n * EACH : (n + 1) * EACH] for n, kind in enumerate(kinds)}, statistics.median(followed)


def bare_times(home: str) -> list[float]:
    """Milliseconds of the same changes made by hand, without model, inspector and arrows."""
    with chromium() as browser:
        page = _board(browser, home)
        page.evaluate("document.querySelectorAll('.amat-node-face')[3].click()")
        page.wait_for_timeout(1500)
        with traced(browser) as events:
            for kind in ("type", "move", "add", "link", "select", "delete"):
                for at in range(EACH):
                    page.evaluate(BARE, {"kind": kind, "at": at})
    return busy_between(events, "edit", "shown")


def _board(browser: Browser, home: str) -> Page:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.add_init_script(_saved(model()))
    page.goto(f"{home}he/index.html")
    # Asked for by `evaluate` alone: what else Playwright offers leaves listeners on the page, which then work at every press.
    until(page, "!!document.querySelector('amat-logic-model[data-live]')")
    page.wait_for_timeout(1000)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": THROTTLE})
    return page


@contextmanager
def traced(browser: Browser) -> Iterator[list[dict[str, Any]]]:
    """The browser's trace of its tasks and of the page's marks, whole once the block has ended."""
    events: list[dict[str, Any]] = []
    session = browser.new_browser_cdp_session()
    session.on("Tracing.dataCollected", lambda part: events.extend(part["value"]))
    config = {"includedCategories": ["toplevel", "blink.user_timing"], "excludedCategories": ["*"]}
    session.send("Tracing.start", {"traceConfig": config, "transferMode": "ReportEvents"})
    yield events
    done: list[bool] = []
    session.on("Tracing.tracingComplete", lambda _: done.append(True))
    session.send("Tracing.end")
    while not done:
        browser.contexts[0].pages[0].wait_for_timeout(50)


def busy_between(events: list[dict[str, Any]], start: str, end: str) -> list[float]:
    """Milliseconds the page's thread worked between each mark `start` and the next mark `end`."""
    marks = sorted((e["ts"], e["name"], e["pid"], e["tid"]) for e in events if e["name"] in (start, end))
    thread = {mark[2:] for mark in marks}
    tasks = [
        (e["ts"], e["ts"] + e["dur"])
        for e in events
        if e["ph"] == "X" and e["name"].endswith("RunTask") and (e["pid"], e["tid"]) in thread
    ]
    pairs = [(a[0], b[0]) for a, b in pairwise(marks) if (a[1], b[1]) == (start, end)]
    return [sum(max(0, min(b, last) - max(a, first)) for a, b in tasks) / 1000 for first, last in pairs]


def weight(root: Path, home: str, lang: str, whole: bool = False) -> tuple[float, float, int]:
    """Gzipped KB of our JS and of our CSS that the page loads by itself, and the number of files.

    With the first card written; or, `whole`, with a saved model of 12 linked cards and an indicator open.
    """
    asked: set[str] = set()
    with chromium() as browser:
        page = browser.new_page()
        if whole:
            page.add_init_script(_saved(small(lang)))
        page.on("request", lambda request: asked.add(request.url.removeprefix(home)))
        page.goto(f"{home}{lang}/index.html")
        page.wait_for_selector("amat-logic-model[data-live]")
        page.locator(".amat-add-field").first.fill(FIRST_CARD[lang])
        page.locator(".amat-add-field").first.press("Enter")
        page.wait_for_timeout(1000)
    size = {name: len(gzip.compress((root / name).read_bytes(), 9)) / 1000 for name in asked if name.startswith("web/")}
    total = {end: sum(n for name, n in size.items() if name.endswith(end)) for end in (".js", ".css")}
    return total[".js"], total[".css"], len(size)


def shift(home: str) -> float:
    """The page's cumulative layout shift, from opening until it rests."""
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.add_init_script(
            "window.shift = 0; new PerformanceObserver(l => { for (const e of l.getEntries()) window.shift += e.value })"
            ".observe({type: 'layout-shift', buffered: true})"
        )
        page.goto(f"{home}he/index.html")
        page.wait_for_selector("amat-logic-model[data-live]")
        page.wait_for_timeout(1500)
        return float(page.evaluate("window.shift"))


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        root = build(Path(folder))
        with serving(root) as home:
            times, followed = edit_times(home)
            bare = statistics.median(bare_times(home))
            light = {lang: weight(root, home, lang) for lang in FIRST_CARD}
            full = {lang: weight(root, home, lang, whole=True)[0] for lang in FIRST_CARD}
            moved = shift(home)
    every = sorted(time for kind, some in times.items() if kind != "word" for time in some)
    for kind, some in times.items():
        print(f"      {kind:<8} median {statistics.median(some):5.1f} ms, worst {max(some):5.1f} ms")
    print(f"      with the frame after it, which draws the arrows of what moved: median {followed:.1f} ms")
    print(f"      the same changes by hand, without model, inspector and arrows: median {bare:.1f} ms")
    p95 = every[int(len(every) * 0.95)]
    for lang, js in full.items():
        print(
            f"      builder page, {lang}, with a whole model open, its links and indicators: our JS, gzip {js:.2f} KB"
        )
    figures = (
        ("builder, 200 cards, 400 links: edit shown, median", statistics.median(every), 16, "ms"),
        ("builder, 200 cards, 400 links: edit shown, p95", p95, 50, "ms"),
        *(
            (f"builder page, {lang}: our JS, gzip ({files} files with CSS {css:.1f} KB)", js, 45, "KB")
            for lang, (js, css, files) in light.items()
        ),
        ("builder page: layout shift", moved, 0.001, ""),
    )
    for name, figure, bar, unit in figures:
        print(f"{'ok  ' if figure <= bar else 'MISS'}  {name:<70} {figure:.2f} {unit} bar {bar} {unit}", flush=True)


if __name__ == "__main__":
    main()
