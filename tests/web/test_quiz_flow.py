"""A quiz as a person meets it: right, wrong, hints, tries and retry, on screen and on paper, in Hebrew and English."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from web.steps import (
    ALL,
    SCORED,
    answer_right,
    answer_wrong,
    cards,
    check,
    choose,
    do_some,
    focused,
    item,
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
def test_everything_right(quiz_page, lang):
    page = quiz_page(lang)
    page.evaluate(
        "() => { window.events = []; document.addEventListener('amat-progress', e => events.push(e.detail)) }"
    )
    for n in ALL:
        answer_right(page, lang, n)
        check(page, n)
        assert outcome(page, n) == words(lang, "right" if n in SCORED else "done"), n
    assert page.locator(".amat-count").inner_text() == words(lang, "progress", n=11, of=11)
    result = page.locator(".amat-result").inner_text()
    for sentence in ("complete", "all_right"):
        assert words(lang, sentence) in result
    assert words(lang, "score", percent=100) in result
    last = page.evaluate("events.at(-1)")
    assert last == {
        "quiz": "demo",
        "total": 11,
        "answered": 11,
        "percent": 100,
        "finished": True,
        "complete": True,
        "missed": [],
    }
    assert saved(page, "quiz/demo")["complete"] is True


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("n", SCORED)
def test_wrong_then_why_where_and_one_more_try_then_the_key(quiz_page, lang, n):
    page = quiz_page(lang)
    answer_wrong(page, lang, n)
    said = check(page, n).inner_text()
    assert outcome(page, n) == words(lang, "wrong")
    assert words(lang, "tries", n=1) in said
    link = verdict(page, n).locator("a")
    assert link.get_attribute("href").startswith("#") and link.inner_text()
    assert len(verdict(page, n).locator("p, li").all()) >= 3, "there is a reason beside the verdict and the link"
    assert words(lang, "key_is") not in item(page, n).inner_text()
    assert words(lang, "key_mark") not in item(page, n).inner_text()
    # Still open: nothing is locked, the button is there, the focus is where it was.
    assert item(page, n).locator("input:disabled, select:disabled").count() == 0
    assert focused(page, ".amat-button.is-main")
    answer_wrong(page, lang, n)
    check(page, n)
    shown = item(page, n).inner_text()
    assert words(lang, "key_is") in shown
    assert item(page, n).locator(".amat-button.is-main").is_hidden()
    assert item(page, n).locator(".amat-body :is(input, select):enabled").count() == 0
    assert focused(page, ".amat-outcome")


def test_feedback_speaks_of_the_chosen_option_and_mends_the_idea(quiz_page):
    page = quiz_page("he")
    choose(page, 1, "a")
    said = check(page, 1).inner_text()
    assert "מפגשים הם מה שהתוכנית מספקת" in said
    assert "שאלו: מה השתנה אצל מישהו בעקבות הפעולה?" in said
    assert verdict(page, 1).locator("a").inner_text() == "תפוקות ותוצאות"
    assert "תפוקה אומרת מה נעשה" not in said, "the explanation waits until the item is done"
    choose(page, 1, "b")
    assert item(page, 1).locator(".amat-mark").count() == 0, "marks of an old answer go when it is changed"
    said = check(page, 1).inner_text()
    assert "תפוקה אומרת מה נעשה" in said
    assert "מקור לדוגמה" in said


def test_a_slip_with_a_number_is_named(quiz_page):
    page = quiz_page("en")
    write(page, 8, value="153.8")
    assert "Top and bottom were swapped" in check(page, 8).inner_text()
    write(page, 8, value="12")
    assert "Divide 78 by 120" in check(page, 8).inner_text()
    assert "65 percent (%)" in verdict(page, 8).inner_text()


def test_partly_right_marks_each_part_in_words(quiz_page):
    page = quiz_page("he")
    choose(page, 2, "a", "b")
    said = check(page, 2).inner_text()
    assert outcome(page, 2) == "נכון בחלקו"
    assert "יש עוד תשובה נכונה אחת" in said
    assert item(page, 2).locator('[data-part="a"] .amat-mark').inner_text() == "נכון"
    assert item(page, 2).locator('[data-part="b"] .amat-mark').inner_text() == "לא נכון"
    assert item(page, 2).locator('[data-part="c"] .amat-mark').count() == 0, "what was missed is not given away"
    assert saved(page, "quiz/demo")["items"]["q-demo-02"]["score"] == 0


def test_a_stray_partner_explains_itself(quiz_page):
    page = quiz_page("he")
    answer_wrong(page, "he", 4)
    assert check(page, 4).inner_text().count("תקציב אינו מודד שינוי") == 3


@pytest.mark.parametrize("lang", LANGS)
def test_hints_one_at_a_time(quiz_page, lang):
    page = quiz_page(lang)
    choose(page, 1, "a")
    button = item(page, 1).locator(".amat-button:not(.is-main)")
    assert button.inner_text() == words(lang, "hint")
    button.click()
    hints = item(page, 1).locator(".amat-hints p")
    assert hints.count() == 1
    assert words(lang, "hint_n", n=1, of=2) in hints.inner_text()
    assert button.inner_text() == words(lang, "hint_more")
    button.click()
    assert hints.count() == 2
    assert button.is_hidden() and focused(page, ".amat-hints p:last-child")
    assert item(page, 1).locator('input[value="a"]').is_checked(), "a hint leaves the answer alone"
    reload(page)
    assert item(page, 1).locator(".amat-hints p").count() == 2
    assert saved(page, "quiz/demo")["items"]["q-demo-01"]["hints"] == 2


def test_a_hint_between_tries_leaves_the_new_choice_and_the_feedback(quiz_page):
    page = quiz_page("he")
    choose(page, 1, "a")
    check(page, 1)
    choose(page, 1, "c")
    item(page, 1).locator(".amat-button:not(.is-main)").click()
    assert item(page, 1).locator('input[value="c"]').is_checked()
    assert outcome(page, 1) == "לא נכון"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("n", "key"),
    [
        (1, "lack_choice"),
        (2, "lack_choice"),
        (4, "lack_choice"),
        (5, "lack_order"),
        (7, "lack_text"),
        (8, "lack_number"),
        (10, "lack_text"),
        (11, "lack_choice"),
    ],
)
def test_nothing_to_check_yet_costs_no_try(quiz_page, lang, n, key):
    page = quiz_page(lang)
    check(page, n)
    assert verdict(page, n).inner_text() == words(lang, key)
    assert focused(page, f'[data-item="q-demo-{n:02}"] .amat-body *')
    assert not (saved(page, "quiz/demo") or {"items": {}})["items"].get(f"q-demo-{n:02}", {}).get("tries")


def test_what_is_missing_is_named(quiz_page):
    page = quiz_page("he")
    item(page, 4).locator('[data-part="help"] select').select_option(index=1)
    said = check(page, 4).inner_text()
    assert "נוער מתמיד בלימודים" in said and "נוער סומך" in said and "נוער פונה" not in said
    assert focused(page, '[data-part="school"] select') or focused(page, '[data-part="trust"] select')
    write(page, 7, what="תפוקה")
    assert "השלמה 2 מתוך 2" in check(page, 7).inner_text()


def test_not_a_number_is_said_and_costs_no_try(quiz_page):
    page = quiz_page("en")
    for typed in ("about sixty", "60-70", "1/2"):
        write(page, 8, value=typed)
        assert check(page, 8).inner_text() == words("en", "bad_number")
    write(page, 8, value="65 percent")
    assert check(page, 8).locator(".is-right").count() == 1


def test_order_says_where_a_card_went_and_keeps_the_focus(quiz_page):
    page = quiz_page("he")
    start = cards(page, 5)
    card = start[2]
    button = item(page, 5).locator(f'[data-part="{card}"] .amat-move').first
    button.click()
    assert cards(page, 5)[1] == card
    assert focused(page, f'[data-part="{card}"] .amat-move')
    text = item(page, 5).locator(f'[data-part="{card}"] label').inner_text()
    assert item(page, 5).locator("[role=status]").inner_text() == f"{text}: במקום 2 מתוך 4"
    button.click()
    assert focused(page, f'[data-part="{card}"] select'), "at the top the button is of no more use"
    item(page, 5).locator(f'[data-part="{card}"] select').select_option("4")
    assert cards(page, 5)[3] == card
    assert item(page, 5).locator("select").evaluate_all("all => all.map(one => one.value)") == ["1", "2", "3", "4"]


@pytest.mark.parametrize("lang", LANGS)
def test_reflect_shows_the_model_after_writing(quiz_page, lang):
    page = quiz_page(lang)
    assert item(page, 10).locator(".amat-rubric").is_hidden()
    answer_right(page, lang, 10)
    check(page, 10)
    assert item(page, 10).locator(".amat-model").is_visible()
    assert focused(page, ".amat-model")
    choose(page, 10, "who")
    write(page, 10, text="better words")
    reload(page)
    assert item(page, 10).locator('input[value="who"]').is_checked()
    assert item(page, 10).locator("textarea").input_value() == "better words"
    assert saved(page, "quiz/demo")["items"]["q-demo-10"]["answer"] == ["who"]
    assert "better" not in page.evaluate("localStorage.getItem('amatmida/quiz/demo')")


def test_polls_can_be_changed(quiz_page):
    page = quiz_page("he")
    choose(page, 11, "time")
    check(page, 11)
    item(page, 11).locator('input[value="time"]').uncheck()
    choose(page, 11, "data")
    assert "אפשר להתחיל מנתונים" in check(page, 11).inner_text()
    entry = saved(page, "quiz/demo")["items"]["q-demo-11"]
    assert (entry["answer"], entry["tries"], entry["outcome"]) == (["data"], 1, "done")


@pytest.mark.parametrize("lang", LANGS)
def test_retry_the_wrong_ones_only(quiz_page, lang):
    page = quiz_page(lang)
    for n in ALL:
        if n in (2, 5):
            answer_wrong(page, lang, n)
            check(page, n)
            answer_wrong(page, lang, n)
        else:
            answer_right(page, lang, n)
        check(page, n)
    assert words(lang, "score", percent=75) in page.locator(".amat-result").inner_text()
    button = page.get_by_role("button", name=words(lang, "retry_wrong", n=2))
    button.click()
    assert focused(page, '[data-item="q-demo-02"] input')
    for n in (2, 5):
        assert verdict(page, n).inner_text() == ""
        assert item(page, n).locator(".amat-button.is-main").is_visible()
    assert item(page, 2).locator("input:checked").count() == 0
    assert outcome(page, 1) == words(lang, "right")
    assert page.locator(".amat-count").inner_text() == words(lang, "progress", n=9, of=11)
    reload(page)
    assert page.locator(".amat-count").inner_text() == words(lang, "progress", n=9, of=11)
    for n in (2, 5):
        answer_right(page, lang, n)
        check(page, n)
    assert words(lang, "score", percent=100) in page.locator(".amat-result").inner_text()


def test_completion_stays_while_items_are_tried_again(quiz_page):
    page = quiz_page("he")
    for n in ALL:
        answer_wrong(page, "he", n) if n == 3 else answer_right(page, "he", n)
        check(page, n)
    check(page, 3)
    assert saved(page, "quiz/demo")["complete"] is True
    page.get_by_role("button", name=words("he", "retry_wrong", n=1)).click()
    assert saved(page, "quiz/demo")["complete"] is True


@pytest.mark.parametrize("lang", LANGS)
def test_start_over_asks_once(quiz_page, lang):
    page = quiz_page(lang)
    answer_right(page, lang, 10)
    choose(page, 1, "a")
    check(page, 1)
    page.get_by_role("button", name=words(lang, "restart"), exact=True).click()
    assert focused(page, ".amat-confirm button")
    page.keyboard.press("Escape")
    assert outcome(page, 1) == words(lang, "wrong")
    assert page.locator("amat-quiz .amat-confirm").is_hidden()
    page.get_by_role("button", name=words(lang, "restart"), exact=True).click()
    page.get_by_role("button", name=words(lang, "restart_do")).click()
    assert verdict(page, 1).inner_text() == ""
    assert item(page, 10).locator("textarea").input_value() == ""
    assert saved(page, "quiz/demo")["items"] == {}
    assert saved(page, "text/q-demo-10") is None
    assert focused(page, '[data-item="q-demo-01"] input')


@pytest.mark.parametrize("lang", LANGS)
def test_without_javascript_all_can_be_read(visitor, lang):
    page = visitor(java_script_enabled=False).open(lang, live=False)
    assert page.locator(".amat-item").count() == 11
    assert page.locator(".amat-item fieldset :is(input, select, textarea)").first.is_enabled()
    page.locator(".amat-folded-hints summary").first.click()
    page.locator('a[href="#amat-q-demo-01--key"]').click()
    answer = page.locator("#amat-q-demo-01--key")
    expect(answer).to_be_in_viewport()
    answer.locator("summary").click()
    assert answer.locator("a").first.is_visible()
    assert page.locator(".amat-button").count() == 0


def test_the_printed_sheet_is_clean_and_the_key_comes_after(quiz_page, tmp_path: Path):
    page = quiz_page("he")
    do_some(page, "he")
    page.emulate_media(media="print")
    for hidden in (
        ".amat-button",
        ".amat-verdict",
        ".amat-mark",
        ".amat-move",
        ".amat-progress",
        ".amat-hints p",
        ".amat-rubric",
        ".amat-privacy",
    ):
        assert not any(one.is_visible() for one in page.locator(f"amat-quiz {hidden}").all()), hidden
    assert page.locator(".amat-keys").evaluate(
        "e => [getComputedStyle(e).display, getComputedStyle(e).breakBefore]"
    ) == ["block", "page"]
    assert all(one.bounding_box()["height"] > 20 for one in page.locator(".amat-answer-body").all()), (
        "folded answers are printed open"
    )
    typed = page.locator(".amat-item :is(select, input[type=text], textarea)")
    assert set(typed.evaluate_all("all => all.map(one => getComputedStyle(one).color)")) == {"rgba(0, 0, 0, 0)"}
    boxes = page.locator(".amat-item .amat-body :is([type=radio], [type=checkbox])")
    looks = boxes.evaluate_all(
        "all => all.filter(one => one.checkVisibility()).map(one => [getComputedStyle(one).appearance, getComputedStyle(one).backgroundColor, getComputedStyle(one).borderTopWidth])"
    )
    assert {tuple(look) for look in looks} == {("none", "rgba(0, 0, 0, 0)", "1px")}
    rows = page.locator(".amat-order > li").evaluate_all(
        "all => all.sort((a, b) => a.offsetTop - b.offsetTop).map(one => one.dataset.start)"
    )
    assert rows == ["1", "2", "3", "4"], "the sheet starts from the printed order, not from the learner's"
    assert page.locator(".amat-stem").nth(1).locator("p").is_hidden()
    page.pdf(path=tmp_path / "sheet.pdf")


def test_typed_words_turn_with_their_letters(quiz_page):
    page = quiz_page("he")
    field = item(page, 10).locator("textarea")
    for text, direction in (("KPI of 40", "ltr"), ("KPI של 40", "rtl"), ("", "rtl"), ("40%", "ltr")):
        field.fill(text)
        assert field.get_attribute("dir") == direction, text
