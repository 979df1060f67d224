"""The lab in colours that the reader's system forces: what is chosen, focused, linked and judged can still be seen.

The pages are dark ones and the forced colours light, so that a colour of the site's own that stays behind is pale on white.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from web.lab_page import add, cards, face, link, opened
from web.test_lab_exercises import QUIZ, check, quiz

pytestmark = pytest.mark.browser
FORCED = {"forced_colors": "active", "color_scheme": "light", "reduced_motion": "reduce"}
LOOK = """(one, property) => {
  const probe = colour => { const made = document.createElement('i'); made.style.cssText = 'forced-color-adjust:none;color:' + colour;
    document.body.append(made); const found = getComputedStyle(made).color; made.remove(); return found; };
  const light = colour => { const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3)
    .map(v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const [low, high] = [getComputedStyle(one)[property], probe('Canvas')].map(light).sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05); }"""
OUTLINE = (
    "one => { const s = getComputedStyle(one); return s.outlineStyle === 'none' ? 0 : parseFloat(s.outlineWidth); }"
)


def plain(marks: Locator, property: str = "color") -> None:
    """Each of them stands out from the ground (WCAG 1.4.11: 3 to 1)."""
    assert marks.count()
    found = [one.evaluate(LOOK, property) for one in marks.all()]
    assert min(found) >= 3, (str(marks), found)


def outlined(one: Locator) -> float:
    """How thick the line around it is, in px."""
    if one.evaluate(OUTLINE):
        plain(one, "outlineColor")
    return float(one.evaluate(OUTLINE))


@pytest.fixture
def board(person) -> Page:
    """Three cards, the first leads to the second, and a mistake."""
    page = opened(person(**FORCED), "he", "dark")
    for kind, text in (("input", "צוות"), ("activity", "קבוצות"), ("outcome-long", "מספר המפגשים")):
        add(page, kind, text)
    link(page, *cards(page)[:2])
    page.locator(".amat-findings .is-mistake").first.wait_for()
    return page


def test_cards_lines_and_signs(board: Page) -> None:
    first, second, third = (face(board, id) for id in cards(board))
    first.click()
    expect(first).to_have_attribute("aria-pressed", "true")
    assert outlined(first) >= 2
    assert outlined(third) == 0
    plain(board.locator(".amat-node .amat-sign"))
    plain(board.locator(".amat-line:not(.is-lit)"), "stroke")
    plain(board.locator(".amat-line-head:not(.is-lit)"), "fill")
    plain(board.locator(".amat-findings a"))
    first.focus()
    board.keyboard.press("ArrowLeft")
    assert outlined(second) >= 2, "the focus goes with the arrow keys, the choice stays"
    expect(second).to_be_focused()


def test_lit_lines_and_remarks(board: Page) -> None:
    face(board, cards(board)[0]).click()
    board.locator(".amat-line.is-lit").wait_for(state="attached")
    plain(board.locator(".amat-findings .amat-finding .amat-sign"))
    plain(board.locator(".amat-line.is-lit"), "stroke")
    plain(board.locator(".amat-line-head.is-lit"), "fill")


@pytest.mark.parametrize("type", ["sort", "connect", "order", "indicators", "repair"])
def test_each_kind_of_exercise(person, type: str) -> None:
    page = opened(person(**FORCED), "he", f"{type}-dark", QUIZ)
    asked = quiz(type).items[0]
    item = page.locator(f'.amat-item[data-item="{asked.id}"]')
    for select in item.locator("select").all():
        select.select_option(index=1)
    boxes = item.locator("input[type=checkbox]")
    for box in boxes.all()[:2]:
        box.check()
    if type == "connect":
        plain(page.locator("amat-connect .amat-line"), "stroke")
        plain(page.locator("amat-connect .amat-line-head"), "fill")
        start = page.locator("amat-connect .amat-node-face").first
        start.click()
        assert outlined(start) >= 2
    check(page, asked.id)
    plain(item.locator(".amat-outcome svg"))
    plain(item.locator(":is(.amat-mark, .amat-move, .amat-parts) svg:visible"))
    if boxes.count():
        assert outlined(item.locator(".amat-option:has(:checked)").first) >= 2
    control = item.locator(":is(input, select):enabled").first
    page.keyboard.press("Shift+Tab")
    control.focus()
    assert outlined(control) >= 2
