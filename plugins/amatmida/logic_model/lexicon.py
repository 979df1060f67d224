"""The word lists as the rules look them up: forms and stems to categories. The browser gets the same tables as JSON."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from amatmida.logic_model.endings import ENGLISH_STOPS, HEBREW_PREFIXES, HEBREW_SUFFIXES

WORDS = Path(__file__).parent / "words"
CODES = {
    "nothing": "-",
    "number": "N",
    "count": "C",
    "rate": "R",
    "duration": "W",
    "unit": "U",
    "person": "P",
    "participant": "J",
    "staff": "S",
    "worker": "Z",
    "act": "A",
    "done": "D",
    "take": "T",
    "moved": "M",
    "change": "H",
    "state": "L",
    "live": "V",
    "service": "Q",
    "satisfied": "F",
    "resource": "X",
    "buzz": "B",
    "beyond": "Y",
    "voice": "O",
    "broad": "I",
    "nation": "!",
}
"""Category → the letter that stands for it in the tables."""
SIDES = ("leaver", "joined", "equity", "balancing")
"""Categories that only indicators are asked about; they are no part of a card's reading."""
_SUFFIX_SET = frozenset(HEBREW_SUFFIXES)
LONGEST_SUFFIX = max(map(len, HEBREW_SUFFIXES))
Table = dict[str, Any]


def hebrew_key(word: str) -> str:
    """A Hebrew word without what spelling varies: final forms, doubled vav and yod."""
    folded = word.translate(str.maketrans("ךםןףץ", "כמנפצ"))
    return folded.replace("וו", "ו").replace("יי", "י")


def english_stem(word: str) -> str:
    """A crude stem: endings -s, -ed, -ing and a last e taken off, the same way for word lists and texts."""
    stem = word.removesuffix("'s")
    if len(stem) > 4 and stem.endswith(("ies", "ied")):
        return stem[:-3] + "y"
    if len(stem) > 3 and stem.endswith("s") and not stem.endswith(("ss", "us", "is")):
        stem = stem[:-1]
    cut = 3 if len(stem) > 5 and stem.endswith("ing") else 2 if len(stem) > 4 and stem.endswith("ed") else 0
    stem = stem[: len(stem) - cut]
    if cut and len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "ls":
        stem = stem[:-1]
    return stem[:-1] if len(stem) > 3 and stem.endswith("e") else stem


def english_plain(word: str) -> str:
    """A word of a phrase: without a plural or third-person -s and a last e. "coach" and "coaching" stay apart."""
    plain = word.removesuffix("'s")
    if len(plain) > 4 and plain.endswith("ies"):
        return plain[:-3] + "y"
    if len(plain) > 3 and plain.endswith("s") and not plain.endswith(("ss", "us", "is")):
        plain = plain[:-1]
    return plain[:-1] if len(plain) > 3 and plain.endswith("e") else plain


def hebrew_forms(key: str) -> list[str]:
    """The key, then the key without each ending it may carry; at least three letters stay."""
    most = min(LONGEST_SUFFIX, len(key) - 3)
    return [key, *(key[:-size] for size in range(most, 0, -1) if key[-size:] in _SUFFIX_SET)]


def lemma_keys(key: str) -> list[str]:
    """What a Hebrew dictionary form is filed under: itself, and itself without a feminine or abstract ending."""
    ends = (end for end in ("יה", "ית", "ות", "ה", "ת") if key.endswith(end) and len(key) - len(end) >= 3)
    bare = next((key[: -len(end)] for end in ends), None)
    return [key] if bare is None else [key, bare]


_PARTICIPLE = re.compile("^מ.{1,2}י.$")


def hebrew_keys(word: str, code: str) -> list[str]:
    """`lemma_keys`; for a verb in מ also its past (מרגיש, הרגיש), and for a deed its noun (מפעיל, הפעלה)."""
    keys = lemma_keys(word)
    if code in "AV" and _PARTICIPLE.match(word):
        past = "ה" + word[1:]
        keys += [past, past[:-2] + past[-1]] if code == "A" else [past]
    return keys


def _add(table: Table, key: str, code: str) -> None:
    if code not in table.get(key, ""):
        table[key] = table.get(key, "") + code


def raw_words(lang: str) -> Table:
    """A language's file of words."""
    raw: Table = yaml.safe_load((WORDS / f"{lang}.yml").read_text(encoding="utf-8"))
    return raw


@cache
def lists(lang: str) -> dict[str, dict[str, list[str]]]:
    """Code → {words, exact, phrases} as folded text; a word with a hyphen is a phrase. What the browser gets."""
    return {CODES[category]: _entry(entry, lang) for category, entry in raw_words(lang).items() if category in CODES}


@cache
def side_lists(lang: str) -> dict[str, list[str]]:
    """Category of SIDES → its folded words and phrases. What the browser gets."""
    return {category: _side(raw_words(lang)[category], lang) for category in SIDES}


def _side(entry: Table, lang: str) -> list[str]:
    singles = " ".join(entry.get(part) or "" for part in ("words", "exact")).split()
    fold = phrase_key if lang == "he" else english_plain
    both = [*singles, *(entry.get("phrases") or ())]
    return sorted({" ".join(fold(w) for w in phrase.split()) for phrase in both})


def _entry(entry: Table, lang: str) -> dict[str, list[str]]:
    words = (entry.get("words") or "").split()
    exact = (entry.get("exact") or "").split()
    phrases = [*(entry.get("phrases") or ()), *(w.replace("-", " ") for w in (*words, *exact) if "-" in w)]
    fold = hebrew_key if lang == "he" else str
    stem = hebrew_key if lang == "he" else english_stem
    part = phrase_key if lang == "he" else english_plain
    return {
        "words": list(dict.fromkeys(stem(w) for w in words if "-" not in w)),
        "exact": list(dict.fromkeys(fold(w) for w in exact if "-" not in w)),
        "phrases": list(dict.fromkeys(" ".join(part(w) for w in phrase.split()) for phrase in phrases)),
    }


def compile_words(lang: str) -> Table:
    """{words: {key: codes}, exact: {form: codes}, phrases: {first key: [[keys…], codes]}, loose} of one language."""
    table: Table = {"words": {}, "exact": {}, "phrases": {}, "loose": {}}
    joined: Table = {}
    for code, entry in lists(lang).items():
        for word in entry["words"]:
            for key in hebrew_keys(word, code) if lang == "he" else [word]:
                _add(table["words"], key, code)
        for form in entry["exact"]:
            _add(table["exact"], form, code)
        for phrase in entry["phrases"]:
            _add(joined, phrase, code)
    for phrase in sorted(joined):
        first, *rest = phrase.split()
        table["phrases"].setdefault(first, []).append([rest, joined[phrase]])
    return table


def phrase_key(part: str) -> str:
    """One Hebrew word of a phrase: its shortest common form."""
    return lemma_keys(hebrew_key(part))[-1] if len(part) > 3 else hebrew_key(part)


@cache
def lexicon() -> Table:
    """{he: …, en: …, prefixes, suffixes, stops}: everything the text rules look up."""
    table: Table = {lang: compile_words(lang) for lang in ("he", "en")}
    part = table["he"]
    for key in sorted(part["words"]):
        bare = loose(key)
        if len(bare) >= 4:
            part["loose"].setdefault(bare, part["words"][key])
    return table | {
        "prefixes": HEBREW_PREFIXES,
        "suffixes": HEBREW_SUFFIXES,
        "stops": sorted(ENGLISH_STOPS),
    }


def loose(key: str) -> str:
    """A Hebrew key without the vowel letters inside it: full and defective spelling meet."""
    return key[:1] + key[1:].replace("ו", "").replace("י", "")
