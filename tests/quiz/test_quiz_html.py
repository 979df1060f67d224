"""The HTML of a quiz: sound in every type and language, and it gives nothing away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from amatmida.core.model import Lang, Text
from amatmida.locale import strings
from amatmida.quiz.items import UNSCORED
from amatmida.quiz.pages import plain, render_my_data, scattered
from html_tree import Element, tree
from quiz.quiz_page import TYPES, changed
from web.quiz_site import body_of, load


def test_the_fixture_holds_every_type() -> None:
    assert {item["type"] for item in load("practice")["items"]} == TYPES


def test_one_element_with_its_language(page: Element, lang: Lang) -> None:
    (quiz,) = page.find("amat-quiz")
    assert quiz.attrs["lang"] == lang
    assert quiz.attrs["dir"] == ("ltr" if lang == "en" else "rtl")
    assert quiz.attrs["quiz"] == "demo"
    assert [child for child in page.children if isinstance(child, Element)] == [quiz]


def test_no_headings_styles_or_handlers(page: Element) -> None:
    for element in page.all():
        assert not re.fullmatch("h[1-6]|style|link|form|iframe", element.tag)
        assert not [name for name in element.attrs if name == "style" or name.startswith("on")]
        assert element.tag != "script" or element.attrs["type"] == "application/json"


def test_ids_are_single_and_every_reference_arrives(page: Element) -> None:
    ids = [e.attrs["id"] for e in page.all() if "id" in e.attrs]
    assert len(ids) == len(set(ids))
    named = [
        e.attrs[name] for e in page.all() for name in ("for", "aria-labelledby", "aria-describedby") if name in e.attrs
    ]
    links = [e.attrs["href"][1:] for e in page.find("a") if e.attrs["href"].startswith("#amat-")]
    assert set(named + links) <= set(ids)


def test_every_item_is_a_named_group_with_real_controls(page: Element) -> None:
    items = page.find("div", class_="amat-item")
    assert len(items) == len(TYPES)
    for item in items:
        (group,) = item.find("fieldset")
        first = next(child for child in group.children if isinstance(child, Element))
        assert first.tag == "legend" and first.text().strip()
        (body,) = item.find(class_="amat-body")
        assert body.find("input") or body.find("select") or body.find("textarea"), item.attrs["data-type"]


def test_every_control_has_a_name(page: Element) -> None:
    labels = {label.attrs.get("for") for label in page.find("label")}
    for control in [*page.find("input"), *page.find("select"), *page.find("textarea")]:
        wrapped = control.parent is not None and control.parent.tag == "label" and control.parent.text().strip()
        assert wrapped or control.attrs.get("id") in labels or control.attrs.get("aria-label"), control.attrs


def test_the_key_is_only_in_folded_answers_and_data(lang: Lang) -> None:
    """What only a key says is nowhere else, and no control is marked, chosen or valued by it."""
    quiz = changed(
        {"stems": {}}, explain={"he": "הסבר-סודי", "en": "secret-why", "ar": "secret-why"}, hints=[], stem=None
    )
    root = tree(body_of(quiz, lang))
    outside = root.without("details", "script")
    secrets = ["הסבר-סודי", "secret-why", *feedback_words(quiz, lang)]
    assert len(secrets) > 20
    assert [secret for secret in secrets if secret in outside] == []
    assert not [
        e for e in root.all() if "checked" in e.attrs or set(e.attrs) & {"data-correct", "data-key", "data-answer"}
    ]
    assert not [e for e in root.find("option") if "selected" in e.attrs and not e.text().strip().isdigit()]


def test_a_gap_holds_no_accepted_word(page: Element) -> None:
    (cloze,) = page.find("div", data_type="cloze")
    assert not [e for e in cloze.find("input") if "value" in e.attrs or "placeholder" in e.attrs]
    assert len({e.attrs["size"] for e in cloze.find("input")}) == 1
    outside = cloze.without("details")
    assert "output" not in outside and "תפוקה" not in outside


def feedback_words(value: Any, lang: Lang) -> Iterator[str]:
    """Every text under `feedback` or `model`."""
    if isinstance(value, dict):
        for name, held in value.items():
            if name in {"feedback", "model"} and isinstance(held, dict):
                texts = [held] if "he" in held else list(held.values())
                yield from (plain(Text(**text), lang) for text in texts)
            yield from feedback_words(held, lang)
    elif isinstance(value, list):
        for one in value:
            yield from feedback_words(one, lang)


def test_order_never_shows_the_key_and_match_values_name_no_pairs(page: Element) -> None:
    (order,) = page.find(data_type="order")
    assert [e.attrs["data-part"] for e in order.find("li")] != ["input", "activity", "output", "outcome"]
    (match,) = page.find(data_type="match")
    assert {o.attrs["value"] for o in match.find("option")} == {"", "1", "2", "3", "4"}
    assert {e.attrs["data-target"] for e in match.find("li") if "data-target" in e.attrs} == {"1", "2", "3", "4"}


@pytest.mark.parametrize("size", range(2, 10))
def test_scattered_is_never_the_order_it_got(size: int) -> None:
    for n in range(200):
        ids = [f"c{n}-{i}" for i in range(size)]
        mixed = scattered(f"q-{n}", ids)
        assert sorted(mixed) == sorted(ids)
        assert mixed != ids
        assert mixed == scattered(f"q-{n}", ids)


def test_nothing_for_trainers_reaches_a_learner(lang: Lang) -> None:
    markup = body_of(load("practice"), lang)
    assert "סוד-למנחים" not in markup
    assert "TRAINER-ONLY" not in markup


def test_every_item_has_a_folded_answer_with_the_way_to_read(page: Element) -> None:
    answers = page.find("details", class_="amat-answer")
    assert len(answers) == len(TYPES)
    for answer in answers:
        assert any(
            a.attrs["href"] in {"#outputs-and-outcomes", "#good-indicator", "#chain", "#rates"}
            for a in answer.find("a")
        )
        assert "open" not in answer.attrs


def test_the_scenario_is_told_once_and_folded_after(page: Element) -> None:
    first, second = page.find("details", class_="amat-stem")
    assert "open" in first.attrs and "open" not in second.attrs


def test_one_block_for_a_markdown_parser(lang: Lang) -> None:
    for markup in (body_of(load("practice"), lang), render_my_data(lang)):
        assert "\n\n" not in markup
        assert not re.search(r"^\s", markup, re.M)


def test_pictures_have_their_words() -> None:
    image = {"src": "assets/chain.svg", "alt": {"he": "שרשרת", "en": "A chain"}}
    (picture,) = tree(body_of({**load("check"), "items": [{**load("check")["items"][0], "image": image}]}, "en")).find(
        "img"
    )
    assert (picture.attrs["src"], picture.attrs["alt"]) == ("assets/assets/chain.svg", "A chain")


def test_unscored_items_say_so_and_have_no_right_answer(page: Element, lang: Lang) -> None:
    words = strings(lang, "quiz")["page"]
    for item in page.find("div", class_="amat-item"):
        kind = item.attrs["data-type"]
        how = item.find(class_="amat-how")[0].text()
        assert how in words["how"].values()
        answer = page.find("details", class_="amat-answer", data_item=item.attrs["data-item"])[0].text()
        assert (words["no_wrong"] in answer) == (kind in UNSCORED)
