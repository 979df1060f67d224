"""How often the rules are right: a bar for each, over the labelled cards and models."""

from __future__ import annotations

import pytest

from logic_model.labelled import PRAISE, TEXT_RULES, TEXT_SETS, Said, by_rule, models, rates, score, texts

PRECISION, RECALL = 0.85, 0.75


HELD = [part for part in TEXT_SETS if part != "fresh" and not part.endswith("unseen")]
"""What was written since is only measured."""


def said() -> list[Said]:
    """Every labelled card that is held, then every place in every labelled model."""
    return [row for part in HELD for row in texts(part)] + by_rule(models())


def test_the_set_is_large_and_in_two_languages() -> None:
    cards = [text for part in HELD for text, _, _ in texts(part)]
    hebrew = [text for text in cards if any("א" <= c <= "ת" for c in text)]
    assert len(cards) >= 160
    assert len(cards) * 0.4 < len(hebrew) < len(cards) * 0.7
    assert len({rule for _, wanted, _ in by_rule(models()) for rule in wanted}) >= 25


@pytest.mark.parametrize("rule", sorted(score(said())))
def test_each_rule_is_right_often_enough(rule: str) -> None:
    precision, recall = rates(score(said())[rule])
    assert precision >= PRECISION
    assert recall >= RECALL


def test_held_out_cards_as_a_whole() -> None:
    counts = score(texts("held-out"))
    right, extra, missed = (sum(column) for column in zip(*counts.values(), strict=True))
    assert rates((right, extra, missed)) >= (PRECISION, RECALL)
    assert set(counts) <= set(TEXT_RULES)


def test_sound_models_draw_no_criticism() -> None:
    for name, wanted, got in models():
        if not wanted:
            assert got == frozenset(), name
    assert not PRAISE & {place.split()[0] for _, _, got in models() for place in got}
