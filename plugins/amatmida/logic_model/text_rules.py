"""Rules about one card's words. web/logic-model/text-rules.js does the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from amatmida.logic_model.learned import Told, told
from amatmida.logic_model.marks import marked
from amatmida.logic_model.reading import Token, is_any
from amatmida.logic_model.sense import Sense, sense

BLANKS = " \t\n\r"
"""What counts as nothing written; the same four characters in the browser."""
SURE = 0.8
"""From this chance on a text rule says "mistake"; below it asks."""
CERTAIN = 0.95
"""From this chance on a card in another column than its own is a mistake, and not a question."""
LIKELY = {
    "beyond": 0.4,
    "experience": 0.4,
    "vague": 0.45,
    "output": 0.55,
    "activity": 0.6,
    "input": 0.65,
    "outcome": 0.75,
}
"""The least chance at which a rule speaks of a kind; tuned on cards that were not learned from."""
UNNAMED = 0.35
"""Below this chance a card names nobody."""
INSTEAD = {"output": "output-as-outcome", "activity": "activity-as-outcome", "input": "input-misplaced"}
LETTERS = {
    "outcome-beyond-reach": "Y!",
    "satisfaction-as-outcome": "F",
    "vague-outcome": "HMQBI",
    "output-as-outcome": "CNRUTDP",
    "activity-as-outcome": "AUS",
    "activity-as-goal": "AUS",
    "input-misplaced": "XSN",
    "outcome-misplaced": "HMLV",
    "count-no-population": "NCRU",
}
"""Categories of the words that a rule points at."""


@dataclass(frozen=True)
class Finding:
    """One thing a rule has to say. `severity` "" means the rule's own."""

    rule: str
    at: tuple[str, ...] = ()
    severity: str = ""
    params: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Card:
    """One card as the text rules see it."""

    column: str
    found: Sense
    told: Told

    def is_told(self, *kinds: str) -> bool:
        """It is likely enough to be one of these kinds."""
        return self.told.kind in kinds and self.told.sure >= LIKELY[self.told.kind]

    def say(self, rule: str, severity: str = "") -> Finding:
        """A finding that quotes the words that tell, or the whole card."""
        word = telling(self.found.tokens, LETTERS[rule]) or telling(self.found.tokens)
        return Finding(rule, (), severity, {"word": word})

    def ask(self, rule: str) -> Finding:
        """The rule's own severity when it is sure, else a question."""
        return self.say(rule, "" if self.told.sure >= SURE else "question")


def check_node(id: str, kind: str, text: str) -> Iterator[Finding]:
    """All text rules of one card."""
    return (replace(one, at=(id,)) for one in _said(kind, text))


@lru_cache(maxsize=8192)
def _said(kind: str, text: str) -> tuple[Finding, ...]:
    """What the rules say of any card with these words in this column.

    Kept, because the same cards are judged over and over: with and without each planted mistake, and again whenever a
    file of the site is saved.
    """
    found = sense(text)
    what = told(text, found)
    if what is None:
        return ()
    card = Card(kind, found, what)
    more = tuple(_several(card)) if kind != "input" else ()
    said = _outcome_card(card) if kind.startswith("outcome") else _other_card(card)
    return (*(one for one in said if not (more and one.rule == "clear-outcome")), *more)


def _outcome_card(card: Card) -> Iterator[Finding]:
    what = card.told
    if card.is_told("beyond"):
        yield card.say("outcome-beyond-reach")
    elif card.is_told("experience"):
        yield card.say("satisfaction-as-outcome")
    elif card.is_told("vague"):
        yield card.ask("vague-outcome")
    elif card.is_told(*INSTEAD):
        far = what.kind == "activity" and card.column == "outcome-long"
        yield card.ask("activity-as-goal" if far else INSTEAD[what.kind])
    elif what.kind == "outcome":
        yield from _change(card)


def _change(card: Card) -> Iterator[Finding]:
    """A real change: of whom?"""
    what = card.told
    if what.amount > 0.5 and what.people < UNNAMED:
        yield card.say("count-no-population")
    elif what.people > 0.5 and what.sure > 0.5:
        yield Finding("clear-outcome")


def _other_card(card: Card) -> Iterator[Finding]:
    what = card.told
    if card.is_told("outcome"):
        yield card.say("outcome-misplaced", "mistake" if what.sure >= CERTAIN else "")
    elif card.column != "input" and card.is_told("input"):
        yield card.say("input-misplaced")
    elif card.column == "output" and card.is_told("activity") and what.amount < 0.5:
        yield Finding("output-no-amount")
    elif card.column == "output" and what.kind in INSTEAD and what.amount > 0.5 and what.people < UNNAMED:
        yield card.say("count-no-population")


def _several(card: Card) -> Iterator[Finding]:
    """Two full ideas joined by "and", a comma or a semicolon."""
    parts = _parts(card.found.tokens, card.found.lang)
    count = sum(_idea(part, card.column) for part in parts)
    if count < 2 and card.told.several > (0.5 if len(parts) > 1 else SURE):
        count = max(2, len(parts))
    if count > 1:
        yield Finding("several-ideas", (), "", {"count": count})


def _parts(tokens: list[Token], lang: str) -> list[list[Token]]:
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.word in (";", ",", ".", "•", "\n", "+", "and", "וגם", ":") or token.joined:
            parts.append([])
        parts[-1].append(token)
    return [
        p for p in parts if not any(marked(lang, "nay", t.word) for t in p[:2]) and all(t.word != "each" for t in p)
    ]


def _idea(part: list[Token], kind: str) -> bool:
    """A part that could stand as a card of its own: a change or a deed, and what it is about."""
    codes = "".join(t.codes for t in part)
    change, state, unit, number = (is_any(codes, letters) for letters in ("HMV", "L", "U", "N"))
    if kind.startswith("outcome"):
        if any(t.word in ("or", "או") for t in part) and sum(is_any(t.codes, "HMVL") for t in part) < 2:
            return False
        return (
            (change and state)
            or (unit and (number or "C" in codes))
            or ("P" in codes and is_any(codes[codes.index("P") :], "VHM"))
            or any("V" in t.codes and " " in t.word for t in part)
        )
    if kind == "output":
        return (unit and (number or "D" in codes)) or (number and "P" in codes and is_any(codes, "DT"))
    deeds = sum(is_any(t.codes, "AU") for t in part)
    return deeds > 1 or (deeds == 1 and any(is_any(t.codes, "PSX") and not is_any(t.codes, "AU") for t in part))


def telling(tokens: list[Token], letters: str = "") -> str:
    """The words that gave it away, up to eight; without letters, all of them."""
    return " ".join([t.word for t in tokens if not letters or is_any(t.codes, letters)][:8])
