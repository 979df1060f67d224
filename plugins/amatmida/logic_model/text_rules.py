"""Rules about one card's words. web/logic-model/text-rules.js does the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from amatmida.logic_model.marks import marked
from amatmida.logic_model.reading import MAIN, Token, is_any
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
    more = list(_several(id, kind, found)) if kind != "input" else []
    said = _outcome_card(id, kind, found) if kind.startswith("outcome") else _other_card(id, kind, found)
    yield from (one for one in said if not (more and one.rule == "clear-outcome"))
    yield from more


def _outcome_card(id: str, kind: str, found: Sense) -> Iterator[Finding]:
    wrong = _misplaced(found)
    if _beyond(found):
        yield _say("outcome-beyond-reach", id, "Y!", found)
    elif found.has("F") and not (found.has("L") and found.has("HM")) and (found.has("QUS") or not _does(found)):
        yield _say("satisfaction-as-outcome", id, "F", found)
    elif wrong and not (wrong == "activity" and _vague(found)):
        yield from _not_an_outcome(id, kind, wrong, found)
    elif _vague(found):
        sure = "" if found.has("Q") and found.has("HMB") else "question"
        yield _say("vague-outcome", id, "HMQBI", found, sure)
    elif _uncounted(found):
        yield _say("count-no-population", id, "NCR", found)
    elif _clear(found):
        yield Finding("clear-outcome", (id,))


def _does(found: Sense) -> bool:
    """Somebody does something before any word of satisfaction, and not only says it (expressed satisfaction)."""
    at = next((i for i, t in enumerate(found.tokens) if is_any(t.codes, "FV")), -1)
    after = found.tokens[at + 1].codes if 0 <= at < len(found.tokens) - 1 else ""
    return at >= 0 and "V" in found.tokens[at].codes and "F" not in after


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
    if found.has("UTDN"):
        return False
    if found.has("B") and found.has("Q") and not found.has("LV"):
        return True
    return "A" not in found.head and (_better_service(found) or _big_words(found))


def _big_words(found: Sense) -> bool:
    if any("L" in t.codes and "I" not in t.codes for t in found.tokens):
        return False
    if found.has("B") or found.has("V"):
        return found.has("B")
    if found.has("I"):
        return not found.has("O")
    return is_any(found.head, "HMQ") or (found.has("Q") and found.has("HM"))


def _better_service(found: Sense) -> bool:
    """What got better is the service itself, whatever it is about."""
    mains = [t for t in found.tokens if is_any(t.codes, MAIN)]
    what = mains[1:2] if mains and is_any(mains[0].codes, "HM") else []
    return (
        bool(what)
        and what[0].codes in ("Q", "AQ")
        and not marked(found.lang, "soft", what[0].word)
        and not found.has("V")
    )


def _beyond(found: Sense) -> bool:
    """A whole country or society, unless some of its people do something in it."""
    if found.has("Y"):
        return True
    if (not _society(found) and not found.has("!")) or "A" in found.head:
        return False
    return not found.people_act or any(marked(found.lang, "all", t.word) for t in found.tokens)


def _society(found: Sense) -> bool:
    """Society as such: neither what people join (into society) nor one part of it (Arab society)."""
    words = [("", ""), *((t.word, t.codes) for t in found.tokens), ("", "")]
    return any(
        marked(found.lang, "society", word) and not marked(found.lang, "into", before) and "P" not in codes
        for (before, _), (word, _), (_, codes) in zip(words, words[1:], words[2:], strict=False)
    )


def _uncounted(found: Sense) -> bool:
    """An amount of nobody: durations and years are no amounts."""
    amount = found.has("NC") or any(marked(found.lang, "fraction", t.word) for t in found.tokens)
    return amount and not found.has("PJ") and not found.people_act


def _clear(found: Sense) -> bool:
    return found.has("P") and found.beside("outcome") >= (1.5 if found.people_act else 3)


def _other_card(id: str, kind: str, found: Sense) -> Iterator[Finding]:
    lead = found.beside("outcome")
    if found.weights["outcome"] >= 3.5 and lead >= 2 and not found.has("D") and not _vague(found):
        yield _say("outcome-misplaced", id, "HMLV", found, "mistake" if lead >= 4.5 else "")
    elif kind in ("activity", "output") and found.weights["input"] >= 3.5 and found.beside("input") >= SURE:
        yield _say("input-misplaced", id, "XSN", found)
    elif kind == "output" and found.kind() == "activity" and not found.counted and not found.has("TD"):
        yield Finding("output-no-amount", (id,))
    elif kind == "output" and _uncounted(found) and found.has("UADT"):
        yield _say("count-no-population", id, "NCRU", found)


def _several(id: str, kind: str, found: Sense) -> Iterator[Finding]:
    """Two full ideas joined by "and", a comma or a semicolon."""
    parts = _parts(found.tokens, found.lang)
    count = sum(_idea(part, kind) for part in parts)
    deeds = sum(any("V" in t.codes for t in part) for part in parts)
    if kind.startswith("outcome") and found.people_act and deeds > 2:
        count = max(count, deeds)
    if count > 1:
        yield Finding("several-ideas", (id,), "", {"count": count})


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


def _say(rule: str, id: str, letters: str, found: Sense, severity: str = "") -> Finding:
    return Finding(rule, (id,), severity, {"word": telling(found.tokens, letters)})


def telling(tokens: list[Token], letters: str) -> str:
    """The words that carry any of the categories, in order; at most eight."""
    words = [t.word for t in tokens if any(c in t.codes for c in letters)]
    return " ".join(words[:8])
