"""Figures: the same bytes twice, mirrored for right to left, every text with its direction and inside its card."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from amatmida.core.model import Lang
from amatmida.logic_model.figure import svg
from amatmida.logic_model.flat import said
from amatmida.logic_model.layout import CARD, PAD, SIZE, Plan, plan
from amatmida.logic_model.metrics import width, wrapped
from logic_model.test_scenarios import MODELS

NAMES = sorted(MODELS)


def placed(id: str, lang: Lang) -> Plan:
    model = MODELS[id]
    return plan(model, {n.id: said(n.text, lang) for n in model.nodes}, rtl=lang == "he")


@pytest.mark.parametrize("id", NAMES)
def test_well_formed_and_the_same_twice(id: str) -> None:
    for lang in ("he", "en", "ar"):
        text = svg(MODELS[id], lang)
        assert text == svg(MODELS[id], lang)
        tree = ElementTree.fromstring(text)
        words = list(tree.iter("text"))
        assert {node.get("direction") for node in words} == {"ltr" if lang == "en" else "rtl"}
        assert "style=" not in text
        assert "<script" not in text


@pytest.mark.parametrize("id", NAMES)
def test_right_to_left_mirrors_the_columns(id: str) -> None:
    hebrew, english = placed(id, "he"), placed(id, "en")
    assert [round(1210 - x - CARD, 3) for _, x in hebrew.heads] == [round(x, 3) for _, x in english.heads]
    for arrow in hebrew.arrows:
        assert arrow.points[3][0] < arrow.points[0][0]
    for arrow in english.arrows:
        assert arrow.points[3][0] > arrow.points[0][0]


@pytest.mark.parametrize("id", NAMES)
@pytest.mark.parametrize("lang", ["he", "en"])
def test_words_stay_inside_and_cards_apart(id: str, lang: Lang) -> None:
    boxes = placed(id, lang).boxes
    for box in boxes:
        assert max(width(line, SIZE) for line in box.lines) <= CARD - 2 * PAD
        others = [b for b in boxes if b.x == box.x and b.id != box.id]
        assert all(b.y >= box.y + box.height or box.y >= b.y + b.height for b in others)


def test_a_long_word_stands_alone_and_text_is_escaped() -> None:
    assert wrapped("a " + "w" * 60 + " b", SIZE, 150) == ["a", "w" * 60, "b"]
    model = MODELS["day-centre"].model_copy(deep=True)
    node = model.nodes[0].model_copy(update={"text": model.nodes[0].text.model_copy(update={"en": '<b>&"'})})
    hostile = model.model_copy(update={"nodes": (node, *model.nodes[1:])})
    assert "<b>" not in svg(hostile, "en")
    assert re.search(r"&lt;b&gt;&amp;", svg(hostile, "en"))
