"""The model files of the site: complete, clean, and able to fail."""

from __future__ import annotations

import pytest

from amatmida.logic_model.flat import flat, plant
from amatmida.logic_model.rules import evaluate
from amatmida.site import Loader
from support import ROOT

SITE = Loader(ROOT).load()
MODELS = {id: entry.record for id, entry in SITE.catalog.all("logic-model").items()}
MATRIX = SITE.catalog.all("matrix")["six-principles"].record


def test_six_scenarios_and_the_matrix() -> None:
    assert len(MODELS) == 6
    assert [p for p in SITE.problems if "logic_models" in p.path] == []
    for model in MODELS.values():
        assert model.fictional
        assert 14 <= len(model.nodes) <= 25
        assert {n.kind for n in model.nodes} >= {"input", "activity", "output", "outcome-short", "outcome-mid"}
        assert {e.type for e in model.exercises} == {"sort", "connect", "order", "repair", "indicators", "build"}
        assert {i.good for i in model.indicators} == {True, False}


@pytest.mark.parametrize("lang", ["he", "en"])
@pytest.mark.parametrize("id", sorted(MODELS))
def test_rules_are_content_with_each_scenario(id: str, lang: str) -> None:
    left = [f for f in evaluate(flat(MODELS[id], lang)) if f["severity"] != "praise" and not f["argued"]]  # type: ignore[arg-type]
    assert left == []


@pytest.mark.parametrize("id", sorted(MODELS))
def test_each_planted_mistake_is_found_where_it_is(id: str) -> None:
    repair = next(e for e in MODELS[id].exercises if e.type == "repair")
    for mistake in repair.planted:
        spoilt = flat(MODELS[id], "he")
        plant(spoilt, mistake, "he")
        assert (mistake.rule, list(mistake.at)) in [(f["rule"], f["at"]) for f in evaluate(spoilt)]


def test_matrix_counts() -> None:
    columns = [item.column for item in MATRIX.items]
    assert len(columns) == 60
    assert [columns.count(c.id) for c in MATRIX.columns] == [12, 16, 13, 13, 6]
