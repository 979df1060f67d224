"""What becomes of answers: two tabs, forbidden and full storage, damaged and newer state, files opened."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from web.sheet_steps import SAVED, button, field, opened, reload, row, saved, settle, status, words
from web.steps import until

pytestmark = pytest.mark.browser
LANGS = ["he", "en"]
KEY = "amatmida/worksheet/sample"
FORBIDDEN = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
FULL = "Storage.prototype.setItem = function () { throw new DOMException('full', 'QuotaExceededError'); }"
FILE = {
    "format": "amatmida-worksheet",
    "v": 1,
    "worksheet": "sample",
    "name": "Mine",
    "saved": "2026-11-20",
    "values": {"service.name": "from a file"},
    "rows": {},
}


def notice(page) -> str:
    return page.locator(".amat-worksheet .amat-notice").inner_text()


def test_two_tabs_keep_each_others_words(sheet_page) -> None:
    one = sheet_page("en")
    field(one, "service-name").fill("first")
    settle(one)
    two = one.context.new_page()
    two.goto(one.url)
    two.wait_for_selector("amat-worksheet[data-live]")
    field(one, "service-name").fill("half a wor")
    field(two, "service-purpose").fill("from two")
    row(two, 1).locator("[data-name=task]").fill("row of two")
    settle(two)
    expect(field(one, "service-purpose")).to_have_value("from two")
    assert field(one, "service-name").input_value() == "half a wor"
    settle(one)
    expect(row(one, 1).locator("[data-name=task]")).to_have_value("row of two")
    assert saved(one)["values"] == {"service.name": "half a wor", "service.purpose": "from two"}


def test_words_written_over_by_a_tab_that_had_not_heard_of_them_come_back(sheet_page) -> None:
    page = sheet_page("en")
    field(page, "service-name").fill("first")
    settle(page)
    elsewhere = page.context.new_page()
    elsewhere.goto(page.url.replace("sample", "index"))
    unaware = elsewhere.evaluate(f"localStorage.getItem('{KEY}')")
    for name in ("name", "purpose"):
        field(page, f"service-{name}").fill(f"{name} typed here")
        settle(page)
    elsewhere.evaluate(f"late => localStorage.setItem('{KEY}', late)", unaware.replace("first", "of the other tab"))
    until(page, f"{SAVED}.copies[0].values['service.purpose'] === 'purpose typed here'")
    assert saved(page)["values"] == {"service.name": "name typed here", "service.purpose": "purpose typed here"}


def test_a_form_that_was_emptied_stays_empty_when_another_tab_writes(sheet_page) -> None:
    page = sheet_page("en")
    field(page, "service-name").fill("typed")
    settle(page)
    button(page, words("en", "clear")).click()
    button(page, words("en", "clear_do")).click()
    elsewhere = page.context.new_page()
    elsewhere.goto(page.url.replace("sample", "index"))
    elsewhere.evaluate(
        "key => { const all = JSON.parse(localStorage.getItem(key));"
        " all.copies[0].values = {...all.copies[0].values, 'service.purpose': 'of the other tab'};"
        " localStorage.setItem(key, JSON.stringify(all)); }",
        KEY,
    )
    expect(field(page, "service-purpose")).to_have_value("of the other tab")
    assert field(page, "service-name").input_value() == ""


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("script", "key"), [(FORBIDDEN, "forbidden"), (FULL, "full")])
def test_a_browser_that_does_not_save(visitor, sheet_site: str, lang: str, script: str, key: str) -> None:
    person = visitor(home=sheet_site)
    person.context.add_init_script(script)
    page = person.open(lang, "sample")
    field(page, "service-name").fill("words")
    settle(page)
    assert notice(page) == words(lang, key)
    assert page.locator(".amat-saved").inner_text() == words(lang, "unsaved")
    button(page, words(lang, "add_row", row={"he": "משימה", "en": "Task"}[lang])).click()
    assert page.locator(".amat-row").count() == 4
    row(page, 3).locator(".is-remove").click()
    assert page.locator(".amat-row").count() == 3
    assert field(page, "service-name").input_value() == "words"


def test_damaged_state_is_set_aside_and_work_goes_on(visitor, sheet_site: str) -> None:
    person = visitor(home=sheet_site)
    person.context.add_init_script(
        f"localStorage.getItem('{KEY}') ?? localStorage.setItem('{KEY}', '{{\"v\":1,\"copies\":[')"
    )
    page = person.open("he", "sample")
    assert notice(page) == words("he", "damaged")
    field(page, "service-name").fill("ממשיכים")
    settle(page)
    assert page.evaluate("localStorage.getItem('amatmida/damaged/worksheet/sample/1')") == '{"v":1,"copies":['
    assert saved(page)["values"]["service.name"] == "ממשיכים"


def test_state_of_a_newer_site_is_never_touched(visitor, sheet_site: str) -> None:
    person = visitor(home=sheet_site)
    person.context.add_init_script(f"localStorage.setItem('{KEY}', '{{\"v\":2}}')")
    page = person.open("en", "sample")
    field(page, "service-name").fill("x")
    settle(page)
    assert notice(page) == words("en", "newer")
    assert page.evaluate(f"localStorage.getItem('{KEY}')") == '{"v":2}'
    assert field(page, "service-name").input_value() == "x"


def test_a_hundred_thousand_characters_stay(sheet_page) -> None:
    page = sheet_page("he")
    text = "מילה word 😀 " * 8000
    field(page, "service-purpose").fill(text)
    settle(page)
    assert page.locator("#ws-sample-service-purpose-remark").inner_text() == words(
        "he", "too_long", n=f"{len(text) + 8000:,}"
    )
    reload(page)
    assert field(page, "service-purpose").input_value() == text
    assert text.strip() in page.locator("[data-section=appendix] .amat-letter-text").text_content()
    field(page, "service-purpose").fill("a" * 95_000)
    assert page.locator("#ws-sample-service-purpose-remark").inner_text() == words(
        "he", "count", n="95,000", of="100,000"
    )


def test_saved_values_that_no_longer_fit_stay(visitor, sheet_site: str) -> None:
    record = {
        "v": 1,
        "open": "c1",
        "copies": [
            {
                "id": "c1",
                "name": "A",
                "rev": 1,
                "values": {"service.begins": "next spring", "service.stage": "gone", "service.old": "kept"},
                "rows": {},
            }
        ],
    }
    person = visitor(home=sheet_site)
    person.context.add_init_script(
        f"localStorage.getItem('{KEY}') ?? localStorage.setItem('{KEY}', {json.dumps(json.dumps(record))})"
    )
    page = person.open("en", "sample")
    assert field(page, "service-begins").input_value() == "next spring"
    assert field(page, "service-stage").input_value() == "gone"
    field(page, "service-name").fill("x")
    settle(page)
    assert saved(page)["values"] == {**record["copies"][0]["values"], "service.name": "x"}


# --- files


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("content", "key", "name"), [
    ("{", "not_json", ""),
    (b"\xff\xfe\x00PK", "not_json", ""),
    ("[1]", "not_ours", ""),
    ({**FILE, "format": "other"}, "not_ours", ""),
    ({**FILE, "v": 9}, "newer_file", ""),
    ({**FILE, "worksheet": "other", "title": "<b>Other</b>"}, "wrong_sheet", "<b>Other</b>"),
    ({**FILE, "values": {"service.name": 5}}, "bad_value", "values"),
    (json.dumps(FILE).replace('"service.name"', '"__proto__"'), "bad_value", "values"),
    (" " * (8 * 1024 * 1024 + 1), "too_big", ""),
])  # fmt: skip
def test_files_that_are_refused(sheet_page, lang: str, content, key: str, name: str) -> None:
    page = sheet_page(lang)
    field(page, "service-name").fill("mine")
    opened(page, "x.json", json.dumps(content) if isinstance(content, dict) else content)
    said = f"{words(lang, key, name=name)} {words(lang, 'import_failed')}"
    expect(page.locator(".amat-worksheet .amat-status")).to_have_text(said)
    assert field(page, "service-name").input_value() == "mine"
    assert page.evaluate("({}).polluted") is None


def test_a_file_is_opened_into_an_empty_form(sheet_page) -> None:
    page = sheet_page("en")
    opened(page, "x.json", json.dumps({**FILE, "values": {"service.name": "=1+1", "gone.field": "x"}}))
    expect(field(page, "service-name")).to_have_value("=1+1")
    assert status(page) == f"{words('en', 'imported')} {words('en', 'import_left', n=1, names='gone.field')}"


@pytest.mark.parametrize(
    ("answer", "name"), [("import_new", "from a file"), ("import_replace", "from a file"), ("cancel", "mine")]
)
def test_words_are_never_replaced_unasked(sheet_page, answer: str, name: str) -> None:
    page = sheet_page("en")
    field(page, "service-name").fill("mine")
    opened(page, "x.json", json.dumps(FILE))
    expect(page.get_by_text(words("en", "import_ask", date="November 20, 2026"))).to_be_visible()
    assert field(page, "service-name").input_value() == "mine"
    page.locator(".amat-files .amat-confirm").get_by_role("button", name=words("en", answer), exact=True).click()
    expect(field(page, "service-name")).to_have_value(name)
    copies = page.evaluate(f"JSON.parse(localStorage.getItem('{KEY}')).copies.map(c => c.values['service.name'])")
    assert (
        copies == {"import_new": ["mine", "from a file"], "import_replace": ["from a file"], "cancel": ["mine"]}[answer]
    )
