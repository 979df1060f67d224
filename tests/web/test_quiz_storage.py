"""What the browser keeps: corrupt, full, forbidden, two tabs, out to a file, erased, and back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from amatmida.locale import strings
from web.steps import (
    answer_right,
    answer_wrong,
    check,
    choose,
    focused,
    item,
    outcome,
    reload,
    saved,
    state,
    until,
    verdict,
    words,
    write,
)

pytestmark = pytest.mark.browser
LANGS = ["he", "en"]
FORBID = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"
FILL = """() => { for (let part = 'x'.repeat(1 << 20), n = 0; part; ) {
  try { localStorage.setItem('filler' + n++, part) } catch { part = part.slice(part.length / 2 | 0 || 1) } } }"""


def notice(page) -> str:
    return page.locator(".amat-notice").inner_text()


def my_data(lang: str, key: str) -> str:
    return strings(lang, "quiz")["data"][key]


@pytest.mark.parametrize("lang", LANGS)
def test_storage_forbidden(visitor, lang):
    person = visitor()
    person.context.add_init_script(FORBID)
    page = person.open(lang)
    assert notice(page) == words(lang, "forbidden")
    answer_wrong(page, lang, 1)
    check(page, 1)
    answer_right(page, lang, 1)
    check(page, 1)
    answer_right(page, lang, 7)
    check(page, 7)
    assert [outcome(page, 1), outcome(page, 7)] == [words(lang, "right")] * 2
    assert my_data(lang, "forbidden") in page.locator("amat-my-data").inner_text()


@pytest.mark.parametrize("lang", LANGS)
def test_storage_full(visitor, lang):
    person = visitor()
    page = person.open(lang)
    choose(page, 1, "a")
    check(page, 1)
    page.evaluate(FILL)
    assert notice(page) == ""
    answer_right(page, lang, 2)
    check(page, 2)
    until(page, "document.querySelector('.amat-notice').innerText")
    assert notice(page) == words(lang, "full")
    assert [outcome(page, 1), outcome(page, 2)] == [words(lang, "wrong"), words(lang, "right")]
    assert list(saved(page, "quiz/demo")["items"]) == ["q-demo-01"]
    page.evaluate(
        "Object.keys(localStorage).filter(k => k.startsWith('filler')).forEach(k => localStorage.removeItem(k))"
    )
    answer_right(page, lang, 3)
    check(page, 3)
    assert sorted(saved(page, "quiz/demo")["items"]) == ["q-demo-01", "q-demo-02", "q-demo-03"]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "raw", ["{oops", '{"v":1,"items":[]}', "\\u0000", '{"v":1,"items":{"q-demo-01":{"answer":["<b>"]}}}']
)
def test_storage_corrupt(visitor, lang, raw):
    person = visitor()
    page = person.open(lang)
    page.evaluate("raw => localStorage.setItem('amatmida/quiz/demo', raw)", raw)
    reload(page)
    assert notice(page) == words(lang, "damaged")
    assert page.evaluate("localStorage.getItem('amatmida/damaged/quiz/demo/1')") == raw
    assert page.locator(".amat-outcome").count() == 0
    answer_right(page, lang, 1)
    check(page, 1)
    reload(page)
    assert notice(page) == ""
    assert outcome(page, 1) == words(lang, "right")


def test_saved_by_a_newer_site(visitor):
    page = visitor().open("he")
    raw = '{"v":2,"all":"new"}'
    page.evaluate("raw => localStorage.setItem('amatmida/quiz/demo', raw)", raw)
    reload(page)
    assert notice(page) == words("he", "newer")
    answer_right(page, "he", 1)
    check(page, 1)
    assert outcome(page, 1) == "נכון"
    assert page.evaluate("localStorage.getItem('amatmida/quiz/demo')") == raw


def test_two_tabs_show_the_same(visitor):
    person = visitor()
    one, two = person.open("he"), person.open("en")
    write(two, 10, text="half a thou")
    choose(one, 1, "a")
    check(one, 1)
    two.wait_for_selector('[data-item="q-demo-01"] .amat-outcome')
    assert outcome(two, 1) == words("en", "wrong")
    assert item(two, 10).locator("textarea").input_value() == "half a thou"
    choose(two, 1, "b")
    check(two, 1)
    until(one, "document.querySelector('[data-item=q-demo-01] .amat-outcome strong').innerText === 'נכון'")
    answer_right(one, "he", 2)
    check(one, 2)
    answer_right(two, "en", 3)
    check(two, 3)
    one.wait_for_selector('[data-item="q-demo-03"] .amat-outcome')
    assert sorted(saved(one, "quiz/demo")["items"]) == ["q-demo-01", "q-demo-02", "q-demo-03", "q-demo-10"]
    one.get_by_role("button", name=words("he", "restart"), exact=True).click()
    one.get_by_role("button", name=words("he", "restart_do")).click()
    until(two, "!document.querySelector('.amat-outcome')")


def test_both_tabs_write_at_once(visitor):
    """Neither tab has heard of the other yet: what each saves is merged by item."""
    person = visitor()
    one, two = person.open("he"), person.open("he")
    for tab in (one, two):
        tab.evaluate("window.addEventListener('storage', e => e.stopImmediatePropagation(), true)")
    answer_right(one, "he", 1)
    answer_wrong(two, "he", 2)
    check(one, 1)
    check(two, 2)
    assert sorted(saved(one, "quiz/demo")["items"]) == ["q-demo-01", "q-demo-02"]


def test_coming_back_with_the_back_button(visitor):
    person = visitor()
    page = person.open("he")
    choose(page, 1, "b")
    check(page, 1)
    page.goto(person.home + "en/check.html")
    page.go_back()
    page.wait_for_selector("amat-quiz[data-live]")
    assert outcome(page, 1) == "נכון"


@pytest.mark.parametrize("lang", LANGS)
def test_out_to_a_file_erased_and_back(visitor, lang, tmp_path: Path):
    person = visitor(accept_downloads=True)
    page = person.open(lang, "both")
    page.evaluate("localStorage.setItem('somebody-else', 'stays')")
    for n in (1, 5, 7, 10):
        answer_right(page, lang, n)
        check(page, n)
    before = state(page)
    panel = page.locator("amat-my-data")
    assert "demo" in panel.inner_text()
    with page.expect_download() as download:
        panel.get_by_role("button", name=my_data(lang, "export")).click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert file.name.startswith("amatmida-") and file.name in panel.inner_text()
    assert json.loads(file.read_text("utf-8"))["format"] == "amatmida-progress"

    panel.get_by_role("button", name=my_data(lang, "erase"), exact=True).click()
    assert focused(page, "amat-my-data .amat-confirm button")
    assert saved(page, "quiz/demo")
    panel.get_by_role("button", name=my_data(lang, "erase_do")).click()
    assert my_data(lang, "erased") in panel.inner_text()
    assert verdict(page, 1).inner_text() == ""
    assert item(page, 10).locator("textarea").input_value() == ""
    assert page.evaluate("Object.keys(localStorage).filter(k => k !== 'amatmida/seed')") == ["somebody-else"]

    panel.locator("input[type=file]").set_input_files(file)
    page.wait_for_selector('[data-item="q-demo-01"] .amat-outcome')
    assert state(page) == before
    reload(page)
    assert state(page) == before


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("x.json", "{oops", "not_json"),
        ("x.json", "{}", "not_ours"),
        ("x.json", '{"format":"amatmida-progress","v":7,"records":{}}', "newer_file"),
        ("x.json", '{"format":"amatmida-progress","v":1,"records":{"__proto__":{}}}', "bad_key"),
        ("x.json", '{"format":"amatmida-progress","v":1,"records":{"<img src=x onerror=alert(1)>":{}}}', "bad_key"),
        (
            "x.json",
            '{"format":"amatmida-progress","v":1,"records":{"quiz/demo":{"v":1,"items":{"q-demo-01":{"tries":"9"}}}}}',
            "bad_value",
        ),
        ("x.json", "x" * (16 * 1024 * 1024 + 1), "too_big"),
    ],
)
def test_a_bad_file_is_refused_in_words(quiz_page, lang, name, content, key):
    page = quiz_page(lang)
    choose(page, 1, "a")
    check(page, 1)
    before = state(page), saved(page, "quiz/demo")
    panel = page.locator("amat-my-data")
    panel.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "application/json", "buffer": content.encode()}
    )
    until(page, "document.querySelector('amat-my-data .amat-status').innerText")
    said = panel.locator(".amat-status").inner_text()
    assert my_data(lang, key).partition("{")[0] in said and my_data(lang, "failed") in said
    assert (state(page), saved(page, "quiz/demo")) == before
    assert page.locator("img[onerror]").count() == 0


def test_nothing_is_stored_by_looking(quiz_page):
    """Only a random seed; no cookie."""
    page = quiz_page("he")
    assert page.evaluate("Object.keys(localStorage)") == ["amatmida/seed"]
    assert page.context.cookies() == []


def test_the_list_of_what_is_stored_stays_true(quiz_page):
    page = quiz_page("he")
    panel = page.locator("amat-my-data .amat-stored")
    answer_right(page, "he", 10)
    check(page, 10)
    answer_right(page, "he", 1)
    check(page, 1)
    until(page, "document.querySelector('.amat-stored').innerText.includes('2')")
    assert panel.locator("li").all_inner_texts() == ["שאלון demo: 2 שאלות", "טקסט אחד שכתבתם", my_data("he", "seed")]
