"""What a card's text is, as learned from labelled cards: its kind, and whether it names people or an amount.

The sums are linear: each thing that stands in the text has a weight for each answer, in words/learned.<lang>.txt, which
scripts/learn_cards.py makes from tests/data/logic_models/learning/ and the labelled sets. web/logic-model/learned.js
does the same sums.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from amatmida.logic_model.reading import words_of
from amatmida.logic_model.sense import Sense

WORDS = Path(__file__).parent / "words"
LANGS = ("he", "en")
KINDS = {
    "a": "activity",
    "b": "beyond",
    "c": "outcome",
    "e": "experience",
    "i": "input",
    "o": "output",
    "v": "vague",
}
"""Letter in the labels → kind. `beyond`: a whole society changes. `experience`: what people thought of the service."""
FLAGS = {"p": "people", "n": "amount", "s": "several"}
ANSWERS = (*KINDS, *FLAGS)
"""The order of the weights."""
SCALE = 8
"""Weights are whole numbers: eighths."""
PREFIXES = "והבלכמש"


@dataclass(frozen=True)
class Told:
    """`sure`, `people`, `amount`, `several` are chances from 0 to 1."""

    kind: str
    sure: float
    people: float
    amount: float
    several: float


def features(text: str, found: Sense) -> Iterator[str]:
    """What stands in a text: its words and pairs of words, how it begins, and (after =) what `sense` found."""
    words = ["#" if word[0].isdigit() else word for word in words_of(text)]
    for at, word in enumerate(words):
        yield word
        if at < 2:
            yield f"{at}:{word}"
        if len(word) > 3 and word[0] in PREFIXES:
            yield f"~{word[1:]}"
    if words:
        yield from (f"^{words[0][:1]}", f"^{words[0][:3]}", f"${words[0][-2:]}")
    yield from (f"{one} {other}" for one, other in pairwise(words))
    yield from _found(found)


def _found(found: Sense) -> Iterator[str]:
    yield from (f"={code}" for code in found.codes)
    yield from (f"=head {code}" for code in found.head)
    yield from (f"={kind} {math.floor(weight)}" for kind, weight in found.weights.items())
    if found.people_act:
        yield "=act"


def told(text: str, found: Sense) -> Told | None:
    """What a text is; None for a language that was not learned, and for a text without any known word."""
    if found.lang not in LANGS:
        return None
    weights = learned(found.lang)
    here = [one for one in dict.fromkeys(features(text, found)) if one in weights]
    if not found.codes and all(one[0] in "=^$" for one in here):
        return None
    sums = [sum(column) for column in zip(weights[""], *(weights[one] for one in here), strict=True)]
    chances = _chances(sums[: len(KINDS)])
    best = max(range(len(KINDS)), key=lambda at: chances[at])
    flags = {
        name: 1 / (1 + math.exp(-total / SCALE)) for name, total in zip(FLAGS.values(), sums[len(KINDS) :], strict=True)
    }
    return Told(list(KINDS.values())[best], chances[best], **flags)


def _chances(sums: list[int]) -> list[float]:
    most = max(sums)
    each = [math.exp((total - most) / SCALE) for total in sums]
    return [one / sum(each) for one in each]


@lru_cache(maxsize=len(LANGS))
def learned(lang: str) -> dict[str, tuple[int, ...]]:
    """words/learned.<lang>.txt: feature → weights in the order of ANSWERS; under "" what every text begins with."""
    lines = (WORDS / f"learned.{lang}.txt").read_text(encoding="utf-8").split("\n")
    return {name: _numbers(row) for name, row in (line.split("\t") for line in lines if line)}


def _numbers(row: str) -> tuple[int, ...]:
    given = [int(one or 0) for one in row.split(",")]
    return (*given, *[0] * (len(ANSWERS) - len(given)))
