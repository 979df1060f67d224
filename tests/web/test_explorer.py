"""The explorer of the six principles in a browser: filters, address, table, marks, keyboard, no JavaScript, small screens."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from amatmida.core.fragment import fill
from amatmida.locale import strings
from amatmida.site import Site
from browser import axe, serving
from web import explorer_site

pytestmark = pytest.mark.browser
LANGS = ["he", "en"]
ALIVE = "amat-explorer[data-live]"
SMALL = """() => [...document.querySelectorAll('.lm-explorer :is(a, button, select, summary, input)')].filter(one => {
  const box = one.getBoundingClientRect(); const label = one.closest('label')?.getBoundingClientRect();
  return box.width && Math.min(box.height, box.width) < 24 && !(label && label.height >= 24); }).map(one => one.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module")
def explorer_home(tmp_path_factory: pytest.TempPathFactory, real_site: Site) -> Iterator[str]:
    with serving(explorer_site.build(tmp_path_factory.mktemp("explorer"), real_site.catalog)) as home:
        yield home


@pytest.fixture
def opened(visitor, explorer_home: str) -> Callable[..., Page]:
    """opened(lang, after="?…#…", name=…, **options) → the explorer's page, alive."""

    def open_page(lang: str, after: str = "", name: str = "explorer", **options) -> Page:
        page = visitor(home=explorer_home, **options).open(lang, name, live=False)
        page.wait_for_selector(ALIVE)
        return again(page, lang, after) if after else page

    def again(page: Page, lang: str, after: str) -> Page:
        page.goto("about:blank")
        page.goto(f"{explorer_home}{lang}/explorer.html{after}")
        page.wait_for_selector(ALIVE)
        return page

    return open_page


def items(page: Page) -> Locator:
    return page.locator(".lm-item:not([hidden])")


def said(lang: str, key: str, **values: object) -> str:
    return fill(strings(lang, "explorer")["browser"][key], **values)


def status(page: Page, words: str) -> None:
    page.wait_for_function("words => document.querySelector('.lm-status').textContent === words", arg=words)


@pytest.mark.parametrize("lang", LANGS)
def test_filters_work_together_and_are_told(opened, lang: str) -> None:
    page = opened(lang)
    status(page, said(lang, "shown", n=60, all=60))
    page.select_option("[name=stage]", "operation")
    status(page, said(lang, "shown", n=13, all=60))
    page.select_option("[name=principle]", "innovation")
    status(page, said(lang, "shown", n=2, all=60))
    assert items(page).evaluate_all("all => all.map(one => one.dataset.id)") == ["p5-i1", "p5-i2"]
    assert page.locator(".lm-table a:visible").count() == 2
    page.select_option("[name=column]", "tender")
    status(page, said(lang, "none"))
    assert page.locator(".lm-table").is_hidden()
    assert axe(page) == []
    page.locator(".lm-clear").click()
    status(page, said(lang, "shown", n=60, all=60))
    assert page.evaluate("document.activeElement.name") == "text"
    assert "?" not in page.url


@pytest.mark.parametrize("lang", LANGS)
def test_words_and_codes_are_found(opened, lang: str) -> None:
    page = opened(lang)
    page.fill("[name=text]", "תעריף" if lang == "he" else "tariff")
    status(page, said(lang, "shown", n=2, all=60))
    page.fill("[name=text]", "3.i")
    status(page, said(lang, "shown", n=3, all=60))


@pytest.mark.parametrize("lang", LANGS)
def test_the_address_keeps_what_was_chosen(opened, lang: str) -> None:
    page = opened(lang)
    page.select_option("[name=role]", "measurement-lead")
    page.fill("[name=text]", "מדד" if lang == "he" else "measure")
    page.get_by_text(strings(lang, "explorer")["page"]["list"], exact=True).click()
    page.wait_for_function("() => location.search.includes('text=')")
    count = items(page).count()
    assert 0 < count < 60
    page.reload()
    page.wait_for_selector(ALIVE)
    assert items(page).count() == page.locator(".lm-item:visible").count() == count
    assert page.locator("[name=role]").input_value() == "measurement-lead"
    assert page.locator(".lm-table").is_hidden()


def test_strange_addresses_do_no_harm(opened) -> None:
    page = opened("en", "?stage=nowhere&mark=none&view=%3Cscript%3E&text=%3Cimg+src%3Dx%3E&other=1#lm-nothing")
    status(page, said("en", "none"))
    assert page.locator("[name=stage]").input_value() == ""
    assert page.locator(".lm-status img").count() == 0
    page.locator(".lm-clear").click()
    status(page, said("en", "shown", n=60, all=60))
    assert page.url.endswith("?other=1#lm-nothing")


@pytest.mark.parametrize("lang", LANGS)
def test_a_code_opens_its_item_by_keyboard_and_back(opened, lang: str) -> None:
    page = opened(lang)
    assert page.locator(".lm-item:visible").count() == 0
    assert page.locator(".lm-hint").is_visible()
    page.locator("[data-of=p2-s3] a").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.id === 'lm-p2-s3'")
    assert page.locator(".lm-item:visible").count() == 1
    assert page.locator(".lm-hint").is_hidden()
    assert page.locator("[data-of=p2-s3] a").get_attribute("aria-current") == "true"
    page.locator(".lm-back").press("Enter")
    assert page.evaluate("document.activeElement.closest('[data-of]').dataset.of") == "p2-s3"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.id === 'lm-p2-s4'")
    page.go_back()
    page.wait_for_function("() => document.activeElement.id === 'lm-p2-s3'")


def test_a_link_to_one_item_shows_it_also_when_a_filter_hides_it(opened) -> None:
    page = opened("he", "?stage=review#lm-p2-a1")
    page.wait_for_function("() => document.activeElement.id === 'lm-p2-a1'")
    assert page.locator("#lm-p2-a1").is_visible()
    assert "stage" not in page.url


@pytest.mark.parametrize("lang", LANGS)
def test_marks_come_from_the_worksheet_and_are_only_read(opened, explorer_home: str, lang: str) -> None:
    page = opened(lang)
    assert page.locator(".lm-mine").is_hidden() and page.locator("[name=mark]").is_hidden()
    page.locator("[data-of=p3-s4] a").click()
    page.locator("#lm-p3-s4 .lm-links a").last.click()
    page.wait_for_selector("amat-worksheet[data-live]")
    assert page.locator("#ws-tender-self-assessment-items-p3-s4").is_visible()
    for name, value in (("p3-s4", "none"), ("p1-a1", "full"), ("p1-a2", "partly"), ("p6-g1", "na")):
        page.locator(f"[data-name='items.{name}'][value={value}]").check()
    page.evaluate("document.activeElement.blur()")
    page.wait_for_function("() => localStorage.getItem('amatmida/worksheet/tender-self-assessment')?.includes('p6-g1')")
    before = page.evaluate("JSON.stringify(localStorage)")
    page.goto(f"{explorer_home}{lang}/explorer.html?mark=none&view=list")
    page.wait_for_selector(ALIVE)
    assert items(page).evaluate_all("all => all.map(one => one.dataset.id)") == ["p3-s4"]
    none = "לא" if lang == "he" else "None"
    assert page.locator("#lm-p3-s4 .lm-mark").inner_text() == f"○ {none}"
    page.select_option("[name=mark]", "unmarked")
    status(page, said(lang, "shown", n=56, all=60))
    assert said(lang, "copy", n=4, all=60) in page.locator(".lm-copy").inner_text()
    page.locator(".lm-mine summary").click()
    sums = page.locator(".lm-sums > li")
    assert sums.count() == 6 and f"○ {none}: 1" in sums.nth(2).inner_text()
    assert axe(page) == []
    assert page.evaluate("JSON.stringify(localStorage)") == before


def test_a_copys_name_is_words_and_never_markup(opened) -> None:
    page = opened("en")
    record = {
        "v": 1,
        "open": "c1",
        "copies": [{"id": "c1", "name": "<img src=x onerror=alert(1)> קטן", "rev": 1, "values": {}, "rows": {}}],
    }
    page.evaluate("r => localStorage.setItem('amatmida/worksheet/tender-self-assessment', JSON.stringify(r))", record)
    page.reload()
    page.wait_for_selector(ALIVE)
    assert page.locator(".lm-copy bdi").inner_text() == record["copies"][0]["name"]
    assert page.locator(".lm-copy img").count() == 0


def test_another_tabs_marks_are_seen(opened) -> None:
    page = opened("he")
    with page.context.new_page() as other:
        other.goto(page.url.replace("explorer.html", "sheet.html"))
        other.wait_for_selector("amat-worksheet[data-live]")
        other.locator("[data-name='items.p1-a1'][value=full]").check()
        other.evaluate("document.activeElement.blur()")
        page.locator("[data-of=p1-a1] .lm-sign").wait_for(timeout=10_000)
    assert page.locator(".lm-mine").is_visible()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("name", ["explorer", "explorer-dark"])
def test_axe_reflow_and_targets(opened, lang: str, width: int, name: str) -> None:
    page = opened(lang, name=name, width=width)
    assert axe(page) == []
    if width == 320:
        assert page.locator(".lm-item:visible").count() == 60
        assert page.locator(".lm-table").is_hidden()
    else:
        page.locator("[data-of=p4-o1] a").click()
        page.locator("#lm-p4-o1").wait_for()
        assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(SMALL) == []


@pytest.mark.parametrize("lang", LANGS)
def test_without_javascript_everything_is_listed(visitor, explorer_home: str, lang: str) -> None:
    page = visitor(home=explorer_home, java_script_enabled=False).open(lang, "explorer", live=False)
    assert page.locator(".lm-item:visible").count() == 60
    assert page.locator(".lm-table a:visible").count() == 60
    assert page.locator(".lm-filters").is_hidden() and page.locator(".lm-hint").is_hidden()
    assert page.locator(".lm-check a").first.is_visible()
    page.locator("[data-of=p6-g1] a").click()
    assert page.url.endswith("#lm-p6-g1")


def test_paper_holds_the_whole_list(opened) -> None:
    page = opened("he")
    page.emulate_media(media="print")
    assert page.locator(".lm-item:visible").count() == 60
    assert page.locator(".lm-filters").is_hidden() and page.locator(".lm-table").is_hidden()


def test_in_forced_colours_the_open_item_and_the_focus_are_seen(opened) -> None:
    page = opened("he", name="explorer-dark", forced_colors="active", color_scheme="light")
    look = (
        "one => { const s = getComputedStyle(one); return s.outlineStyle === 'none' ? 0 : parseFloat(s.outlineWidth); }"
    )
    item, after = (page.locator(f"[data-of={id}] a") for id in ("p2-s3", "p2-s4"))
    assert item.evaluate(look) == 0
    item.press("Enter")
    page.locator(".lm-back").press("Enter")
    page.keyboard.press("Tab")
    expect(after).to_be_focused()
    assert item.evaluate(look) >= 2, "the item that is open"
    assert after.evaluate(look) >= 2, "the focus"
