"""Forms made from the lexicon: other spellings, and the forms of verbs. web/search/forms.js does the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

Lexicon = Mapping[str, str]
"""Folded lemma → letters of its classes (data/lexicon.he.txt names them)."""
VERB_CLASSES = "qnpht"


def spellings(lexicon: Lexicon) -> dict[str, list[str]]:
    """Another spelling → lemmas: a ו or י inside left out, double ו as one, or a י after the first letter too many."""
    found: dict[str, list[str]] = {}
    for lemma, classes in lexicon.items():
        if len(lemma) < 4 or set(classes) <= set(VERB_CLASSES + "x"):
            continue
        for spelling in _spellings(lemma):
            if spelling not in lexicon and lemma not in found.setdefault(spelling, []):
                found[spelling].append(lemma)
    return found


def _spellings(lemma: str) -> Iterable[str]:
    last = len(lemma) - 1
    short = [lemma[:n] + lemma[n + 1 :] for n in range(1, last) if lemma[n] in "וי"]
    yield from short
    if len(lemma) > 5:
        for one in short:
            yield from (one[:n] + one[n + 1 :] for n in range(1, len(one) - 1) if one[n] in "וי")
    if lemma[0] in "מתה" and lemma[1] not in "וי":
        yield f"{lemma[0]}י{lemma[1:]}"


def verb_forms(lexicon: Lexicon, he: Mapping[str, Any]) -> dict[str, list[str]]:
    """Form → verbs, for every verb of the lexicon."""
    found: dict[str, list[str]] = {}
    for lemma, classes in lexicon.items():
        for cls in classes:
            for row in stems_of(lemma, cls, he) if cls in VERB_CLASSES else ():
                for form in _forms(row, he["verbs"]):
                    if lemma not in found.setdefault(form, []):
                        found[form].append(lemma)
    return found


def _forms(row: Mapping[str, Any], ends: Mapping[str, Any]) -> Iterable[str]:
    last, open_ = ("ה", True) if row["open"] else ("", False)
    yield from (
        f"{row['past']}{end or last}" if end != "ה" or not open_ else f"{row['past']}תה" for end in ends["past"]
    )
    yield from (row["first"] + end for end in ends["past_first"])
    yield from (row["present"] + (last if open_ and end in {"", "ת"} else end) for end in ends["present"])
    for future in row["future"]:
        for letter in ends["future_letters"]:
            yield from (_joined(letter, future) + (end or last) for end in ends["future"])
    yield from row["infinitive"]


def _joined(letter: str, stem: str) -> str:
    return stem if letter == "י" and stem.startswith("י") else letter + stem


def stems_of(lemma: str, cls: str, he: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The stems of a verb, by the pattern of its class; a verb that does not fit the pattern has none."""
    return [
        _filled(row, root)
        for row in he["stems"]
        if row[0] == cls and (root := _root(lemma, row[2], row[1])) is not None
    ]


def _root(lemma: str, past: str, open_: bool) -> list[str] | None:
    """The letters for 1, 2, 3. A root may have four letters: the middle ones go together into the second place."""
    if open_ != lemma.endswith("ה"):
        return None
    body = lemma[:-1] if open_ else lemma
    extra = len(body) - len(past)
    if extra not in {0, 1}:
        return None
    root, at = [""] * 4, 0
    for sign in past:
        if not sign.isdigit():
            if body[at : at + 1] != sign:
                return None
            at += 1
            continue
        size = 1 + extra if sign == "2" else 1
        root[int(sign)] = body[at : at + size]
        at += size
    return root if at == len(body) else None


def _filled(row: list[Any], root: list[str]) -> dict[str, Any]:
    def fill(pattern: str) -> str:
        return "".join(root[int(c)] if c.isdigit() else c for c in pattern).replace("יי", "י")

    names = ("past", "first", "present")
    return {
        "open": row[1],
        **{name: fill(row[2 + n]) for n, name in enumerate(names)},
        "future": [fill(p) for p in row[5]],
        "infinitive": [fill(p) for p in row[6]],
        "nouns": [fill(p) for p in row[7]],
    }
