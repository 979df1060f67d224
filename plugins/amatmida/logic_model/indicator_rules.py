"""Rules about indicators and whose voice is heard. web/logic-model/indicator-rules.js does the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from amatmida.logic_model.learned import told
from amatmida.logic_model.sense import Sense, sense
from amatmida.logic_model.sides import side
from amatmida.logic_model.text_rules import BLANKS, Finding, telling

Flat = dict[str, Any]
MOST = 8
"""More indicators than this are asked about."""
COUNTS = 0.7
"""From this chance on an indicator's name counts what was delivered."""
NEEDED = (
    ("denominator", "indicator-no-denominator"),
    ("source", "indicator-no-source"),
    ("every", "indicator-no-frequency"),
)


def check_indicators(model: Flat) -> Iterator[Finding]:
    """All rules about indicators."""
    kinds = {n["id"]: n["kind"] for n in model["nodes"]}
    measured = {i["measures"] for i in model["indicators"]}
    for node in model["nodes"]:
        if node["kind"].startswith("outcome") and node["id"] not in measured:
            yield Finding("outcome-no-indicator", (node["id"],))
    for indicator in model["indicators"]:
        yield from _check_card(indicator, kinds.get(indicator["measures"], ""))
    yield from _check_set(model, [kinds.get(id, "") for id in measured])
    yield from _check_voice(model)


def _check_card(card: Flat, measures: str) -> Iterator[Finding]:
    at = (card["id"],)
    for field, rule in NEEDED:
        if not card[field].strip(BLANKS):
            yield Finding(rule, at)
    if card["target"].strip(BLANKS) and not card["baseline"].strip():
        yield Finding("target-without-baseline", at)
    word = side(card["denominator"], "leaver")
    if word and not side(card["denominator"], "joined"):
        yield Finding("leavers-out", at, "", {"word": word})
    name = sense(card["name"])
    if card["kind"] == "outcome" and measures.startswith("outcome") and _counts_output(card["name"], name):
        yield Finding("indicator-counts-output", at, "", {"word": telling(name.tokens, "CNRUTDP")})


def _counts_output(text: str, name: Sense) -> bool:
    what, weights = told(text, name), name.weights
    return (
        weights["output"] - weights["outcome"] >= 1
        and what is not None
        and what.kind == "output"
        and what.sure >= COUNTS
    )


def _check_set(model: Flat, measured: list[str]) -> Iterator[Finding]:
    cards = model["indicators"]
    if not cards:
        return
    if len(cards) > MOST:
        yield Finding("too-many-indicators", (), "", {"count": len(cards)})
    balancing = any(c["kind"] == "balancing" or side(c["name"], "balancing") for c in cards)
    equity = any(c["kind"] == "equity" or c["by"].strip(BLANKS) or side(c["name"], "equity") for c in cards)
    if not balancing:
        yield Finding("no-balancing-indicator")
    if not equity:
        yield Finding("no-equity-indicator")
    if balancing and equity:
        yield Finding("balanced-set")
    if "outcome-short" in measured and "outcome-long" in measured:
        yield Finding("early-and-late")


def _check_voice(model: Flat) -> Iterator[Finding]:
    if len(model["nodes"]) < 5:
        return
    cards = model["indicators"]
    texts = [n["text"] for n in model["nodes"]]
    texts += [c[field] for c in cards for field in ("name", "numerator", "source")]
    heard = any(c["kind"] == "experience" for c in cards) or any(sense(t).has("O") for t in texts)
    yield Finding("voice-present" if heard else "no-recipient-voice")
