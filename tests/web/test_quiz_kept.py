"""What was answered stays: over a reload, in the other language, when the quiz's file changes."""

from __future__ import annotations

import pytest

from web.quiz_site import load
from web.steps import (
    answer_right,
    check,
    choose,
    do_some,
    item,
    order_of,
    outcome,
    reload,
    saved,
    state,
    verdict,
)

pytestmark = pytest.mark.browser
LANGS = ["he", "en"]


@pytest.mark.parametrize("lang", LANGS)
def test_a_reload_changes_nothing(quiz_page, lang):
    page = quiz_page(lang)
    do_some(page, lang)
    before = state(page)
    reload(page)
    assert state(page) == before


def turned(value):
    """Every list of parts the other way round; ids stay. The order of cards to be ordered is their key."""
    return {
        **value,
        "items": [
            {**one, **{name: one[name][::-1] for name in ("options", "pairs", "groups", "steps") if name in one}}
            for one in value["items"]
        ][::-1],
    }


def test_another_order_in_the_file_keeps_what_was_answered(visitor, own_site):
    home, rebuild = own_site
    page = visitor(home=home).open("he")
    do_some(page, "he")
    before = {one[0]: sorted(map(str, one[2])) for one in state(page)[:-2]}
    verdicts = {one[0]: one[3] for one in state(page)[:-2] if one[0] not in ("q-demo-04", "q-demo-06")}
    rebuild(turned(load("practice")))
    reload(page)
    assert order_of(page)[0] == "q-demo-11"
    assert {one[0]: sorted(map(str, one[2])) for one in state(page)[:-2]} == before
    assert {one[0]: one[3] for one in state(page)[:-2] if one[0] in verdicts} == verdicts


def test_the_other_language_shows_the_same_state(visitor):
    person = visitor()
    page = person.open("he")
    do_some(page, "he")
    english = person.open("en")

    def shape(one):
        return [[row[0], [field[1] for field in row[1]], row[2]] for row in state(one)[:-2]]

    assert shape(english) == shape(page)
    assert item(english, 7).locator("input").first.input_value() == "הַתְּפוּקָה"
    assert item(english, 7).locator("input").first.get_attribute("dir") == "rtl"


def test_renamed_and_removed_ids(visitor, own_site):
    home, rebuild = own_site
    page = visitor(home=home).open("he")
    for n in (1, 2, 8):
        answer_right(page, "he", n)
        check(page, n)
    quiz = load("practice")
    quiz["was"] = ["demo"]
    quiz["quiz"] = "demo-two"
    first, second, eighth = quiz["items"][0], quiz["items"][1], quiz["items"][7]
    first["options"][1] = {**first["options"][1], "id": "b2", "was": ["b"]}
    second["options"][0]["id"] = "new"
    eighth["id"], eighth["was"] = "q-demo-80", ["q-demo-08"]
    rebuild(quiz)
    reload(page)
    assert outcome(page, 1) == "נכון"
    assert verdict(page, 2).inner_text() == "", "its answer named an option that is gone"
    assert item(page, 2).locator('input[value="c"]').is_checked(), "what is left of it stays"
    assert outcome(page, "q-demo-80") == "נכון"
    assert item(page, "q-demo-80").locator("input").input_value() == "65"
    assert saved(page, "quiz/demo") is None


def test_a_mended_key_judges_what_was_answered(visitor, own_site):
    home, rebuild = own_site
    page = visitor(home=home).open("he")
    choose(page, 1, "c")
    check(page, 1)
    quiz = load("practice")
    for option in quiz["items"][0]["options"]:
        option["correct"] = option["id"] == "c"
    rebuild(quiz)
    reload(page)
    assert outcome(page, 1) == "נכון"
    assert saved(page, "quiz/demo")["items"]["q-demo-01"]["score"] == 1
