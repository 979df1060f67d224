"""Definitions of terms on real pages: mouse, keyboard, touch, small screens, no script, print."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from browser import Watched, axe

LANGS = {"he": "", "en": "en/"}
CHAPTER = "guide/measurement/policy/"
NOTE = ".amat-term-note"
WORDS = {"he": ("מדד משותף", "אל המונחון"), "en": ("shared measure", "To the glossary")}
INSIDE = """() => {
  const r = document.querySelector('.amat-term-note').getBoundingClientRect();
  return r.width > 100 && r.left >= 0 && r.right <= innerWidth && r.top >= 0 && r.bottom <= innerHeight
    && document.documentElement.scrollWidth <= innerWidth;
}"""
Visit = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, home: str) -> Iterator[Visit]:
    """visit(lang, **options of the context) opens the chapter; at the end nothing may have gone wrong."""
    opened: list[tuple[Watched, Any]] = []

    def go(lang: str, path: str = CHAPTER, **options: Any) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **options})
        watched = Watched(context, home)
        opened.append((watched, context))
        return watched.open(LANGS[lang] + path)

    yield go
    for watched, context in opened:
        assert watched.faults == []
        context.close()


def term(page: Page) -> Any:
    return page.locator("a.amat-term[data-term=shared-measure]")


@pytest.mark.parametrize("lang", LANGS)
def test_a_mouse_opens_it_can_enter_it_and_leaves_it(visit: Visit, lang: str) -> None:
    page = visit(lang)
    term(page).hover()
    note = page.locator(NOTE)
    expect(note).to_be_visible()
    for words in WORDS[lang]:
        expect(note).to_contain_text(words)
    assert note.get_attribute("dir") == ("rtl" if lang == "he" else "ltr")
    assert page.evaluate(INSIDE)
    note.locator("strong").hover()
    page.wait_for_timeout(600)
    expect(note).to_be_visible()
    page.mouse.move(5, 5)
    expect(note).to_have_count(0)
    term(page).click()
    page.wait_for_url("**/glossary/#shared-measure")


@pytest.mark.parametrize("lang", LANGS)
def test_the_keyboard_opens_it_enters_it_and_escape_gives_the_focus_back(visit: Visit, lang: str) -> None:
    page = visit(lang)
    page.locator("#clause-2b").evaluate("e => { e.tabIndex = -1; e.focus(); }")
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.term") == "shared-measure":
            break
    note = page.locator(NOTE)
    expect(note).to_be_visible()
    described = term(page).get_attribute("aria-describedby")
    assert WORDS[lang][0] not in (page.locator(f"#{described}").text_content() or "")
    assert len(page.locator(f"#{described}").text_content() or "") > 20
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.amat-term-more')")
    page.keyboard.press("Escape")
    expect(note).to_have_count(0)
    assert page.evaluate("document.activeElement.dataset.term") == "shared-measure"
    # Dismissed means dismissed: it comes back only after the reader has left the word.
    page.wait_for_timeout(300)
    expect(note).to_have_count(0)
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(note).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert (
        page.evaluate("document.querySelector('.amat-term-note')?.querySelector('strong').textContent")
        != WORDS[lang][0]
    )


@pytest.mark.parametrize("lang", LANGS)
def test_a_finger_opens_and_closes_it_without_leaving_the_page(visit: Visit, lang: str) -> None:
    page = visit(lang, viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True)
    address = page.url
    term(page).tap()
    note = page.locator(NOTE)
    expect(note).to_be_visible()
    assert page.evaluate(INSIDE)
    note.locator("strong").tap()
    page.wait_for_timeout(500)
    expect(note).to_be_visible()
    term(page).tap()
    expect(note).to_have_count(0)
    term(page).tap()
    expect(note).to_be_visible()
    page.locator("#clause-2b").tap(position={"x": 5, "y": 5})
    expect(note).to_have_count(0)
    assert page.url.partition("#")[0] == address
    term(page).tap()
    note.get_by_role("link").tap()
    page.wait_for_url("**/glossary/#shared-measure")


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", LANGS)
def test_an_open_definition_is_clean_and_inside_the_window(visit: Visit, lang: str, scheme: str, width: int) -> None:
    page = visit(lang, viewport={"width": width, "height": 640}, color_scheme=scheme, reduced_motion="reduce")
    for one in page.locator("a.amat-term").all()[:6]:
        one.scroll_into_view_if_needed()
        one.hover()
        expect(page.locator(NOTE)).to_be_visible()
        assert page.evaluate(INSIDE)
        page.keyboard.press("Escape")
        expect(page.locator(NOTE)).to_have_count(0)
        page.mouse.move(2, 2)
    term(page).hover()
    expect(page.locator(NOTE)).to_be_visible()
    assert axe(page) == []


@pytest.mark.parametrize("lang", LANGS)
def test_without_script_it_is_a_link_to_the_glossary(browser: Browser, home: str, lang: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(home + LANGS[lang] + CHAPTER)
    term(page).click()
    page.wait_for_url("**/glossary/#shared-measure")
    assert page.locator("#shared-measure").count() == 1
    context.close()


def test_on_paper_a_term_is_plain_words(visit: Visit) -> None:
    page = visit("he", reduced_motion="reduce")  # a colour in transition is neither
    page.emulate_media(media="print")
    style = "e => { const s = getComputedStyle(e), p = getComputedStyle(e.parentElement); return [s.textDecorationLine, s.color === p.color]; }"
    assert term(page).evaluate(style) == ["none", True]


def test_in_forced_colours_a_definition_has_an_edge(visit: Visit) -> None:
    page = visit("he", forced_colors="active")
    term(page).hover()
    expect(page.locator(NOTE)).to_be_visible()
    assert page.locator(NOTE).evaluate("e => getComputedStyle(e).borderTopStyle") == "solid"


def test_the_code_comes_only_when_somebody_comes_near_a_term(browser: Browser, home: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(home + CHAPTER, wait_until="networkidle")
    assert not any("/glossary/terms.js" in url for url in asked)
    term(page).hover()
    expect(page.locator(NOTE)).to_be_visible()
    assert any("/glossary/terms.js" in url for url in asked)
    asked.clear()
    page.goto(home + "about/privacy/", wait_until="networkidle")
    page.keyboard.press("Tab")
    page.wait_for_timeout(200)
    assert not any("/glossary/" in url for url in asked)
    context.close()


@pytest.mark.parametrize("lang", LANGS)
def test_the_mistakes_of_a_chapter_are_in_its_contents(visit: Visit, lang: str) -> None:
    page = visit(lang)
    assert page.locator(".md-nav--secondary a[href='#common-mistakes']").count() == 1
    rows = page.locator("#common-mistakes ~ .md-typeset__scrollwrap").last
    assert rows.locator("tbody tr").count() <= 17
    fold = page.locator("details.amat-mistakes")
    fold.locator("summary").click()
    assert fold.locator("tbody tr").first.is_visible()
