"""Forms made from the lexicon: other spellings, and the forms of verbs. web/search/forms.js does the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

Lexicon = Mapping[str, str]
"""Folded lemma → letters of its classes (data/lexicon.he.txt names them)."""
RARE = "-"
ACTION = "-"
PARTICIPLE = "T"
"""Marks among the classes: of an action noun that no list has, and of a noun that is a participle."""
VERB_CLASSES = "qnphtri"


def spellings(lexicon: Lexicon, he: Mapping[str, Any]) -> dict[str, list[str]]:
    """Another spelling → lemmas: a ו or י that may be left out, double ו as one, or a י after the first letter.

    And the plurals that lose a ו: טופס, טפסים.
    """
    found: dict[str, list[str]] = {}
    for lemma, classes in lexicon.items():
        if len(lemma) < 4 or set(classes) <= set(VERB_CLASSES + "x"):
            continue
        plurals = [lemma[0] + lemma[2:] + end for end in he["plural"]] if "s" in classes else []
        for spelling in [*_spellings(lemma), *plurals]:
            if spelling not in lexicon and lemma not in found.setdefault(spelling, []):
                found[spelling].append(lemma)
    return found


def _spellings(lemma: str) -> Iterable[str]:
    short = list(_shorter(lemma))
    yield from short
    if len(lemma) > 5:
        yield from (shorter for one in short for shorter in _shorter(one))
    # מיכרז, קיצבה, שיחזור
    begins = lemma[0] in "מתה" or lemma[-1] == "ה" or (len(lemma) == 5 and lemma[3] == "ו")
    if begins and not {lemma[0], lemma[1]} & {"ו", "י"}:
        yield f"{lemma[0]}י{lemma[1:]}"
    # דוגמה, דוגמא; נישואים, נישואין
    for end, other in ("ה", "א"), ("א", "ה"), ("ימ", "ינ"):
        if lemma.endswith(end):
            yield lemma.removesuffix(end) + other


def _shorter(lemma: str) -> Iterable[str]:
    return (lemma[:n] + lemma[n + 1 :] for n in range(1, len(lemma) - 2) if _is_optional(lemma, n))


def _is_optional(lemma: str, n: int) -> bool:
    """Only a short vowel was ever written without its letter: תוכנית, ניסיון, but not מידע, תקופה, חוברת, דיון."""
    before, letter, after, rest = lemma[n - 1], lemma[n], lemma[n + 1], len(lemma) - n
    if letter == "ו":
        return after == "ו" or (
            before != "ו" and rest > 3 and (rest > 4 or lemma[-1] != "ת") and lemma[n + 2] not in "וי"
        )
    return letter == "י" and rest > 3 and not {before, after} & {"ו", "י"}


def with_verbal_nouns(lexicon: Lexicon, he: Mapping[str, Any]) -> dict[str, str]:
    """The lexicon with the action nouns of its verbs, by the first pattern of a row; and its nouns that are participles
    (מנתח), which have a woman's form too (מנתחת).
    """
    found = dict(lexicon)
    rows = (row for lemma, classes in lexicon.items() for cls in classes for row in stems_of(lemma, cls, he))
    for row in rows:
        for noun in row["nouns"][:1]:
            if noun[0] not in VERB_CLASSES:
                found.setdefault(noun, ("f" if noun[-1] in "הת" else "m") + ACTION)
        for present in row["present"]:
            if "m" in found.get(present, "") and PARTICIPLE not in found[present]:
                found[present] += PARTICIPLE
    return found


def verb_forms(lexicon: Lexicon, he: Mapping[str, Any]) -> dict[str, list[str]]:
    """Form → verbs, for every verb of the lexicon; a verb after RARE where the form is one of the rarer ones."""
    found: dict[str, list[str]] = {}
    for lemma, classes in lexicon.items():
        for cls in classes:
            for row in stems_of(lemma, cls, he) if cls in VERB_CLASSES else ():
                for mark, forms in ("", _common(row, he["verbs"])), (RARE, _rare(row, he["verbs"])):
                    for form in forms:
                        if mark + lemma not in found.setdefault(form, []):
                            found[form].append(mark + lemma)
    return found


def _common(row: Mapping[str, Any], ends: Mapping[str, Any]) -> Iterable[str]:
    """The third person of the past, the present, the infinitive."""
    last = "ה" if row["open"] else ""
    if row["past"]:
        yield from (row["past"] + (end or last) for end in ends["past"])
    for present in row["present"]:
        yield from (present + (last if last and end in {"", "ת"} else end) for end in ends["present"])
    yield from row["infinitive"]


def _rare(row: Mapping[str, Any], ends: Mapping[str, Any]) -> Iterable[str]:
    """Other persons, the future, the imperative, an infinitive with its object, and the passive."""
    last = "ה" if row["open"] else ""
    yield from ([row["past"] + ("תה" if last else ends["she"])] if row["past"] else [])
    yield from (present + ends["she"] for present in row["present"])
    if row["first"]:
        yield from (row["first"] + end for end in ends["past_first"])
    for future in row["future"]:
        yield from (
            _joined(letter, future) + (end or last) for letter in ends["future_letters"] for end in ends["future"]
        )
        yield f"{future}ו"
    yield from (infinitive + end for infinitive in row["infinitive"] for end in ends["object"])
    if row["passive"]:
        yield from _common(row["passive"], ends)
        yield from _rare(row["passive"], ends)


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
        text = "".join(root[int(c)] if c.isdigit() else c for c in pattern)
        return re.sub("ווו+", "וו", text.replace("יי", "י"))

    def stems(past: str, first: str, *lists: list[str]) -> dict[str, Any]:
        present, future, infinitive, nouns = ([fill(p) for p in patterns] for patterns in lists)
        made = {"open": row[1], "past": fill(past), "first": fill(first), "present": present, "future": future}
        return {**made, "infinitive": infinitive, "nouns": nouns, "passive": None}

    made = stems(*row[2:8])
    if len(row) > 8:
        past, present, future = row[8]
        made["passive"] = stems(past, past and past + ("י" if row[1] else ""), present, future, [], [])
    return made
