"""The word lists as the rules look them up: forms and stems to categories. The browser gets the same tables as JSON."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

WORDS = Path(__file__).parent / "words"
CODES = {
    "nothing": "-",
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
    "leaver": "E",
    "equity": "K",
    "balancing": "G",
}
"""Category → the letter that stands for it in the tables."""
HEBREW_SUFFIXES = (
    "יותיהמ יותיהנ יותינו ויותיה ויותיו ויותיהמ ויותיהנ ותיהמ ותיהנ ותינו יותיו יותיה ותיו ותיה "
    "ויות יהמ יהנ ינו יות ותי ותמ ותנ ית ימ ינ ות תו תה תמ תנ יו יה נו תי תנ ה ת י ו מ נ"
).split()
HEBREW_PREFIXES = (
    " ה ו ב ל מ ש כ וה וב ול ומ וש וכ שה שב של שמ כש מה בה לה מש ושה ושב ושל ושמ כשה שבה שלה וכש ומה"
).split(" ")
ENGLISH_STOPS = frozenset(
    "of for to in with by who that at from about among on as and or which through into within after before during per "
    "the a an is are was were be been their they".split()
)
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


def hebrew_forms(key: str) -> list[str]:
    """The key, then the key without each ending it may carry; at least three letters stay."""
    return [key, *(key[: -len(end)] for end in HEBREW_SUFFIXES if key.endswith(end) and len(key) - len(end) >= 3)]


def lemma_keys(word: str, lang: str) -> list[str]:
    """What a dictionary form is filed under."""
    if lang == "en":
        return [english_stem(word)]
    key = hebrew_key(word)
    ends = (end for end in ("יה", "ית", "ות", "ה", "ת") if key.endswith(end) and len(key) - len(end) >= 3)
    bare = next((key[: -len(end)] for end in ends), None)
    return [key] if bare is None else [key, bare]


def _add(table: Table, key: str, code: str) -> None:
    if code not in table.get(key, ""):
        table[key] = table.get(key, "") + code


def compile_words(lists: Table, lang: str) -> Table:
    """{words: {key: codes}, exact: {form: codes}, phrases: {first key: [[keys…], codes]}} of one language's lists."""
    words: Table = {}
    exact: Table = {}
    phrases: Table = {}
    for category, entry in lists.items():
        code = CODES[category]
        singles = [str(w) for w in (entry.get("words") or "").split()] if isinstance(entry.get("words"), str) else []
        for word in singles:
            if "-" in word:
                _phrase(phrases, word.split("-"), code, lang)
                continue
            for key in lemma_keys(word, lang):
                _add(words, key, code)
        for form in (entry.get("exact") or "").split():
            if "-" in form:
                _phrase(phrases, form.split("-"), code, lang)
            else:
                _add(exact, hebrew_key(form) if lang == "he" else form, code)
        for phrase in entry.get("phrases") or []:
            _phrase(phrases, phrase.split(), code, lang)
    return {"words": words, "exact": exact, "phrases": phrases, "loose": {}}


def _phrase(phrases: Table, parts: list[str], code: str, lang: str) -> None:
    keys = [english_stem(p) if lang == "en" else phrase_key(p) for p in parts]
    rows = phrases.setdefault(keys[0], [])
    for row in rows:
        if row[0] == keys[1:]:
            row[1] = row[1] if code in row[1] else row[1] + code
            return
    rows.append([keys[1:], code])
    rows.sort(key=lambda row: -len(row[0]))


def phrase_key(part: str) -> str:
    """One Hebrew word of a phrase: its shortest common form."""
    return lemma_keys(part, "he")[-1] if len(part) > 3 else hebrew_key(part)


@cache
def lexicon() -> Table:
    """{he: …, en: …, prefixes, suffixes, stops}: everything the text rules look up."""
    table: Table = {
        lang: compile_words(yaml.safe_load((WORDS / f"{lang}.yml").read_text(encoding="utf-8")), lang)
        for lang in ("he", "en")
    }
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
