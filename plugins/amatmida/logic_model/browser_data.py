"""The modules that carry the rules and the word lists to the browser; run as a module, this file writes them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from amatmida.core.model import Lang
from amatmida.logic_model.lexicon import Table, lexicon, lists
from amatmida.logic_model.rules import COLUMN_NAMES, rule_table, said

FOLDER = Path(__file__).parent.parent / "web" / "logic-model"
HEAD = "// Made from logic_model/rules.yml and logic_model/words/ by amatmida.logic_model.browser_data: edit those.\n"
LANGS: tuple[Lang, ...] = ("he", "en", "ar")


LATIN = "abcdefghijklmnopqrstuv"
LETTERS = "אבגדהוזחטיכלמנסעפצקרשת"


def modules() -> dict[str, str]:
    """File name → text: the rules; the words of each language that is read; what the rules say in each language."""
    table = lexicon()
    rules = [{k: r[k] for k in ("id", "severity", "misconception", "page")} for r in rule_table().values()]
    hebrew = {name: _latin(table[name.lower()]) for name in ("PREFIXES", "SUFFIXES")}
    return {
        "rule-data.js": _module({"RULES": rules}),
        "rule-words-he.js": _module({"WORDS": _latin(_language("he"))} | hebrew | {"LETTERS": LETTERS}),
        "rule-words-en.js": _module({"WORDS": _language("en"), "STOPS": table["stops"]}),
        **{f"rule-text-{lang}.js": _text(lang) for lang in LANGS},
        **{f"rule-why-{lang}.js": _why(lang) for lang in LANGS},
    }


def _module(parts: dict[str, Any]) -> str:
    return HEAD + "".join(f"export const {name} = {_json(part)};\n" for name, part in parts.items())


def _text(lang: Lang) -> str:
    columns = {column: names[lang] for column, names in COLUMN_NAMES.items()}
    return _module({"TEXT": {r["id"]: said(r, "message", lang) for r in rule_table().values()}, "COLUMNS": columns})


def _why(lang: Lang) -> str:
    return _module({"WHY": {r["id"]: [said(r, part, lang) for part in ("why", "mend")] for r in rule_table().values()}})


def _latin(part: Any) -> Any:
    """Hebrew letters as a to v, which the browser turns back: half the bytes, and a sixth less when zipped."""
    text = _json(part)
    assert not set(text) & set(LATIN), "a word list has Latin letters"
    return json.loads(text.translate(str.maketrans(LETTERS, LATIN)))


def _language(lang: str) -> Table:
    """{code: ["word word …", "exact exact …", "phrase|phrase …"]}, each in order, which zips better."""
    return {
        code: [" ".join(sorted(entry["words"])), " ".join(sorted(entry["exact"])), "|".join(sorted(entry["phrases"]))]
        for code, entry in lists(lang).items()
    }


def _json(part: Any) -> str:
    return json.dumps(part, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    for name, text in modules().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
