"""The module that carries the rule table and the word lists to the browser. `python -m amatmida.logic_model.browser_data` writes it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from amatmida.logic_model.lexicon import Table, lexicon
from amatmida.logic_model.rules import COLUMN_NAMES, rule_table

MODULE = Path(__file__).parent.parent / "web" / "logic-model" / "rule-data.js"
HEAD = "// Made from logic_model/rules.yml and logic_model/words/ by amatmida.logic_model.browser_data: edit those.\n"


def module_text() -> str:
    """rule-data.js, the same bytes for the same tables."""
    table = lexicon()
    parts = {
        "RULES": list(rule_table().values()),
        "COLUMN_NAMES": COLUMN_NAMES,
        "HEBREW": _language(table["he"]),
        "ENGLISH": _language(table["en"]),
        "PREFIXES": table["prefixes"],
        "SUFFIXES": table["suffixes"],
        "STOPS": table["stops"],
    }
    return HEAD + "".join(f"export const {name} = {_json(part)};\n" for name, part in parts.items())


def _language(table: Table) -> Table:
    """{words: {codes: "key key …"}, exact: …, phrases: {first key: [["rest of keys", codes], …]}}"""
    phrases = {first: [[" ".join(rest), codes] for rest, codes in rows] for first, rows in table["phrases"].items()}
    return {"words": _by_codes(table["words"]), "exact": _by_codes(table["exact"]), "phrases": phrases}


def _by_codes(table: Table) -> dict[str, str]:
    groups: dict[str, list[str]] = {}
    for key, codes in table.items():
        groups.setdefault(codes, []).append(key)
    return {codes: " ".join(keys) for codes, keys in groups.items()}


def _json(part: Any) -> str:
    return json.dumps(part, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    MODULE.write_text(module_text(), encoding="utf-8")
