"""A quiz by keyboard alone, with axe, on small screens, in the dark and with forced colours."""

from __future__ import annotations

import pytest

from browser import axe
from web.steps import (
    RIGHT,
    SCORED,
    answer_right,
    answer_wrong,
    cards,
    check,
    focused,
    item,
    outcome,
    tab_to,
    verdict,
    words,
)

pytestmark = pytest.mark.browser
LANGS = ["he", "en"]


def inside(n: int, selector: str) -> str:
    return f'[data-item="q-demo-{n:02}"] {selector}'


def press(page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def pick_in_list(page, n: int, card: str, target: str) -> None:
    """Choose in a native list by arrow keys."""
    tab_to(page, inside(n, f'[data-part="{card}"] select'))
    for _ in range(8):
        press(page, "ArrowDown")
        chosen = page.evaluate("document.activeElement.selectedOptions[0].text")
        if chosen.partition(". ")[2] == target:
            return
    raise AssertionError(f"{target} was never reached")


def check_by_keyboard(page, n: int) -> None:
    tab_to(page, inside(n, ".amat-button.is-main"))
    press(page, "Enter")


def choose_by_arrows(page, n: int, value: str) -> None:
    tab_to(page, inside(n, "input"))
    press(page, "Space")
    for _ in range(5):
        if page.evaluate("document.activeElement.value") == value:
            return
        press(page, "ArrowDown")
    raise AssertionError(value)


def choices_by_keyboard(page, lang):
    choose_by_arrows(page, 1, "b")
    press(page, "Enter")
    assert outcome(page, 1) == words(lang, "right"), "Enter in a choice checks it"
    assert focused(page, inside(1, ".amat-outcome"))

    for _ in range(4):
        tab_to(page, inside(2, "input"))
        if page.evaluate("document.activeElement.value") in ("a", "c"):
            press(page, "Space")
    check_by_keyboard(page, 2)

    choose_by_arrows(page, 3, "false")
    check_by_keyboard(page, 3)


def lists_by_keyboard(page, lang):
    for card in cards(page, 4):
        pick_in_list(page, 4, card, RIGHT[lang]["match"][card])
    check_by_keyboard(page, 4)

    order_by_keyboard(page)

    for card in cards(page, 6):
        pick_in_list(page, 6, card, RIGHT[lang]["groups"][card])
    check_by_keyboard(page, 6)


def order_by_keyboard(page):
    for place, card in enumerate(["input", "activity", "output", "outcome"]):
        tab_to(page, inside(5, ".amat-order select"), back=not focused(page, "body"))
        page.evaluate("document.activeElement.blur()")
        page.locator(inside(5, f'[data-part="{card}"] select')).focus()
        press(page, str(place + 1))
    # One step there and back with the buttons: focus goes along with the card.
    first = inside(5, '[data-part="input"]')
    page.locator(f"{first} select").focus()
    press(page, "Shift+Tab", "Enter")
    assert cards(page, 5)[1] == "input" and focused(page, f"{first} .amat-move")
    press(page, "Shift+Tab", "Enter")
    assert cards(page, 5)[0] == "input" and focused(page, f"{first} select")
    check_by_keyboard(page, 5)


def gaps_numbers_and_scales_by_keyboard(page, lang):
    tab_to(page, inside(7, '[data-part="what"] input'))
    page.keyboard.type(RIGHT[lang]["gaps"]["what"])
    press(page, "Tab")
    page.keyboard.type(RIGHT[lang]["gaps"]["change"])
    press(page, "Enter")

    tab_to(page, inside(8, "input"))
    page.keyboard.type("65%")
    press(page, "Enter")

    choose_by_arrows(page, 9, "high")
    press(page, "Enter")


def own_words_and_polls_by_keyboard(page):
    tab_to(page, inside(10, "textarea"))
    page.keyboard.type("words\nin lines")
    press(page, "Enter")
    assert item(page, 10).locator("textarea").input_value() == "words\nin lines\n", "Enter in a long text is a new line"
    check_by_keyboard(page, 10)
    tab_to(page, inside(10, ".amat-rubric input"))
    press(page, "Space")

    tab_to(page, inside(11, "input"))
    press(page, "Space")
    check_by_keyboard(page, 11)


@pytest.mark.parametrize("lang", LANGS)
def test_every_type_by_keyboard_alone(quiz_page, lang):
    page = quiz_page(lang)
    choices_by_keyboard(page, lang)
    lists_by_keyboard(page, lang)
    gaps_numbers_and_scales_by_keyboard(page, lang)
    own_words_and_polls_by_keyboard(page)
    for n in SCORED:
        assert outcome(page, n) == words(lang, "right"), n
    assert words(lang, "score", percent=100) in page.locator(".amat-result").inner_text()


def test_arrows_stay_native_in_hebrew(quiz_page):
    """Down and Up go through the choices as shown, whatever the direction of the page."""
    page = quiz_page("he")
    tab_to(page, inside(1, "input"))
    press(page, "Space", "ArrowDown")
    assert focused(page, inside(1, ".amat-part:nth-child(2) input:checked"))
    press(page, "ArrowUp")
    assert focused(page, inside(1, ".amat-part:nth-child(1) input:checked"))


def test_every_stop_can_be_seen(quiz_page):
    """Tab through the whole page: no stop is hidden, every one has a ring."""
    page = quiz_page("he")
    answer_wrong(page, "he", 1)
    check(page, 1)
    page.locator("h1").click()
    seen = 0
    for _ in range(200):
        press(page, "Tab")
        look = page.evaluate(
            """() => { const e = document.activeElement, b = e.getBoundingClientRect(), s = getComputedStyle(e);
              return [e.tagName, e.className, b.width > 0 && b.height > 0 && e.checkVisibility(), s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2] }"""
        )
        if look[0] == "BODY":
            break
        seen += 1
        assert look[2] and look[3], look
    assert seen > 40


@pytest.mark.parametrize(
    ("lang", "name", "width"),
    [
        ("he", "index", 1280),
        ("he", "index", 320),
        ("he", "dark", 1280),
        ("he", "dark", 320),
        ("en", "index", 1280),
        ("en", "dark", 320),
    ],
)
def test_axe_in_every_state(quiz_page, lang, name, width):
    page = quiz_page(lang, name, width=width)
    found = {"initial": axe(page)}
    for n in range(1, 12):
        answer_right(page, lang, n)
    found["answered"] = axe(page)
    for n in SCORED:
        answer_wrong(page, lang, n)
        check(page, n)
    item(page, 1).locator(".amat-button:not(.is-main)").click()
    found["wrong"] = axe(page)
    for n in SCORED:
        answer_wrong(page, lang, n)
        check(page, n)
    for n in (9, 10, 11):
        check(page, n)
    page.get_by_role("button", name=words(lang, "restart"), exact=True).click()
    found["done"] = axe(page)
    assert found == {"initial": [], "answered": [], "wrong": [], "done": []}


@pytest.mark.parametrize("lang", LANGS)
def test_axe_when_handing_in(quiz_page, lang):
    page = quiz_page(lang, "check")
    page.get_by_role("button", name=words(lang, "submit"), exact=True).click()
    assert axe(page) == []


def test_axe_without_javascript_markup(visitor):
    """The same markup with folded parts open; axe itself needs a script, so the element is only kept asleep."""
    person = visitor()
    person.context.add_init_script("customElements.define = () => {}")
    page = person.open("he", live=False)
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    assert axe(page) == []


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["index", "check"])
def test_nothing_is_wider_than_a_small_window(quiz_page, lang, name):
    page = quiz_page(lang, name, width=320)
    if name == "index":
        for n in SCORED:
            answer_wrong(page, lang, n)
            check(page, n)
            answer_wrong(page, lang, n)
            check(page, n)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    wide = page.evaluate(
        """() => [...document.querySelectorAll('amat-quiz *')].filter(e => e.checkVisibility() && e.tagName !== 'OPTION'
          && (e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1)
          && !e.closest('.amat-hidden')).map(e => e.className || e.tagName)"""
    )
    assert wide == []


@pytest.mark.parametrize("width", [1280, 320])
def test_targets_are_big_enough_to_touch(quiz_page, width):
    page = quiz_page("he", width=width)
    answer_wrong(page, "he", 1)
    check(page, 1)
    small = page.evaluate(
        """() => [...document.querySelectorAll('amat-quiz :is(button, select, textarea, summary, .amat-option, input[type=text])')]
          .filter(e => e.checkVisibility() && (e.getBoundingClientRect().height < 43.5 || e.getBoundingClientRect().width < 43.5))
          .map(e => [e.className || e.tagName, e.getBoundingClientRect().height])"""
    )
    assert small == []


def test_large_text_and_spacing_lose_nothing(quiz_page):
    """WCAG 1.4.4 and 1.4.12: twice the text, wide spacing."""
    page = quiz_page("he", width=640)
    page.evaluate(
        """() => { const sheet = new CSSStyleSheet(); sheet.replaceSync(`html { font-size: 200% !important }
          * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }`);
          document.adoptedStyleSheets = [sheet] }"""
    )
    cut = page.evaluate(
        """() => [...document.querySelectorAll('amat-quiz :is(label, button, p, legend, li)')].filter(e => e.checkVisibility()
          && !e.closest('.amat-hidden') && (e.scrollWidth > e.clientWidth + 2 || e.scrollHeight > e.clientHeight + 2) && getComputedStyle(e).overflow !== 'visible')
          .map(e => e.className)"""
    )
    assert cut == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_forced_colours_keep_choices_and_marks_apart(quiz_page):
    page = quiz_page("he", forced_colors="active")
    answer_wrong(page, "he", 1)
    check(page, 1)
    outline = "e => getComputedStyle(e).outlineStyle"
    chosen = item(page, 1).locator(".amat-option:has(:checked)").evaluate(outline)
    other = item(page, 1).locator(".amat-option:not(:has(:checked))").first.evaluate(outline)
    assert (chosen, other) == ("solid", "none")
    assert item(page, 1).locator(".amat-mark svg").is_visible()
    assert axe(page) == []


def test_marks_are_words_and_icons(quiz_page):
    page = quiz_page("en")
    answer_wrong(page, "en", 6)
    check(page, 6)
    for mark in item(page, 6).locator(".amat-mark").all():
        assert mark.inner_text().strip() in {words("en", "right"), words("en", "wrong")}
        assert mark.locator("svg[aria-hidden=true]").count() == 1


def test_one_live_region_per_item(quiz_page):
    page = quiz_page("he")
    for n in range(1, 12):
        assert item(page, n).locator("[role=status], [aria-live]").count() == 1
    assert verdict(page, 1).locator("xpath=..").get_attribute("aria-atomic") == "false"


def test_no_motion(quiz_page):
    page = quiz_page("he", reduced_motion="reduce")
    moving = page.evaluate(
        "[...document.querySelectorAll('amat-quiz *')].filter(e => parseFloat(getComputedStyle(e).transitionDuration) > .01 || getComputedStyle(e).animationName !== 'none').length"
    )
    assert moving == 0


def test_the_element_moved_in_the_page_keeps_working(quiz_page):
    """As an instant navigation or a script might do."""
    page = quiz_page("he")
    answer_right(page, "he", 1)
    page.evaluate(
        "() => { const quiz = document.querySelector('amat-quiz'); const place = quiz.parentNode; quiz.remove(); place.append(quiz) }"
    )
    check(page, 1)
    assert outcome(page, 1) == "נכון"
    assert page.locator(".amat-button.is-main").count() == 11
