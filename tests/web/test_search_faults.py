"""The search box never breaks: bad input, lost and half files, a site built anew, forced colours, records erased."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Route, expect

from browser import axe
from web.search_page import HIT, INPUT, START, STATUS, Visit
from web.steps import until

ROUND_TRIP = """async () => {
  const { sharedStore } = await import('/assets/amatmida/shared/store.js');
  const { exported, imported, merge } = await import('/assets/amatmida/shared/portable.js');
  const store = sharedStore();
  const file = exported(store);
  store.remove('search/box');
  const erased = localStorage.getItem('amatmida/search/box');
  merge(store, imported(file));
  return { file, erased, back: store.record('search/box') };
}"""
BAD = [
    "א",
    "?!…",
    '"""',
    ".*[a-z]+(",
    "<img src=x onerror=alert(1)>",
    "</script><b>",
    "מַדָּד",
    "\u202eמדד\u202c",
    "מדד KPI مؤشر 2020",
    "a" * 10_000,
    "מדד " * 3000,
    "'; drop table",
    "😀😀",
    "-",
    "\\",
    "ב-2020",
    "x" * 60,
]


def test_no_input_breaks_the_box(browser: Browser, home: str) -> None:
    visit = Visit(browser, home, "he")
    for query in BAD:
        visit.ask("")
        visit.ask(query)
        assert visit.said(), query[:20]
        assert visit.page.locator("img[src=x]").count() == 0
    visit.ask("מדד")
    assert visit.titles()
    assert visit.watched.faults == []
    visit.context.close()


def test_nothing_of_the_search_is_loaded_before_it_is_asked_for(browser: Browser, home: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(home + "guide/measurement/policy/")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "search" in url] == []
    context.close()


def lose(route: Route) -> None:
    route.abort()


def halve(route: Route) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.body()[: len(answer.body()) // 2])


def tried_again(browser: Browser, home: str, part: str, spoil: Callable[[Route], None]) -> str:
    """Search while `part` is spoilt, and again once it is whole, with results; what was said before that."""
    context = browser.new_context()
    context.route(part, spoil)
    page = context.new_page()
    page.goto(home)
    page.keyboard.press("Control+k")
    page.locator(INPUT).fill("מדד")
    retry = page.get_by_role("button", name="ניסיון נוסף")
    retry.wait_for(timeout=25_000)
    said = page.locator(STATUS).inner_text()
    context.unroute(part)
    retry.click()
    page.locator(HIT).first.wait_for(timeout=15_000)
    context.close()
    return said


@pytest.mark.parametrize(
    "part",
    [
        "**/words.bin",
        "**/pages.bin",
        "**/index/*.bin",
        "**/text/*.bin",
    ],
)
def test_a_missing_part_is_said_and_can_be_tried_again(browser: Browser, home: str, part: str) -> None:
    assert "רשת" in tried_again(browser, home, part, lose)


@pytest.mark.parametrize("part", ["**/words.bin", "**/pages.bin", "**/index/*.bin", "**/text/*.bin"])
def test_half_a_file_is_as_good_as_none(browser: Browser, home: str, part: str) -> None:
    tried_again(browser, home, part, halve)


def test_a_site_built_anew_meanwhile_is_searched_after_another_try(browser: Browser, home: str) -> None:
    visit = Visit(browser, home, "he", "מדד", intercepted=True)
    visit.context.route("**/index/*.bin", lambda route: route.fulfill(status=404, body=""))
    visit.page.fill(INPUT, "אוכלוסייה")
    retry = visit.page.get_by_role("button", name="ניסיון נוסף")
    retry.wait_for(timeout=25_000)
    visit.context.unroute("**/index/*.bin")
    with visit.page.expect_response("**/pages.bin"):  # the list of contents may be another one by now
        retry.click()
    expect(visit.page.locator(STATUS)).to_have_text(re.compile("נמצא"), timeout=15_000)
    visit.context.close()


@pytest.mark.parametrize("lang", START)
def test_forced_colours_keep_focus_marks_and_edges(browser: Browser, home: str, lang: str) -> None:
    visit = Visit(browser, home, lang, {"he": "מדד", "en": "indicator"}[lang], forced_colors="active")
    page = visit.page
    look = "(el) => { const s = getComputedStyle(el); return [s.outlineStyle, parseFloat(s.outlineWidth), s.borderTopStyle]; }"
    assert page.locator("dialog.am-box").evaluate(look)[2] == "solid"
    page.keyboard.press("ArrowDown")
    for _ in range(3):
        focused = page.locator(":focus")
        style, width, _edge = focused.evaluate(look)
        assert style != "none" and width >= 2, focused.evaluate("el => el.className")
        page.keyboard.press("ArrowDown")
    mark = page.locator("mark").first
    plain = page.locator(".am-hit__text").first
    ground = "el => getComputedStyle(el).backgroundColor"
    assert mark.evaluate(ground) != plain.evaluate(ground)
    assert axe(page) == []
    visit.context.close()


def test_recent_searches_go_with_my_data_and_come_back(browser: Browser, home: str) -> None:
    visit = Visit(browser, home, "he", "תמריצים")
    visit.page.keyboard.press("Enter")
    until(visit.page, "!!localStorage.getItem('amatmida/search/box')?.includes('תמריצים')")
    found = visit.page.evaluate(ROUND_TRIP)
    assert "תמריצים" in found["file"]
    assert found["erased"] is None
    assert found["back"]["recent"] == ["תמריצים"]
    visit.context.close()


def test_a_network_lost_on_the_way_leaves_what_was_shown(browser: Browser, home: str) -> None:
    visit = Visit(browser, home, "he", "מדד", intercepted=True)
    shown = visit.titles()
    visit.context.route("**/search/**", lose)
    visit.page.fill(INPUT, "אוכלוסייה")
    visit.page.get_by_role("button", name="ניסיון נוסף").wait_for(timeout=25_000)
    assert visit.titles() == shown
    visit.context.unroute("**/search/**")
    visit.page.get_by_role("button", name="ניסיון נוסף").click()
    expect(visit.page.locator(STATUS)).to_have_text(re.compile("נמצא"), timeout=15_000)
    visit.context.close()
