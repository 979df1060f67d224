"""What was learned from cards: it is fresh, and it learns nothing from the cards that judge it."""

from __future__ import annotations

import importlib.util
from types import ModuleType

import pytest

from amatmida.logic_model.learned import ANSWERS, LANGS, WORDS, learned, told
from amatmida.logic_model.sense import sense
from amatmida.logic_model.text_rules import check_node
from logic_model.labelled import DATA, pooled, rates, score, texts
from support import ROOT


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("learn_cards", ROOT / "scripts/learn_cards.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_what_was_learned_is_fresh(script: ModuleType) -> None:
    kept = (WORDS / "learned.digest.txt").read_text(encoding="utf-8").strip()
    assert script.digest(script.cards()) == kept, "run scripts/learn_cards.py, then amatmida.logic_model.browser_data"


def test_the_judging_cards_are_not_learned_from(script: ModuleType) -> None:
    learned_from = {text for text, _, _ in script.cards()}
    judging = {text for part in script.KEPT for text, _, _ in texts(part)}
    assert len(judging) == 459  # of 220 and 240, one stands in both
    assert not judging & learned_from


def test_labels_are_legal_and_no_card_stands_twice() -> None:
    lines = [
        line for file in (DATA / "learning").glob("*.txt") for line in file.read_text(encoding="utf-8").splitlines()
    ]
    assert len(lines) > 7000
    for line in lines:
        kind, flags, text = line.split("|", 2)
        assert kind in set("aboceiv"), line
        assert flags in {"", "p", "n", "s", "pn", "ps", "ns", "pns"}, line
        assert text.strip() == text and text, line
    assert len(set(lines)) == len(lines)


@pytest.mark.parametrize("part", ["third-unseen", "fourth-unseen"])
def test_cards_of_a_judge_nobody_learned_from(part: str) -> None:
    precision, recall = rates(pooled(score(texts(part))))
    assert precision >= 0.85
    assert recall >= 0.75


@pytest.mark.parametrize("lang", LANGS)
def test_each_feature_has_weights_for_some_answer(lang: str) -> None:
    table = learned(lang)
    assert 1000 < len(table) <= 1501
    assert all(len(row) == len(ANSWERS) and any(row) for row in table.values())


@pytest.mark.parametrize("text", ["", "שקשוק בלבול", "qwxz vvk", "٣ أشخاص", "12", "...", "\u202e\u202e"])
def test_what_nobody_knows_is_not_judged(text: str) -> None:
    assert told(text, sense(text)) is None
    assert list(check_node("n", "outcome-short", text)) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("מספר המפגשים", "output"), ("ירידה בבדידות", "outcome"), ("הדרכת הורים", "activity"), ("רכב ונהג", "input"),
        ("Number of sessions held", "output"), ("Tenants keep their flats for a year", "outcome"),
        ("Weekly home visits by a nurse", "activity"), ("Two social workers", "input"),
    ],
)  # fmt: skip
def test_kinds_of_plain_cards(text: str, kind: str) -> None:
    what = told(text, sense(text))
    assert what is not None
    assert what.kind == kind
