"""Problems → text for people, JSON, GitHub annotations, SARIF 2.1.0."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from amatmida import __version__
from amatmida.core.problem import Problem, both_languages, problem_texts

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def text(problems: Sequence[Problem]) -> str:
    """path:line: CODE message → fix, each in both languages."""
    lines = [line for found in problems for line in both_languages(found)]
    closing = f"{len(problems)} problems / {len(problems)} בעיות" if problems else "No problems. / אין בעיות."
    return "\n".join([*lines, closing]) + "\n"


def as_json(problems: Sequence[Problem]) -> str:
    """One list of objects."""
    rows = [
        {
            "path": p.path,
            "line": p.line,
            "code": p.code,
            "message": {"he": p.message("he"), "en": p.message("en")},
            "fix": {"he": p.fix("he"), "en": p.fix("en")},
        }
        for p in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _escaped(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def github(problems: Sequence[Problem]) -> str:
    """Workflow commands that GitHub shows on the changed lines."""
    rows = [
        f"::error file={_escaped(p.path)},line={p.line},title={p.code}::"
        + _escaped(f"{p.message('en')} {p.fix('en')}\n{p.message('he')} {p.fix('he')}")
        for p in problems
    ]
    return "".join(f"{row}\n" for row in rows)


def sarif(problems: Sequence[Problem]) -> str:
    """SARIF 2.1.0, for code-scanning tools."""
    rules = [
        {
            "id": code,
            "shortDescription": {"text": problem_texts()[code]["en"]},
            "help": {"text": problem_texts()[code]["fix_en"]},
        }
        for code in sorted({p.code for p in problems})
    ]
    results = [
        {
            "ruleId": p.code,
            "level": "error",
            "message": {"text": f"{p.message('en')} {p.fix('en')} / {p.message('he')} {p.fix('he')}"},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": p.path}, "region": {"startLine": p.line}}}],
        }
        for p in problems
    ]
    driver = {"name": "amat", "version": __version__, "rules": rules}
    log = {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": results}]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": text,
    "json": as_json,
    "github": github,
    "sarif": sarif,
}
