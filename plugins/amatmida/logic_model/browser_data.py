"""The modules that carry the rules and the word lists to the browser; run as a module, this file writes them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from amatmida.core.model import Lang
from amatmida.logic_model.learned import LANGS as LEARNED
from amatmida.logic_model.learned import WORDS
from amatmida.logic_model.lexicon import Table, lexicon, lists, side_lists
from amatmida.logic_model.marks import mark_words
from amatmida.logic_model.rules import COLUMN_NAMES, rule_table, said

FOLDER = Path(__file__).parent.parent / "web" / "logic-model"
HEAD = "// Made from logic_model/rules.yml and logic_model/words/ by amatmida.logic_model.browser_data: edit those.\n"
LANGS: tuple[Lang, ...] = ("he", "en", "ar")


LATIN = "abcdefghijklmnopqrstuvwxyz{"
LETTERS = "".join(chr(letter) for letter in range(ord("א"), ord("ת") + 1))


def modules() -> dict[str, str]:
    """File name → text: the words of each language that is read, what was learned, what the rules say."""
    table = lexicon()
    hebrew = {name: " ".join(table[name.lower()]) for name in ("PREFIXES", "SUFFIXES")}
    return {
        "rule-sides.js": _module({"SIDES": {lang: _sides(lang) for lang in ("he", "en")}}),
        "rule-words-he.js": _module(_latin(_language("he") | hebrew)),
        "rule-words-en.js": _module(_language("en") | {"STOPS": " ".join(table["stops"])}),
        **{f"rule-text-{lang}.js": _text(lang) for lang in LANGS},
        **{f"rule-why-{lang}.js": _why(lang) for lang in LANGS},
        **{f"learned-{lang}.txt": (WORDS / f"learned.{lang}.txt").read_text(encoding="utf-8") for lang in LEARNED},
    }


def _module(parts: dict[str, Any]) -> str:
    return HEAD + "".join(f"export const {name} = {_json(part)};\n" for name, part in parts.items())


def _text(lang: Lang) -> str:
    columns = {column: names[lang] for column, names in COLUMN_NAMES.items()}
    texts: Table = {}
    for rule in rule_table().values():
        texts.setdefault(rule["severity"], {})[rule["id"]] = [said(rule, "message", lang), rule["page"]]
    return _module({"TEXT": texts, "COLUMNS": columns})


def _why(lang: Lang) -> str:
    whys = {r["id"]: [said(r, "why", lang), said(r, "mend", lang)] for r in rule_table().values()}
    return _module({"WHY": whys})


def _sides(lang: str) -> Table:
    return {category: ",".join(phrases) for category, phrases in side_lists(lang).items()}


def _latin(parts: Table) -> Table:
    """Hebrew letters as a to {, which the browser turns back: half the bytes, and a sixth less when zipped."""
    turn = str.maketrans(LETTERS, LATIN)
    return {name: _turned(part, turn) for name, part in parts.items()}


def _turned(part: Any, turn: dict[int, int]) -> Any:
    if isinstance(part, dict):
        return {key: _turned(value, turn) for key, value in part.items()}
    if isinstance(part, list):
        return [_turned(value, turn) for value in part]
    return part.translate(turn)


def _language(lang: str) -> Table:
    """CODES; WORDS, EXACT and PHRASES by code, each after the length it shares with the one before; MARKS."""
    entries = lists(lang)
    return {
        "CODES": "".join(entries),
        "WORDS": [_shared(entry["words"]) for entry in entries.values()],
        "EXACT": [_shared(entry["exact"]) for entry in entries.values()],
        "PHRASES": [_shared(entry["phrases"]) for entry in entries.values()],
        "MARKS": mark_words(lang),
    }


def _shared(words: list[str]) -> str:
    """Sorted words without the letters each shares with the one before, which a digit counts: "0cat3s1up"."""
    ordered = sorted(words)
    pairs = zip(ordered, ["", *ordered], strict=False)
    return "".join(f"{n}{word[n:]}" for word, before in pairs for n in [_same(word, before)])


def _same(one: str, other: str) -> int:
    """How many first letters are the same; at most nine."""
    return next((n for n in range(9) if one[n : n + 1] != other[n : n + 1] or n >= len(other)), 9)


def _json(part: Any) -> str:
    return json.dumps(part, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    for name, text in modules().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
