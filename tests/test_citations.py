"""What a citation shows beside a statement."""

from __future__ import annotations

import pytest

from amatmida.core.model import Text
from amatmida.course.model import Source
from amatmida.course.pages import citation

MODEL = Source(
    id="model",
    title=Text(he="המודל", en="The model"),
    short=Text(he="המודל", en="Model"),
    kind="seed",
    confidence="high",
)


@pytest.mark.parametrize("locator", ["2.S1", "2.S1 עד 2.S4", "1.A1, 1.A2"])
def test_codes_of_items_keep_their_order_inside_hebrew(locator: str) -> None:
    shown = citation(MODEL, locator, "he", "sources.md")
    for code in locator.replace(",", "").replace(" עד", "").split():
        assert f'<bdi dir="ltr">{code}</bdi>' in shown


def test_clauses_and_plain_places_stay_as_they_are() -> None:
    assert citation(MODEL, "§2(ב)(3)", "he", "sources.md").startswith("[המודל, §2(ב)(3)](sources.md#model)")
    assert citation(MODEL, "", "en", "sources.md").startswith("[Model](sources.md#model)")
