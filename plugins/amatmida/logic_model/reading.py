"""A card's text as the rules read it: tokens with categories. web/logic-model/reading.js does the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from amatmida.logic_model.lexicon import Table, english_plain, english_stem, hebrew_forms, hebrew_key, lexicon, loose

_NIQQUD = re.compile(r"[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_TOKEN = re.compile(
    r"[א-ת]+(?:[\"'][א-ת]+)*'?|[a-z]+(?:'[a-z]+)?|[0-9]+(?:[.,:/][0-9]+)*|[%₪$€£;,.:()\n•–—+]",
)
_FOLD = {ord(a): b for a, b in zip("״“”׳’‘\u05be-", "\"\"\"'''  ", strict=True)}
_FOLD |= {ord(c): c.lower() for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
SIDE = "O"
"""The category that says something beside what a card is: whose voice it is."""
MAIN = "UPSADTMHLVQFXBI"
"""Categories that can be a phrase's head."""
SEPARATORS = frozenset(";,.:()\n•–—+")


Parsed = tuple[str, bool, bool, tuple[str, ...]]
"""A word's codes, whether ו joins it, whether it is a first-person future, and every form it may stand for."""


@dataclass
class Token:
    """One word or phrase."""

    word: str
    codes: str = ""
    """Category letters."""
    joined: bool = False
    """It carries an "and"."""
    future: bool = False
    """A Hebrew verb in the first person plural: we will …"""


def is_any(codes: str, letters: str) -> bool:
    """Any of the letters is among the codes."""
    return any(letter in codes for letter in letters)


def script(text: str) -> str:
    """he, ar, en or "" by which letters there are most of."""
    counts = {
        "he": len(re.findall(r"[א-ת]", text)),
        "ar": len(re.findall(r"[\u0621-\u064a]", text)),
        "en": len(re.findall(r"[A-Za-z]", text)),
    }
    best = max(counts, key=lambda lang: counts[lang])
    return best if counts[best] else ""


def words_of(text: str) -> list[str]:
    """Folded words, numbers and separators, in order."""
    return _TOKEN.findall(_NIQQUD.sub("", text).translate(_FOLD))


@lru_cache(maxsize=4096)
def _hebrew(word: str) -> Parsed:
    table, key = lexicon()["he"], hebrew_key(word)
    forms: list[str] = []
    found: tuple[str, bool] | None = None
    for prefix in lexicon()["prefixes"]:
        rest = key[len(prefix) :]
        if not key.startswith(prefix) or len(rest) < 2:
            continue
        own = hebrew_forms(rest)
        forms += own
        codes = _codes(table, rest, own)
        if codes and found is None:
            found = codes, prefix.startswith("ו")
    if found:
        return found[0], found[1], False, tuple(forms)
    return *(_future(key, table) or _loose(key, table)), tuple(forms)


def _codes(table: Table, exact: str, forms: list[str]) -> str:
    """A form as written wins; when it only says whose voice or who left, what its stem says is added."""
    written = str(table["exact"].get(exact, ""))
    if written and not all(c in SIDE for c in written):
        return written
    return written + next((table["words"][f] for f in forms if f in table["words"]), "")


def _future(key: str, table: Table) -> tuple[str, bool, bool] | None:
    for start in ("", "ו", "ש"):
        rest = key[len(start) :]
        if key.startswith(start) and rest[:1] in ("י", "ת", "נ") and len(rest) >= 4:
            stems = [*hebrew_forms(rest[1:]), *hebrew_forms("ה" + rest[1:])]
            codes = next((table["words"][f] for f in stems if f in table["words"]), "")
            if is_any(codes, "VMAT" if rest[0] == "נ" else "VMATD"):
                return codes, start == "ו", rest[0] == "נ"
    return None


def _loose(key: str, table: Table) -> tuple[str, bool, bool]:
    for prefix in lexicon()["prefixes"][:8]:
        rest = key[len(prefix) :]
        if key.startswith(prefix) and len(rest) >= 4:
            for form in hebrew_forms(rest):
                codes = table["loose"].get(loose(form), "") if len(form) >= 4 else ""
                if codes:
                    return codes, prefix == "ו", False
    return "", key.startswith("ו"), False


def _english(word: str) -> Parsed:
    plain = word.removesuffix("'s")
    stem = english_stem(plain)
    forms = (english_plain(plain),) if plain.endswith("ing") else (english_plain(plain), stem)
    return _codes(lexicon()["en"], plain, [stem]), False, False, forms


def phrase_at(parsed: list[Parsed], at: int, table: Table) -> tuple[int, str]:
    """Length and codes of the longest phrase that starts here, or 0."""
    best, codes = 0, ""
    for form in parsed[at][3]:
        for rest, found in table["phrases"].get(form, ()):
            length = len(rest) + 1
            if length > best and at + length <= len(parsed) and _follows(parsed, at + 1, rest):
                best, codes = length, found
    return best, codes


def _follows(parsed: list[Parsed], at: int, rest: list[str]) -> bool:
    return all(part in parsed[at + i][3] for i, part in enumerate(rest))


def read(text: str) -> tuple[str, list[Token]]:
    """The text's script and its tokens; Arabic and unknown scripts give none."""
    lang = script(text)
    if lang not in ("he", "en"):
        return lang, []
    words, parsed = parsed_words(text, lang)
    table = lexicon()[lang]
    tokens: list[Token] = []
    at, joined = 0, False
    while at < len(words):
        length, codes = phrase_at(parsed, at, table)
        size = max(length, 1)
        word = " ".join(words[at : at + size])
        joined = joined or parsed[at][1] or (lang == "he" and word.startswith("ו") and length > 1)
        tokens.append(Token(word, codes if length else parsed[at][0], joined, parsed[at][2] and not length))
        joined = word in ("and", "וגם", "&")
        at += size
    return lang, _resolved(tokens)


def parsed_words(text: str, lang: str) -> tuple[list[str], list[Parsed]]:
    """A text's words, and what each may be."""
    words = words_of(text)
    return words, [_parse(word, lang) for word in words]


def _parse(word: str, lang: str) -> Parsed:
    if word[0].isdigit():
        return "N", False, False, ()
    if word in SEPARATORS:
        return "", False, False, ()
    if word == "%":
        return "R", False, False, ()
    if word in "₪$€£":
        return "X", False, False, ()
    return (_hebrew(word) if "א" <= word[0] <= "ת" else _english(word)) if word else ("", False, False, ())


def _resolved(tokens: list[Token]) -> list[Token]:
    """Words for people or for what they do depend on who was named before; durations are no counts."""
    people = False
    for index, token in enumerate(tokens):
        if "J" in token.codes:
            token.codes = "T" if people else "P"
        if "Z" in token.codes:
            token.codes = "V" if people else "S"
        if "P" in token.codes and is_any(token.codes, "VX"):
            own = people if "V" in token.codes else "יי" not in token.word
            token.codes = ("V" if "V" in token.codes else "X") if own else "P"
        people = people or "P" in token.codes
        if token.codes == "N" and _is_duration(tokens, index):
            token.codes = "W"
    return tokens


def _is_duration(tokens: list[Token], index: int) -> bool:
    around = [tokens[i].codes for i in (index - 1, index + 1) if 0 <= i < len(tokens)]
    return any("W" in codes for codes in around)
