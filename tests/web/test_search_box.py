"""The search box on the real site: found, told, narrowed, reached by keyboard, clean."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, expect

from amatmida.core.model import Lang
from amatmida.locale import strings
from amatmida.search.folding import words
from amatmida.search.page import blocks_of
from amatmida.search.room import asked_of
from amatmida.site import Site
from browser import Watched, axe
from web.search_page import HIT, INPUT, START, STATUS, Visit
from web.steps import until

PRESS = "key => document.body.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}))"


@pytest.mark.parametrize(
    ("lang", "query", "title"),
    [
        ("he", "מדד תוצאה", "בחירת מדדים"),
        ("he", "לתמריצים", "תמריצים ומשחק במדד"),
        ("he", "logic model", "המודל הלוגי"),
        ("he", "שיטת הר״ף", "שיטת הרף"),
        ("he", "תאוריית השינוי", "מצורך לתיאוריית שינוי"),
        ("en", "logic models", "The logic model"),
        ("en", "מודל לוגי", "The logic model"),
        ("en", "cherry picking", "Incentives and gaming"),
    ],
)
def test_the_page_that_answers_is_among_the_first(
    browser: Browser, home: str, lang: str, query: str, title: str
) -> None:
    visit = Visit(browser, home, lang, query)
    assert title in visit.titles()[:3]
    assert visit.watched.faults == []
    visit.context.close()


@pytest.mark.parametrize(
    ("lang", "phrase", "id"),
    [
        ("he", "פרדוקס סימפסון", "guide/measurement/baselines.md"),
        ("he", "וורלד קפה", "guide/participation/methods/round-tables.md"),
        ("en", "apples to oranges", "guide/measurement/baselines.md"),
    ],
)
def test_a_page_is_found_by_what_people_type_and_does_not_show_it(
    browser: Browser, home: str, built: Path, real_site: Site, lang: Lang, phrase: str, id: str
) -> None:
    assert phrase in asked_of(real_site.catalog, id, lang)
    url = START[lang] + id.removesuffix(".md") + "/"
    page = (built / url / "index.html").read_text(encoding="utf-8")
    telling = {word for word in words(phrase) if len(word) > 2}
    assert telling.isdisjoint(word for block in blocks_of(page) for word in words(block.text))
    assert phrase not in page
    visit = Visit(browser, home, lang, phrase)
    assert visit.page.locator(HIT).first.get_attribute("href") == home + url
    assert telling.isdisjoint(words(visit.page.locator(".am-box__list > li").first.inner_text()))
    assert visit.page.locator(".am-box__list > li").first.locator("mark").count() == 0
    visit.context.close()


def test_the_excerpt_is_in_the_readers_words_and_marks_forms(browser: Browser, home: str) -> None:
    visit = Visit(browser, home, "he", "מדידה")
    text = " ".join(visit.page.locator(".am-hit__text").all_inner_texts())
    assert not re.search(r"[\ue000-\uf8ff]|[א-ת]0", text)
    marks = set(visit.page.locator("mark").all_inner_texts())
    assert len(marks) > 1
    assert all(re.search("מ.?ד", mark) for mark in marks), marks
    visit.context.close()


def test_a_result_leads_to_its_section_and_back_opens_the_search_again(browser: Browser, home: str) -> None:
    visit = Visit(browser, home, "he", "מונה ומכנה")
    visit.page.keyboard.press("ArrowDown")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url(re.compile("#"))
    where = visit.page.url
    anchor = where.partition("#")[2]
    assert anchor
    assert visit.page.evaluate("id => !!document.getElementById(id)", anchor)
    visit.page.go_back()
    visit.page.locator(HIT).first.wait_for()
    assert visit.page.input_value(INPUT) == "מונה ומכנה"
    visit.context.close()


@pytest.mark.parametrize("lang", START)
def test_letters_typed_while_the_box_is_on_its_way_are_not_lost(browser: Browser, home: str, lang: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    # Before the page opens: a route put up later does not hold at once, and the box would come past it.
    context.route("**/search/box.js", hold)
    watched = Watched(context, home)
    page = watched.open(START[lang] + "guide/measurement/policy/")
    with page.expect_request("**/search/box.js"):
        page.keyboard.press("/")
    query = {"he": "מדד /2", "en": "case /2"}[lang]
    for sign in query:  # Playwright has no keys with Hebrew letters
        page.evaluate(PRESS, sign)
    (route,) = held
    route.continue_()
    expect(page.locator(INPUT)).to_have_value(query)
    expect(page.locator(INPUT)).to_be_focused()
    page.keyboard.type("x")
    expect(page.locator(INPUT)).to_have_value(f"{query}x")
    assert watched.faults == []
    context.close()


@pytest.mark.parametrize("lang", START)
def test_the_keyboard_does_everything(browser: Browser, home: str, lang: str) -> None:
    visit = Visit(browser, home, lang, {"he": "מדד", "en": "indicator"}[lang])
    page = visit.page
    page.keyboard.press("Enter")
    expect(page.locator(HIT).first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(HIT).nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    for _ in range(3):  # over an offer or two, up to the field
        page.keyboard.press("ArrowUp")
    expect(page.locator(INPUT)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("dialog.am-box")).not_to_be_visible()
    # The browser takes the focus out of a closed dialog with its next frame.
    until(page, "!document.activeElement.closest('dialog')")
    page.keyboard.press("/")
    expect(page.locator(INPUT)).to_be_focused()
    visit.context.close()


def test_the_slash_key_can_be_switched_off_and_is_a_letter_in_fields(browser: Browser, home: str) -> None:
    visit = Visit(browser, home, "he")
    page = visit.page
    page.keyboard.type("ב/ג")
    assert page.input_value(INPUT) == "ב/ג"
    page.locator(".am-box__settings summary").click()
    page.get_by_label("לפתוח את החיפוש במקש /").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.wait_for_timeout(300)
    expect(page.locator("dialog.am-box")).not_to_be_visible()
    visit.context.close()


def test_recent_searches_are_kept_and_erased(browser: Browser, home: str) -> None:
    visit = Visit(browser, home, "he", "תמריצים")
    page = visit.page
    page.keyboard.press("Enter")
    visit.ask("")
    assert page.locator(".am-box__recent").inner_text() == "תמריצים"
    page.get_by_role("button", name="מחיקת החיפושים האחרונים").click()
    assert page.locator(".am-box__recent").count() == 0
    assert "תמריצים" not in page.evaluate("() => localStorage.getItem('amatmida/search/box')")
    visit.context.close()


def test_an_address_can_hold_a_query(browser: Browser, home: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(home + "?q=%D7%9E%D7%93%D7%93")
    page.locator(HIT).first.wait_for()
    assert page.input_value(INPUT) == "מדד"
    context.close()


SLIPS = [("he", "תמרציים", "תמריץ"), ("he", "nshsv", "מדידה"), ("en", "equty", "equity")]
OFFER = ".am-box__mean"


@pytest.mark.parametrize(("lang", "query", "better"), SLIPS)
def test_a_slip_is_answered_at_once_with_what_was_meant(
    browser: Browser, home: str, lang: Lang, query: str, better: str
) -> None:
    visit = Visit(browser, home, lang, query)
    shown, said = visit.titles(), visit.said()
    instead = strings(lang, "search")["instead"]
    assert len(shown) > 1
    assert visit.page.locator(OFFER).inner_text() == f"{instead} {better}"
    visit.awaiting()
    visit.page.locator(f"{OFFER} button").click()
    visit.answered()
    assert visit.page.locator(OFFER).count() == 0
    assert visit.page.input_value(INPUT) == better
    assert visit.titles() == shown
    # Who hears the number of pages hears first what they were found by; who sees reads it once, beside the button.
    assert said == f"{instead} {better}. {visit.said()}"
    visit.context.close()


@pytest.mark.parametrize(("lang", "query", "better"), SLIPS)
def test_enter_leads_to_the_results_and_arrows_also_to_what_was_meant(
    browser: Browser, home: str, lang: str, query: str, better: str
) -> None:
    visit = Visit(browser, home, lang, query)
    page, hits = visit.page, visit.page.locator(HIT)
    page.keyboard.press("Enter")
    expect(hits.first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(f"{OFFER} button")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(INPUT)).to_be_focused()
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    expect(hits.nth(1)).to_be_focused()
    before = hits.count()
    page.locator(".am-box__list + .am-box__button").click()
    expect(hits.nth(before)).to_be_focused()
    visit.context.close()


def test_words_that_lead_nowhere_are_only_offered_and_others_get_help(browser: Browser, home: str) -> None:
    visit = Visit(browser, home, "he", "תמרציים קשקשתא")
    mean = strings("he", "search")["mean"]
    assert visit.page.locator(OFFER).inner_text() == f"{mean} תמריץ קשקשתא"
    assert strings("he", "search")["instead"] not in visit.said()
    visit.awaiting()
    visit.page.locator(f"{OFFER} button").click()
    visit.answered()
    assert "תמריצים ומשחק במדד" in visit.titles()[:3]
    visit.ask("qwxzyz")
    assert visit.page.locator(OFFER).count() == 0
    assert visit.page.locator(".am-box__tips").is_visible()
    visit.context.close()


def test_filters_narrow_the_results_and_another_language_can_be_searched(browser: Browser, home: str) -> None:
    visit = Visit(browser, home, "he", "מדד")
    page = visit.page
    page.locator(".am-box__filters summary").click()
    page.get_by_label("סוג").select_option("method")
    expect(page.locator(".am-hit__kind").first).to_have_text("שיטה")
    assert set(page.locator(".am-hit__kind").all_inner_texts()) == {"שיטה"}
    page.get_by_label("סוג").select_option("")
    page.get_by_label("שפה").select_option("en")
    expect(page.locator(HIT).first).to_have_attribute("href", re.compile("/en/"))
    visit.context.close()


def test_facets_have_the_readers_words_and_only_values_that_leave_something(browser: Browser, home: str) -> None:
    visit = Visit(browser, home, "he", "מרכז יום לאזרחים ותיקים")
    page = visit.page
    page.locator(".am-box__filters summary").click()
    page.get_by_label("תחום").select_option(label="אזרחים ותיקים")
    expect(page.locator(".am-hit__title").first).to_contain_text("מרכז יום")
    expect(page.locator(HIT)).to_have_count(1)
    page.get_by_label("תחום").select_option("")
    page.get_by_label("עיקרון").select_option(label="המפעיל כשותף")
    expect(page.locator(STATUS)).to_have_text(re.compile("נמצא"))
    page.get_by_label("עיקרון").select_option("")
    visit.ask("גודהרט")
    shown = page.locator(".am-box__facets option:not([hidden])").evaluate_all("all => all.map(one => one.value)")
    assert "older-people" not in shown
    assert "guide" in shown
    for value in [one for one in shown if one in {"guide", "lesson", "question", "term", "about"}]:
        page.get_by_label("סוג").select_option(value)
        expect(page.locator(STATUS)).to_have_text(re.compile("^נמצא"))
        page.get_by_label("סוג").select_option("")
    visit.context.close()


STATES = {"empty": "", "results": "מדד", "term": "מודל לוגי", "none": "קשקשתא", "layout": "nshsv", "signs": "?!"}
SUGGESTED = {
    "he": {"instead": "תמרציים", "mean": "קשקשתא תמרציים"},
    "en": {"instead": "equty", "mean": "qqqqzzzz equty"},
}


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", START)
def test_every_state_is_clean(browser: Browser, home: str, lang: Lang, scheme: str, width: int) -> None:
    visit = Visit(browser, home, lang, viewport={"width": width, "height": 640}, color_scheme=scheme)
    visit.page.locator(".am-box__settings summary").click()
    found = {}
    for state, query in {**STATES, **SUGGESTED[lang]}.items():
        visit.ask(query)
        if state in SUGGESTED[lang]:
            expect(visit.page.locator(OFFER)).to_contain_text(strings(lang, "search")[state])
        over = visit.page.evaluate(
            "() => { const b = document.querySelector('.am-box__body'); return b.scrollWidth - b.clientWidth; }"
        )
        if wrong := axe(visit.page) + ([f"{over}px too wide"] if over > 0 else []):
            found[state] = wrong
    visit.page.locator(".am-box__filters summary").click()
    visit.page.locator(".am-box__facets select").first.wait_for()
    found.update({"filters": wrong} if (wrong := axe(visit.page)) else {})
    assert visit.watched.faults == []
    assert found == {}
    visit.context.close()
