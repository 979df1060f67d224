"""The builder's models on the device: several, from a scenario, in two tabs, with no place to keep them."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from amatmida.locale import strings
from amatmida.quiz.pages import fill
from web.lab_page import add, cards, fold, model, opened, press, said, saved, words
from web.steps import until

pytestmark = pytest.mark.browser


def test_several_models(person):
    page = opened(person())
    add(page, "input", "ראשון")
    page.locator(".amat-model-title").fill("א")
    fold(page, "he", "library")
    press(page, "he", "begin")
    add(page, "input", "שני")
    page.locator(".amat-model-title").fill("ב")
    press(page, "he", "duplicate")
    assert sorted(one["title"] for one in saved(page)) == ["א", "ב", "ב – עותק"]
    press(page, "he", "remove_model")
    press(page, "he", "remove_do")
    assert sorted(one["title"] for one in saved(page)) == ["א", "ב"]
    page.locator(".amat-fold select").first.select_option(label=words("he", "shelf_row", title="א", n=1))
    press(page, "he", "open")
    expect(page.locator(".amat-node-text")).to_have_text("ראשון")


def test_from_a_scenario_nothing_of_it_changes(person):
    page = opened(person(), "en")
    fold(page, "en", "library")
    page.locator(".amat-fold select").nth(1).select_option("day-centre")
    press(page, "en", "begin")
    assert page.locator(".amat-node").count() == 20
    assert model(page, "en")["id"].startswith("m-")


def test_two_tabs(person):
    visitor = person()
    one = opened(visitor)
    add(one, "input", "מלשונית אחת")
    model(one, "he")
    two = opened(visitor)
    add(two, "activity", "מלשונית שתיים")
    model(two, "he")
    until(one, "document.querySelectorAll('.amat-node').length === 2")
    assert said(one) == words("he", "other_tab")
    one.locator(".amat-tools .amat-button").first.click()
    assert len(cards(one)) == 1, "undo brings back what was here"


def test_two_tabs_at_the_same_moment_lose_nothing(person):
    visitor = person()
    one, two = opened(visitor), None
    add(one, "input", "בסיס")
    model(one, "he")
    two = opened(visitor)
    # Both write before either hears of the other.
    for page, text in ((one, "כאן"), (two, "שם")):
        page.evaluate(
            """text => { const field = document.querySelector('.amat-add-field'); field.value = text;
              field.nextElementSibling.click() }""",
            text,
        )
    until(one, "Object.keys(localStorage).filter(k => k.startsWith('amatmida/model/')).length === 2")
    texts = {node["text"] for kept in saved(one) for node in kept["nodes"]}
    assert texts == {"בסיס", "כאן", "שם"}


def test_storage_forbidden_full_and_damaged(person):
    forbidden = person()
    forbidden.context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"
    )
    page = opened(forbidden)
    add(page, "input", "x")
    expect(page.locator(".amat-notice")).to_contain_text(words("he", "notices", "forbidden"))
    full = person()
    full.context.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
    )
    page = opened(full)
    add(page, "input", "x")
    expect(page.locator(".amat-save-state")).to_have_text(words("he", "not_saved"))
    expect(page.locator(".amat-notice")).to_contain_text(words("he", "notices", "full"))
    damaged = person()
    damaged.context.add_init_script("localStorage.setItem('amatmida/model/m-1', '{\"v\":1,\"model\":{}}')")
    page = opened(damaged)
    expect(page.locator(".amat-notice")).to_contain_text(words("he", "notices", "damaged"))


def test_models_are_part_of_my_data(person):
    visitor = person()
    page = opened(visitor)
    add(page, "input", "x")
    model(page, "he")
    page = opened(visitor, "he", "data", "amat-my-data[data-live]")
    stored = fill(strings("he", "quiz")["data"]["models"], n=1)
    assert stored in page.locator(".amat-stored").inner_text()
