"""A quiz that is handed in at the end, and one that draws its questions anew for each person and round."""

from __future__ import annotations

import pytest

from web.steps import (
    cards,
    check,
    choose,
    focused,
    item,
    order_of,
    outcome,
    reload,
    saved,
    verdict,
    words,
    write,
)

pytestmark = pytest.mark.browser
LANGS = ["he", "en"]


@pytest.mark.parametrize("lang", LANGS)
def test_handing_in_names_what_is_open(quiz_page, lang):
    page = quiz_page(lang, "check")
    assert page.locator(".amat-item").count() == 4, "two of their own, two drawn of four"
    assert page.locator(".amat-item .amat-button.is-main").count() == 0
    write(page, "q-end-02", value="10")
    submit = page.get_by_role("button", name=words(lang, "submit"), exact=True)
    submit.click()
    warning = page.locator(".amat-warning")
    assert words(lang, "unanswered", n=3) in warning.inner_text()
    links = warning.locator("a")
    assert links.count() == 3
    assert focused(page, ".amat-warning p")
    name = links.first.get_attribute("href")
    links.first.click()
    assert focused(page, f"{name} input")
    assert saved(page, "quiz/demo-check")["items"].get("q-end-01") is None
    page.get_by_role("button", name=words(lang, "submit_anyway")).click()
    assert outcome(page, "q-end-01") == words(lang, "missing")
    assert outcome(page, "q-end-02") == words(lang, "right")
    assert words(lang, "score", percent=25) in page.locator(".amat-result").inner_text()
    assert focused(page, ".amat-result-title")


@pytest.mark.parametrize("lang", LANGS)
def test_handing_in_twice_then_the_key_then_all_anew(quiz_page, lang):
    page = quiz_page(lang, "check")
    names = [one.get_attribute("data-item") for one in page.locator(".amat-item").all()]
    banked = [name for name in names if name.startswith("q-bank")]
    for name in banked:
        choose(page, name, "b")
    choose(page, "q-end-01", "false")
    write(page, "q-end-02", value="10")
    page.get_by_role("button", name=words(lang, "submit"), exact=True).click()
    assert words(lang, "score", percent=50) in page.locator(".amat-result").inner_text()
    assert words(lang, "below", percent=70) in page.locator(".amat-result").inner_text()
    assert item(page, "q-end-01").locator("input:enabled").count() == 0, "right ones are kept"
    choose(page, banked[0], "a")
    page.get_by_role("button", name=words(lang, "submit_again")).click()
    assert outcome(page, banked[0]) == words(lang, "right")
    assert words(lang, "key_is") in verdict(page, banked[1]).inner_text()
    assert words(lang, "complete") in page.locator(".amat-result").inner_text()
    page.get_by_role("button", name=words(lang, "retry_all")).click()
    assert page.locator(".amat-outcome").count() == 0
    assert page.locator("input:checked").count() == 0
    assert item(page, "q-end-02").locator("input").input_value() == ""


def test_answers_not_yet_handed_in_survive_a_reload(quiz_page):
    page = quiz_page("he", "check")
    choose(page, "q-end-01", "true")
    write(page, "q-end-02", value="10")
    reload(page)
    assert item(page, "q-end-01").locator('input[value="true"]').is_checked()
    assert item(page, "q-end-02").locator("input").input_value() == "10"
    assert page.locator(".amat-outcome").count() == 0


def test_a_choice_after_a_wrong_try_counts_only_when_checked(quiz_page):
    page = quiz_page("he")
    choose(page, 1, "a")
    check(page, 1)
    choose(page, 1, "b")
    write(page, 8, value="1")
    check(page, 8)
    write(page, 8, value="65")
    assert saved(page, "quiz/demo")["items"]["q-demo-01"]["answer"] == ["a"]
    reload(page)
    assert [outcome(page, 1), outcome(page, 8)] == ["לא נכון", "לא נכון"]
    assert item(page, 8).locator(".amat-mark").count() == 0, "what stands there now was never checked"
    check(page, 8)
    assert outcome(page, 8) == "נכון"


def test_draws_and_orders_stay_for_one_person_and_differ_between_people(visitor):
    person = visitor()
    page = person.open("he", "both")
    first = [order_of(page), *(cards(page, n) for n in (1, 2, 4, 5, 6))]
    reload(page)
    assert [order_of(page), *(cards(page, n) for n in (1, 2, 4, 5, 6))] == first
    english = person.open("en", "both")
    assert [order_of(english), *(cards(english, n) for n in (1, 2, 4, 5, 6))] == first
    others = []
    for _ in range(5):
        page = visitor().open("he", "both")
        others.append([order_of(page), *(cards(page, n) for n in (1, 2, 4, 5, 6))])
    assert len({str(one) for one in others}) > 1
    assert all(one[4] != ["input", "activity", "output", "outcome"] for one in [first, *others])


def test_numbers_and_printed_key_follow_the_draw(quiz_page):
    page = quiz_page("he", "check")
    numbers = page.locator(".amat-item .amat-number").all_inner_texts()
    assert numbers == [words("he", "number", n=n, of=4) for n in (1, 2, 3, 4)]
    keys = page.locator(".amat-answer").evaluate_all("all => all.map(one => one.dataset.item)")
    assert keys == order_of(page)


def test_starting_over_draws_again(quiz_page):
    page = quiz_page("he", "check")
    draws = set()
    for _ in range(8):
        draws.add(tuple(sorted(order_of(page))))
        page.get_by_role("button", name=words("he", "restart"), exact=True).click()
        page.get_by_role("button", name=words("he", "restart_do")).click()
    assert len(draws) > 1
