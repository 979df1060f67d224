"""All rules of a logic model: what they find, and how they explain it. web/logic-model/rules.js does the same."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from amatmida.logic_model.indicator_rules import check_indicators
from amatmida.logic_model.link_rules import check_links
from amatmida.logic_model.text_rules import Finding, check_node

TABLE = Path(__file__).parent / "rules.yml"
Flat = dict[str, Any]
Row = dict[str, Any]


@cache
def rule_table() -> dict[str, Row]:
    """Rule id → {id, severity, message, why, mend, misconception, page}; "" where a rule has none."""
    rows: list[Row] = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return {row["id"]: {"misconception": "", "mend": {}} | row for row in rows}


def evaluate(model: Flat) -> list[Row]:
    """Every finding on a flat model: {rule, severity, at, argued, …params}."""
    findings: list[Finding] = []
    for node in model["nodes"]:
        findings += check_node(node["id"], node["kind"], node["text"])
    findings += check_links(model)
    findings += check_indicators(model)
    argued = {(a["rule"], *a["at"]): a["because"] for a in model["argued"]}
    return [_row(found, argued) for found in findings]


def _row(found: Finding, argued: dict[tuple[str, ...], str]) -> Row:
    rule = rule_table()[found.rule]
    because = argued.get((found.rule, *found.at)) or argued.get((found.rule,)) or ""
    severity = found.severity or rule["severity"]
    return {"rule": found.rule, "severity": severity, "at": list(found.at), "argued": because, **found.params}


COLUMN_NAMES: dict[str, dict[str, str]] = {
    "input": {"he": "תשומות", "en": "inputs", "ar": "مُدخَلات"},
    "activity": {"he": "פעילויות", "en": "activities", "ar": "أنشطة"},
    "output": {"he": "תפוקות", "en": "outputs", "ar": "مُخرَجات"},
    "outcome": {"he": "תוצאות", "en": "outcomes", "ar": "نتائج"},
}


def said(rule: Row, part: str, lang: str) -> str:
    """One of a rule's texts in the reader's language; Hebrew where there is no translation."""
    return str(rule[part].get(lang) or rule[part].get("he", ""))


def explain(found: Row, lang: str) -> dict[str, str]:
    """{message, why, mend, misconception, page} of one finding, in words for a reader of `lang`."""
    rule = rule_table()[found["rule"]]
    message = said(rule, "message", lang)
    for name, value in found.items():
        word = COLUMN_NAMES[value][lang] if name == "missing" else str(value)
        message = message.replace("{" + name + "}", word)
    texts = {"message": message, "why": said(rule, "why", lang), "mend": said(rule, "mend", lang)}
    return {**texts, "misconception": rule["misconception"], "page": rule["page"]}
