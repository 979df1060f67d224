"""Rules about one card's words. web/logic-model/text-rules.js does the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from amatmida.logic_model.reading import Token
from amatmida.logic_model.sense import Sense, sense

BLANKS = " \t\n\r"
"""What counts as nothing written; the same four characters in the browser."""
SURE = 2.5
"""From this lead on a text rule says "mistake"; below it asks."""


@dataclass(frozen=True)
class Finding:
    """One thing a rule has to say. `severity` "" means the rule's own."""

    rule: str
    at: tuple[str, ...] = ()
    severity: str = ""
    params: dict[str, Any] = field(default_factory=dict)


def check_node(id: str, kind: str, text: str) -> Iterator[Finding]:
    """All text rules of one card."""
    found = sense(text)
    if not found.codes:
        return
    if kind.startswith("outcome"):
        yield from _outcome_card(id, kind, found)
    else:
        yield from _other_card(id, kind, found)
    if kind in ("output", "activity") or kind.startswith("outcome"):
        yield from _several(id, kind, found)


def _outcome_card(id: str, kind: str, found: Sense) -> Iterator[Finding]:
    wrong = _misplaced(found)
    if found.has("Y"):
        yield _say("outcome-beyond-reach", id, "Y", found)
    elif found.has("F") and not found.has("V") and not (found.has("L") and found.has("HM")):
        yield _say("satisfaction-as-outcome", id, "F", found)
    elif wrong and not (wrong == "activity" and _vague(found)):
        yield from _not_an_outcome(id, kind, wrong, found)
    elif _vague(found):
        sure = "" if found.has("Q") and found.has("HMB") else "question"
        yield _say("vague-outcome", id, "HMQB", found, sure)
    elif _uncounted(found):
        yield _say("count-no-population", id, "NCR", found)
    elif _clear(found):
        yield Finding("clear-outcome", (id,))


def _misplaced(found: Sense) -> str:
    """The kind that leads outcome by a clear margin, or ""."""
    kind = max(("output", "activity", "input"), key=lambda k: found.weights[k])
    lead = found.weights[kind] - found.weights["outcome"]
    return kind if found.weights[kind] >= 2.5 and lead >= 1 else ""


def _not_an_outcome(id: str, kind: str, wrong: str, found: Sense) -> Iterator[Finding]:
    lead = found.weights[wrong] - found.weights["outcome"]
    severity = "" if lead >= SURE else "question"
    if wrong == "output":
        yield _say("output-as-outcome", id, "CNRUTDP", found, severity)
    elif wrong == "input":
        yield _say("input-misplaced", id, "XSN", found)
    else:
        rule = "activity-as-goal" if kind == "outcome-long" else "activity-as-outcome"
        yield _say(rule, id, "AUS", found, severity)


def _vague(found: Sense) -> bool:
    """A better service, or a big word, and nothing of anyone's life."""
    if found.has("B") and not found.has("LUTDN") and "A" not in found.head:
        return True
    if found.has("LV") or found.has("UTDN"):
        return False
    if found.has("Q") and found.has("HMB"):
        return "A" not in found.head
    heads = any(letter in found.head for letter in "HMQB")
    return heads and not found.has("A") and not (found.has("P") and found.has("HM"))


def _uncounted(found: Sense) -> bool:
    """An amount of nobody: durations and years are no amounts."""
    return found.has("NC") and not found.has("PJ") and not found.people_act


def _clear(found: Sense) -> bool:
    return found.has("P") and found.beside("outcome") >= (1.5 if found.people_act else 3)


def _other_card(id: str, kind: str, found: Sense) -> Iterator[Finding]:
    lead = found.beside("outcome")
    if found.weights["outcome"] >= 3.5 and lead >= 2 and not found.has("D"):
        yield _say("outcome-misplaced", id, "HMLV", found, "mistake" if lead >= 4.5 else "")
    elif kind in ("activity", "output") and found.weights["input"] >= 3.5 and found.beside("input") >= SURE:
        yield _say("input-misplaced", id, "XSN", found)
    elif kind == "output" and found.kind() == "activity" and not found.counted and not found.has("TD"):
        yield Finding("output-no-amount", (id,))
    elif kind == "output" and _uncounted(found) and found.has("UADT"):
        yield _say("count-no-population", id, "NCRU", found)


def _several(id: str, kind: str, found: Sense) -> Iterator[Finding]:
    """Two full ideas joined by "and", a comma or a semicolon."""
    ideas = [part for part in _parts(found.tokens) if _idea(part, kind)]
    if len(ideas) > 1:
        yield Finding("several-ideas", (id,), "", {"count": len(ideas)})


def _parts(tokens: list[Token]) -> list[list[Token]]:
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.word in (";", ",", ".", "•", "\n", "+", "and", "וגם", ":") or token.joined:
            parts.append([])
        parts[-1].append(token)
    return parts


def _idea(part: list[Token], kind: str) -> bool:
    """A part that could stand as a card of its own: a change or a deed, and what it is about."""
    codes = "".join(t.codes for t in part)
    has = [any(c in codes for c in letters) for letters in ("HMV", "L", "U", "N")]
    if kind.startswith("outcome"):
        return (
            (has[0] and has[1])
            or (has[2] and (has[3] or "C" in codes))
            or ("P" in codes and "V" in codes[codes.index("P") :])
            or any("V" in t.codes and " " in t.word for t in part)
        )
    return has[2] and (has[3] or "D" in codes) if kind == "output" else "A" in codes and ("U" in codes or "P" in codes)


def _say(rule: str, id: str, letters: str, found: Sense, severity: str = "") -> Finding:
    return Finding(rule, (id,), severity, {"word": telling(found.tokens, letters)})


def telling(tokens: list[Token], letters: str) -> str:
    """The words that carry any of the categories, in order; at most eight."""
    words = [t.word for t in tokens if any(c in t.codes for c in letters)]
    return " ".join(words[:8])
