"""The lab enlarged: on a projector at 200 %, with letters of twice the size, and on a narrow phone. Nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, cast

import pytest
from playwright.sync_api import Browser, Page, expect

from amatmida.locale import strings
from browser import Watched
from lab_steps import Builder, Hand

WAYS: dict[str, dict[str, Any]] = {
    # 1280 × 720 at 200 %: half as many CSS pixels, each of two of the screen's.
    "projector": {"viewport": {"width": 640, "height": 360}, "device_scale_factor": 2},
    "letters": {"viewport": {"width": 1280, "height": 720}},
    "phone": {"viewport": {"width": 320, "height": 640}, "has_touch": True},
}
LETTERS = {"fontSizes": {"standard": 32, "fixed": 26}}
"""The reader's own setting: twice the browser's usual 16 and 13."""
LOST = """() => { const found = [], wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > wide) found.push(['page', document.documentElement.scrollWidth]);
  const roots = [document], all = [];
  for (const root of roots) for (const one of root.querySelectorAll('article *, amat-logic-model *, .amat-lab-inside *')) {
    all.push(one); if (one.shadowRoot) roots.push(one.shadowRoot); }
  for (const one of all) {
    if (!one.checkVisibility() || one.closest('.lm-scroll, .amat-board, .amat-hidden, .md-typeset__scrollwrap')) continue;
    const {left, right, width} = one.getBoundingClientRect();
    if (width && (left < -1 || right > wide + 1)) found.push(['beside the page', one.className || one.localName]);
    const cut = one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'visible';
    if (one.matches('button, select, summary, label, .amat-node-text') && cut) found.push(['cut', one.textContent.slice(0, 40)]);
  }
  return found.slice(0, 8); }"""
HIDDEN = """() => { let one = document.activeElement; while (one.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
  if (one === document.body || !one.closest) return '';
  const {left, top, width, height} = one.getBoundingClientRect();
  const at = (x, y) => { let hit = document.elementFromPoint(x, y);
    while (hit?.shadowRoot?.elementFromPoint(x, y) && hit.shadowRoot.elementFromPoint(x, y) !== hit) hit = hit.shadowRoot.elementFromPoint(x, y);
    return hit && (one === hit || one.contains(hit) || hit.closest('label')?.contains(one)); };
  const seen = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]].some(([x, y]) => at(left + width * x, top + height * y));
  return seen ? '' : one.outerHTML.slice(0, 120); }"""


class Reader:
    """A browser of their own, a language, a scheme of colours."""

    def __init__(self, browser: Browser, home: str, way: str, lang: str, scheme: str) -> None:
        self.lang = lang
        context = browser.new_context(color_scheme=scheme, reduced_motion="reduce", **WAYS[way])
        self.tab = Watched(context, home)
        if way == "letters":
            context.new_cdp_session(self.tab.page).send("Page.setFontSizes", LETTERS)

    def open(self, page: str) -> Page:
        return self.tab.open(page if self.lang == "he" else f"en/{page}")


@pytest.fixture(params=[("he", "dark"), ("en", "light")], ids=["he-dark", "en-light"])
def reader(request: pytest.FixtureRequest, browser: Browser, home: str) -> Iterator[Callable[[str], Reader]]:
    """reader(way) is somebody who reads so."""
    made: list[Reader] = []

    def make(way: str) -> Reader:
        made.append(Reader(browser, home, way, *request.param))
        return made[-1]

    yield make
    for one in made:
        one.tab.page.context.close()
        assert one.tab.faults == []


def words(lang: str, key: str) -> str:
    return str(cast("Any", strings(cast("Any", lang), "logic_model"))["browser"][key])


def build_some(page: Page, lang: str, hand: Hand) -> None:
    """A card in each of the first two stages and a link between them, on a board that shows one stage at a time."""
    builder = Builder(page.locator("amat-logic-model"), hand)
    first = builder.add("input", "צוות" if lang == "he" else "Staff")
    assert builder.lab.locator(".amat-column:visible").count() == 1
    hand.press(builder.lab.get_by_role("button", name=words(lang, "stage_after"), exact=True))
    second = builder.add("activity", "קבוצות חברתיות לכל הדיירים" if lang == "he" else "Social groups for all tenants")
    hand.press(builder.lab.get_by_role("button", name=words(lang, "stage_before"), exact=True))
    builder.open(first)
    hand.pick(builder.key("target"), second)
    hand.press(builder.key("add link"))
    expect(builder.key(f"because {first} {second}")).to_be_visible()


@pytest.mark.parametrize("way", WAYS)
def test_nothing_is_lost(reader: Callable[[str], Reader], way: str) -> None:
    who = reader(way)
    page = who.open("lab/builder/")
    hand = Hand(page, "touch" if way == "phone" else "mouse")
    build_some(page, who.lang, hand)
    for fold in page.locator(".amat-fold > summary").all():
        hand.press(fold)
    page.locator(".amat-fold[open] textarea").wait_for()
    assert page.evaluate(LOST) == []
    for name in ("lab/day-centre/", "methods/six-principles-explorer/"):
        who.open(name)
        for mend in page.locator(".amat-mend > summary").all():
            hand.press(mend)
        assert page.evaluate(LOST) == [], name


def test_the_focus_is_never_hidden(reader: Callable[[str], Reader]) -> None:
    page = reader("projector").open("lab/day-centre/")
    page.locator("amat-connect .amat-node-face").first.focus()
    hidden = set()
    for key in ["Tab"] * 60 + ["Shift+Tab"] * 60:
        page.keyboard.press(key)
        hidden.add(page.evaluate(HIDDEN))
    assert hidden == {""}
