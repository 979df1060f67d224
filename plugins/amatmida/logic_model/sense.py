"""What a card's text seems to be: weights for outcome, output, activity and input. The same sums as sense.js."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from amatmida.logic_model.context import in_context
from amatmida.logic_model.endings import ENGLISH_STOPS
from amatmida.logic_model.reading import MAIN, SEPARATORS, Token, is_any, read


@dataclass
class Sense:
    """Weights, and the facts they rest on."""

    lang: str
    tokens: list[Token]
    codes: str = ""
    """Every category found."""
    counted: bool = False
    head: str = ""
    """Categories of the head word."""
    people_act: bool = False
    """People are named before a verb of theirs."""
    weights: dict[str, float] = field(default_factory=dict)

    def has(self, letters: str) -> bool:
        """Any of the categories was found."""
        return any(letter in self.codes for letter in letters)


@lru_cache(maxsize=8192)
def sense(text: str) -> Sense:
    """Read and weigh one text. Kept and shared: nobody changes what is given back."""
    lang, tokens = read(text)
    in_context(tokens, lang)
    found = Sense(lang, tokens, "".join(t.codes for t in tokens))
    found.counted = found.has("NCR")
    found.head = _head(tokens, lang)
    found.people_act = _people_act(tokens)
    found.weights = {
        "outcome": _outcome(found),
        "output": _output(found),
        "activity": _activity(found),
        "input": _input(found),
    }
    return found


def _head(tokens: list[Token], lang: str) -> str:
    if lang == "he":
        return next((t.codes for t in tokens if any(c in MAIN for c in t.codes)), "")
    group: list[Token] = []
    for token in tokens:
        stop = token.word.split(" ")[-1] in ENGLISH_STOPS or token.word in SEPARATORS
        if stop and any(any(c in MAIN for c in t.codes) for t in group):
            break
        group.append(token)
        if stop and any(c in MAIN for c in token.codes):
            break
    mains = [t.codes for t in group if any(c in MAIN for c in t.codes)]
    if not mains:
        return ""
    if "H" in mains[0] and is_any(mains[-1], "QPA"):
        return mains[0]
    verbs = any(c in codes for codes in mains[1:] for c in "VMT")
    return mains[0] if verbs or mains[0][0] in "AVS" or mains[-1] == "D" else mains[-1]


def _people_act(tokens: list[Token]) -> bool:
    people = False
    for token in tokens:
        if people and "V" in token.codes:
            return True
        people = people or "P" in token.codes
    return False


def _outcome(s: Sense) -> float:
    if s.has("T") and not s.has("LVM"):
        return 0.0
    weight = 3.0 if s.has("L") and s.has("HM") else 2.0 if s.has("L") else 1.0 if s.has("HM") else 0.0
    weight += 2 * s.has("V") + s.has("M")
    weight += s.has("P") and s.has("VL")
    weight += s.has("P") and s.has("HM")
    weight += 1.5 * is_any(s.head, "HLVM")
    weight += s.people_act and is_any(s.head, "P")
    damp = is_any(s.head, "AUDXSQ") and not s.has("M") and not s.people_act
    return weight * 0.35 if damp else weight


def _output(s: Sense) -> float:
    life = s.has("LV")
    weight = 2.5 * s.has("C") + 1.0 * s.has("N") + 0.5 * s.has("R")
    weight += (2.0 if s.counted else 0.5) if s.has("U") else 0.0
    weight += 2.0 if s.counted and is_any(s.head, "U") else 0.0
    weight += 2.0 if is_any(s.head, "A") and s.has("N") and s.has("U") and not _orders(s) else 0.0
    weight += 2 * s.has("T") + (s.has("T") and s.has("P"))
    weight += 2.5 * s.has("D") + (s.has("D") and s.counted)
    weight += 2.0 if s.has("C") and s.has("P") and not life else 0.0
    weight += 1.0 if s.has("N") and s.has("P") and not life and not s.has("HM") else 0.0
    return weight - (1.5 if s.has("C") and (s.has("V") or (s.has("L") and s.has("HM"))) else 0.0)


def _orders(s: Sense) -> bool:
    """An English verb at the start: deliver 40 sessions, and not delivery of 40 sessions."""
    return s.lang == "en" and not s.tokens[0].word.endswith(("ion", "ment", "ery", "al"))


def _activity(s: Sense) -> float:
    acts = s.has("A")
    weight = (1.0 if s.has("C") else 4.0) if is_any(s.head, "A") else float(acts)
    weight += 2.5 if is_any(s.head, "U") and not s.counted and "X" not in s.head else 0.0
    weight += 3.5 if is_any(s.head, "S") and not s.has("T") and s.has("AU" if s.lang == "en" else "A") else 0.0
    weight += 3.0 if any(t.future for t in s.tokens) else 0.0
    return weight + (0.5 if acts and s.has("S") else 0.0)


def _input(s: Sense) -> float:
    weight = 4.0 if is_any(s.head, "X") else 0.5 * s.has("X")
    bare = is_any(s.head, "S") and not s.has("AVTUDM" if s.lang == "en" else "AVTDM")
    return weight + (3.5 if bare else 0.0) + (1.0 if bare and s.counted else 0.0)
