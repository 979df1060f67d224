"""The data a quiz's page carries: the author's names, nothing that acts, the same every time."""

from __future__ import annotations

from typing import Any

import pytest

from amatmida.core.model import Lang
from amatmida.locale import strings
from amatmida.quiz.model import Quiz
from amatmida.quiz.pages import Setting, render_quiz
from html_tree import Element, tree
from quiz.quiz_page import TYPES, changed, data_of
from web.quiz_site import asked, body_of, load, setting


def test_data_keeps_the_authors_names(page: Element, lang: Lang) -> None:
    data = data_of(page)
    assert data["quiz"] == "demo" and data["lang"] == lang and data["v"] == 1
    assert data["strings"] == strings(lang, "quiz")["browser"]
    assert data["misconceptions"].keys() == {"outputs-are-outcomes"}
    items = {item["type"]: item for item in data["items"]}
    assert items.keys() == TYPES
    assert items["single"]["read"] == {
        "href": "#outputs-and-outcomes",
        "label": setting(lang).label("x#outputs-and-outcomes"),
    }
    assert [o["id"] for o in items["single"]["options"] if o["correct"]] == ["b"]
    assert [c["id"] for c in items["order"]["cards"]] == ["input", "activity", "output", "outcome"]
    assert sorted(items["match"]["partners"]) == ["budget", "help", "school", "trust"]
    assert items["cloze"]["blanks"][0]["accept"] == {"he": ["תפוקה", "תפוקות"], "en": ["output", "outputs"]}
    assert not {"trainer", "source", "level", "image"} & {name for item in data["items"] for name in item}


def test_was_travels_so_that_progress_can_follow() -> None:
    quiz = changed({"was": ["old-demo"]})
    quiz["items"][0] = {**quiz["items"][0], "was": ["q-old"]}
    quiz["items"][0]["options"][0]["was"] = ["z"]
    data = data_of(tree(body_of(quiz, "he")))
    assert data["was"] == ["old-demo"]
    assert data["items"][0]["was"] == ["q-old"]
    assert data["items"][0]["options"][0]["was"] == ["z"]


def test_bank_items_say_where_they_are_drawn_from() -> None:
    data = data_of(tree(body_of(load("check"), "he", load("bank"))))
    assert [item.get("bank") for item in data["items"]] == [None, None, *["demo-bank"] * 4]
    assert data["behaviour"]["draw"] == [{"bank": "demo-bank", "take": 2}]


HOSTILE = "</script><script>alert(1)</script><!--<script> ]]> <img src=x onerror=alert(1)> \u2028 \" ' & **a** `</code>` [[x]] {{ 7*7 }}"


def hostile(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: HOSTILE if k in {"he", "en"} and isinstance(v, str) else hostile(v) for k, v in value.items()}
    return [hostile(one) for one in value] if isinstance(value, list) else value


@pytest.mark.parametrize("lang_", ["he", "en"])
def test_markup_in_texts_is_inert(lang_: Lang) -> None:
    root = tree(body_of(hostile(load("practice")), lang_))
    assert len(root.find("script")) == 1
    assert not root.find("img")
    assert "49" not in root.find(class_="amat-title")[0].text()
    (script,) = root.find("script")
    assert "<" not in script.text() and "\u2028" not in script.text()
    assert "alert(1)" in data_of(root)["items"][0]["prompt"]


def test_hostile_ids_cannot_be_written() -> None:
    quiz = load("practice")
    quiz["quiz"] = 'x" onload="alert(1)'
    with pytest.raises(ValueError):
        Quiz.model_validate(quiz)


def test_an_item_may_not_be_asked_twice() -> None:
    quiz = Quiz.model_validate(load("practice"))
    with pytest.raises(ValueError, match="q-demo-01"):
        render_quiz(quiz, [*asked(quiz), *asked(quiz)], setting("he"))


def test_same_input_same_bytes(lang: Lang) -> None:
    assert body_of(load("practice"), lang) == body_of(load("practice"), lang)
    reordered = setting(lang)
    backwards = dict(reversed(list(reordered.sources.items())))
    again = Setting(lang, reordered.href, reordered.label, reordered.asset, reordered.misconceptions, backwards)
    quiz = Quiz.model_validate(load("practice"))
    assert render_quiz(quiz, asked(quiz), again) == body_of(load("practice"), lang)
