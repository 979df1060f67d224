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


def modules() -> dict[str, str]:
    """File name → text: the word lists and, for each language, the words of the rules."""
    return {"rule-data.js": _data()} | {f"rule-text.{lang}.js": _text(lang) for lang in LANGS}


def _data() -> str:
    table = lexicon()
    rules = [{k: r[k] for k in ("id", "severity", "misconception", "page")} for r in rule_table().values()]
    parts = {
        "RULES": rules,
        "HEBREW": _language("he"),
        "ENGLISH": _language("en"),
        "PREFIXES": table["prefixes"],
        "SUFFIXES": table["suffixes"],
        "STOPS": table["stops"],
    }
    return HEAD + "".join(f"export const {name} = {_json(part)};\n" for name, part in parts.items())


def _text(lang: Lang) -> str:
    rules = {
        rule["id"]: [said(rule, part, lang) for part in ("message", "why", "mend")] for rule in rule_table().values()
    }
    columns = {column: names[lang] for column, names in COLUMN_NAMES.items()}
    return f"{HEAD}export const TEXT = {_json(rules)};\nexport const COLUMNS = {_json(columns)};\n"


def _language(lang: str) -> Table:
    """{code: ["word word …", "exact exact …", "phrase|phrase …"]}"""
    return {
        code: [" ".join(entry["words"]), " ".join(entry["exact"]), "|".join(entry["phrases"])]
        for code, entry in lists(lang).items()
    }


def _json(part: Any) -> str:
    return json.dumps(part, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    for name, text in modules().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
