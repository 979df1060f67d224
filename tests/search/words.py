"""Sets of words for the search, and the two analysers side by side."""

from __future__ import annotations

import json
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from amatmida.search.analysis import Analyser
from amatmida.search.folding import words
from amatmida.search.lexicon import general
from amatmida.search.rules import table
from browser import node
from support import ROOT

DATA = ROOT / "tests/data/search"
WEB = ROOT / "plugins/amatmida/web/search"
IN_NODE = """
import { Analyser } from %s;
import { words } from %s;
let text = ''; for await (const part of process.stdin) text += part;
const { rules, lexicon, lines } = JSON.parse(text);
const analyser = new Analyser(rules, new Map(Object.entries(lexicon)));
process.stdout.write(JSON.stringify(lines.map((line) => words(line).map((word) => [word, analyser.keys(word)]))));
"""


@cache
def analyser() -> Analyser:
    return Analyser(table(), general())


def in_python(lines: list[str]) -> list[list[Any]]:
    return [[[word, list(analyser().keys(word))] for word in words(line)] for line in lines]


def in_browser(lines: list[str]) -> list[list[Any]]:
    script = IN_NODE % tuple(json.dumps((WEB / name).as_uri()) for name in ("analysis.js", "folding.js"))
    data = json.dumps({"rules": table(), "lexicon": general(), "lines": lines})
    command = [node(), "--input-type=module", "-e", script]
    done = subprocess.run(command, input=data.encode(), capture_output=True, check=True)
    answer: list[list[Any]] = json.loads(done.stdout)
    return answer


def rows(name: str) -> Any:
    return yaml.safe_load((DATA / f"{name}.yml").read_text(encoding="utf-8"))


def meets(query: str, text: str) -> bool:
    """True when every word of the query has a key in common with the text."""
    there = {key for word in words(text) for key in analyser().keys(word)}
    return all(not there.isdisjoint(asked(word)) for word in words(query))


def asked(word: str) -> set[str]:
    """The keys a query asks for (web/search/query.js `asked`, for a word that is on the site as it is typed)."""
    keys = analyser().asked(word)
    known = analyser().readings(word) or word in table()["he"]["exceptions"]
    return {*keys[:4], f"{word}0"} if known else {keys[0]}


def figures(entries: list[dict[str, Any]]) -> tuple[list[str], int, list[str], int]:
    """Forms missed, forms in all, look-alikes hit, look-alikes in all."""
    find = [(e["query"], form) for e in entries for form in e["find"]]
    avoid = [(e["query"], form) for e in entries for form in e.get("avoid", [])]
    missed = [f"{query}: {form}" for query, form in find if not meets(query, form)]
    wrong = [f"{query}: {form}" for query, form in avoid if meets(query, form)]
    return missed, len(find), wrong, len(avoid)


def vocabulary() -> list[str]:
    """Every line of the authored files."""
    files = [*(ROOT / "docs").rglob("*.md"), *(ROOT / "course").glob("*.yml"), *(ROOT / "quizzes").glob("*.yml")]
    return sorted(
        {line for file in files for line in Path(file).read_text(encoding="utf-8").splitlines() if line.strip()}
    )
