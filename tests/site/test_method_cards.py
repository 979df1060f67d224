"""Method cards on the real site: filters, addresses, keyboard, no JavaScript, small windows, and paper."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from amatmida.method_card.budget import lines
from amatmida.site import Site
from browser import Watched
from site_steps import reach

LANGS = {"he": "", "en": "en/"}
CARDS = "guide/participation/methods/"
SHEETS = "guide/participation/method-cards-print/"
MEASURE = """() => [...document.querySelectorAll('.amat-sheet')].map((sheet) => {
  const box = sheet.querySelector('.amat-sheet-columns');
  const line = parseFloat(getComputedStyle(sheet).lineHeight);
  const over = box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1;
  const width = (box.clientWidth - parseFloat(getComputedStyle(box).columnGap)) / 2;
  const height = sheet.offsetHeight;
  box.style.setProperty('columns', 'auto');
  box.style.setProperty('flex', 'none');
  box.style.setProperty('width', `${width}px`);
  return {card: sheet.dataset.card, over, height, lines: box.scrollHeight / line};
})"""

Visit = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, home: str) -> Iterator[Visit]:
    """visit(path, width=…, **options) in a fresh profile; at the end nothing may have gone wrong."""
    opened: list[tuple[Any, Watched]] = []

    def go(path: str, width: int = 1280, **options: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce", **options)
        watched = Watched(context, home)
        opened.append((context, watched))
        if options.get("java_script_enabled") is False:
            watched.page.goto(home + path)
            return watched.page
        return watched.open(path)

    yield go
    for context, watched in opened:
        assert watched.faults == []
        context.close()


def shown(page: Page) -> list[str]:
    found: list[str] = page.eval_on_selector_all(
        ".amat-card", "cards => cards.filter(c => c.checkVisibility()).map(c => c.dataset.card)"
    )
    return found


def count(page: Page) -> int:
    return page.locator(".amat-card").count()


@pytest.mark.parametrize("lang", LANGS)
def test_filters_narrow_the_list_say_so_and_stand_in_the_address(visit: Visit, real_site: Site, lang: str) -> None:
    page = visit(LANGS[lang] + CARDS)
    assert len(shown(page)) == count(page) == len(real_site.catalog.all("method"))
    page.locator("[name=stage]").select_option("live")
    page.get_by_role("checkbox").first.check()
    wanted = {
        id
        for id, e in real_site.catalog.all("method").items()
        if "live" in e.record.stages and "phone" in e.record.access.needs
    }
    assert set(shown(page)) == wanted
    assert wanted
    status = page.locator(".amat-cards-found")
    assert status.get_attribute("role") == "status"
    assert f"{len(wanted)} " in status.inner_text()
    assert page.url.endswith("?stage=live&needs=phone")
    again = visit(page.url.split("/", 3)[3])
    assert set(shown(again)) == wanted
    assert again.locator("[name=stage]").input_value() == "live"


def test_every_filter_keeps_exactly_what_fits(visit: Visit, real_site: Site) -> None:
    cards = {id: e.record for id, e in real_site.catalog.all("method").items()}
    expected = {
        "who=authorities": {i for i, c in cards.items() if "authorities" in c.who},
        "time=480": {i for i, c in cards.items() if c.time.total.min <= 480},
        "people=30": {i for i, c in cards.items() if c.group.min <= 30 <= c.group.max},
        "cost=low": {i for i, c in cards.items() if c.cost.level == "low"},
        "cost=medium": {i for i, c in cards.items() if c.cost.level != "high"},
        "needs=remote,alone": {i for i, c in cards.items() if {"remote", "alone"} <= set(c.access.needs)},
    }
    for query, wanted in expected.items():
        assert set(shown(visit(f"{CARDS}?{query}"))) == wanted, query
        assert 0 < len(wanted) < len(cards), query


def test_clearing_brings_everything_back_and_moves_the_focus_on(visit: Visit) -> None:
    page = visit(f"{CARDS}?cost=low&stage=end")
    page.locator(".amat-cards-clear").click()
    assert len(shown(page)) == count(page)
    assert "?" not in page.url
    assert page.evaluate("document.activeElement.name") == "stage"
    assert page.locator(".amat-cards-clear").is_hidden()


@pytest.mark.parametrize("lang", LANGS)
def test_no_card_gives_words_that_help_and_a_way_out(visit: Visit, lang: str) -> None:
    page = visit(f"{LANGS[lang]}{CARDS}?stage=live&who=authorities&cost=low")
    assert shown(page) == []
    found = page.locator(".amat-cards-found")
    assert found.locator("li").count() >= 1
    drop = found.get_by_role("button").first
    drop.focus()
    page.keyboard.press("Enter")
    assert shown(page)
    assert page.evaluate("document.activeElement.closest('form') !== null"), "the focus goes to what was dropped"


@pytest.mark.parametrize(
    "query",
    [
        "stage=nowhere",
        "people=-3",
        "people=0",
        "people=1e9",
        "people=abc",
        "needs=%3Cb%3E,,flying",
        "time=99999999",
        "cost=",
    ],
)
def test_an_address_with_nonsense_shows_everything(visit: Visit, query: str) -> None:
    page = visit(f"{CARDS}?{query}")
    assert len(shown(page)) == count(page)
    assert page.locator(".amat-cards b").count() == 0


def test_other_parts_of_the_address_stay(visit: Visit) -> None:
    page = visit(f"{CARDS}?from=mail#cards")
    page.locator("[name=cost]").select_option("low")
    assert page.url.endswith("?from=mail&cost=low#cards")


@pytest.mark.parametrize("lang", LANGS)
def test_by_keyboard_alone(visit: Visit, lang: str) -> None:
    page = visit(LANGS[lang] + CARDS)
    reach(page, "select[name=who]")
    page.keyboard.press("ArrowDown")
    assert 0 < len(shown(page)) < count(page)
    reach(page, "input[name=people]")
    page.keyboard.type("6")
    some = shown(page)
    assert some
    reach(page, ".amat-card:not([hidden]) a")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/methods/{some[0]}/")
    assert page.locator("h1").inner_text()


@pytest.mark.parametrize("lang", LANGS)
def test_without_javascript_every_card_is_there_and_no_control_is_dead(visit: Visit, lang: str) -> None:
    page = visit(LANGS[lang] + CARDS, java_script_enabled=False)
    assert len(page.locator(".amat-card:visible").all()) == page.locator(".amat-card").count() >= 18
    assert page.locator(".amat-cards :is(form, button):visible").count() == 0
    assert page.locator(".amat-cards-nojs").is_visible()
    sheets = visit(LANGS[lang] + SHEETS, java_script_enabled=False)
    assert sheets.locator(".amat-sheet:visible").count() == page.locator(".amat-card").count()
    assert sheets.locator(".amat-sheets button:visible").count() == 0


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("path", [CARDS, SHEETS, CARDS + "deliberative-panel/"])
def test_nothing_is_cut_at_320_pixels(visit: Visit, lang: str, path: str) -> None:
    page = visit(LANGS[lang] + path, width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_targets_are_large_enough(visit: Visit) -> None:
    page = visit(CARDS, width=320)
    small = page.eval_on_selector_all(
        ".amat-cards :is(select, input[type=number], label:has(input), button:not([hidden]))",
        "all => all.filter(e => e.getBoundingClientRect().height < 24).map(e => e.outerHTML.slice(0, 80))",
    )
    assert small == []


@pytest.mark.parametrize("lang", LANGS)
def test_two_whole_cards_stand_on_each_sheet_of_paper(visit: Visit, real_site: Site, lang: str) -> None:
    page = visit(LANGS[lang] + SHEETS)
    cards = [entry.record for entry in real_site.catalog.all("method").values()]
    pages = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert len(pages) == (len(cards) + 1) // 2
    assert {(round(float(p.mediabox.width)), round(float(p.mediabox.height))) for p in pages} == {(595, 842)}
    texts = ["".join(p.extract_text().split()) for p in pages]
    ends = [card.mistakes[-1].en for card in cards] if lang == "en" else []
    for words in ends:
        assert any("".join((words or "").split()) in text for text in texts), words


@pytest.mark.parametrize("lang", LANGS)
def test_no_printed_card_overflows_and_the_budget_is_on_the_safe_side(visit: Visit, real_site: Site, lang: str) -> None:
    """The budget that `amat check` uses never promises room that paper does not have."""
    page = visit(LANGS[lang] + SHEETS, width=733)
    page.emulate_media(media="print")
    for row in page.evaluate(MEASURE):
        card = real_site.catalog.all("method")[row["card"]].record
        assert not row["over"], row
        assert lines(card, lang) >= row["lines"] - 0.1, row
        assert row["height"] <= 140 / 25.4 * 96 + 1, row


def test_what_is_filtered_is_what_is_printed(visit: Visit) -> None:
    page = visit(f"{CARDS}?stage=live&needs=phone")
    wanted = shown(page)
    page.locator(".amat-cards-print").click()
    page.wait_for_selector("amat-card-sheets[data-live]")
    sheets = page.eval_on_selector_all(".amat-sheet", "all => all.filter(s => !s.hidden).map(s => s.dataset.card)")
    assert sheets == wanted
    pages = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert len(pages) == (len(wanted) + 1) // 2
    page.locator(".amat-sheets-all").click()
    assert page.locator(".amat-sheet:visible").count() > len(wanted)


def test_one_card_is_printed_alone_from_its_page(visit: Visit) -> None:
    page = visit(CARDS + "exit-interview/")
    page.locator("a[href*='card=exit-interview']").click()
    page.wait_for_selector("amat-card-sheets[data-live]")
    assert page.locator(".amat-sheet:visible").count() == 1
    assert len(PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages) == 1
    strange = visit(f"{SHEETS}?card=%3Cimg%20src%3Dx%3E")
    assert strange.locator(".amat-sheet:visible").count() == strange.locator(".amat-sheet").count()


def test_a_page_without_cards_loads_nothing_of_them(visit: Visit, home: str) -> None:
    page = visit(CARDS + "exit-interview/")
    loaded = page.evaluate("performance.getEntriesByType('resource').map(e => e.name)")
    assert not [name for name in loaded if "method_card" in name or "chooser" in name]
