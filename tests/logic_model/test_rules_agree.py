"""The browser's rules and Python's say the same, on everything labelled and on random texts; its tables are fresh."""

from __future__ import annotations

import json
import random
import subprocess
from typing import Any

import pytest
import yaml

from amatmida.logic_model.browser_data import FOLDER, modules
from amatmida.logic_model.model import KINDS
from amatmida.logic_model.rules import evaluate, explain
from browser import FILES_BY_FETCH, node
from logic_model.labelled import DATA, TEXT_SETS, whole

ODD = list("אבגדהוזחטיכךלמםנןסעפףצץקרשת\"'״׳־-–%₪$.,:;()0123456789abcdefgINSş \n\u05b8\u200f\u202eÅé")


def random_models(count: int) -> list[dict[str, Any]]:
    """Models of shuffled words, odd characters and random links, the same on every run."""
    chance = random.Random(489)
    rows = [
        row for part in TEXT_SETS for row in yaml.safe_load((DATA / f"texts.{part}.yml").read_text(encoding="utf-8"))
    ]
    words = [word for row in rows for word in row[3].split()]
    return [_random_model(chance, words) for _ in range(count)]


def _random_model(chance: random.Random, words: list[str]) -> dict[str, Any]:
    nodes = [
        {"id": f"n{i}", "kind": chance.choice(KINDS), "text": _random_text(chance, words)}
        for i in range(chance.randint(0, 12))
    ]
    ids = [n["id"] for n in nodes] + ["gone"]
    links = [
        {"from": chance.choice(ids), "to": chance.choice(ids), "because": chance.choice(["", " ", "x"])} for _ in ids
    ]
    indicators = [_random_indicator(chance, words, ids, i) for i in range(chance.randint(0, 10))]
    on = [chance.choice(ids), chance.choice(ids)]
    assumptions = [{"id": "x", "on": chance.choice([None, on]), "text": "x"}] if chance.random() < 0.5 else []
    argued = [
        {"rule": "orphan", "at": [chance.choice(ids)], "because": "x"},
        {"rule": "cycle", "at": [], "because": "y"},
    ]
    base = {"v": 1, "id": "r", "title": "", "lang": "he", "external": [], "argued": argued}
    return base | {"nodes": nodes, "links": links, "assumptions": assumptions, "indicators": indicators}


def _random_text(chance: random.Random, words: list[str]) -> str:
    text = " ".join(chance.choice(words) for _ in range(chance.randint(0, 9)))
    for _ in range(chance.choice([0, 0, 1, 4])):
        at = chance.randint(0, len(text))
        text = text[:at] + chance.choice(ODD) + text[at:]
    return text


def _random_indicator(chance: random.Random, words: list[str], ids: list[str], i: int) -> dict[str, str]:
    fields = ["name", "numerator", "denominator", "source", "every", "baseline", "target", "by"]
    card = {field: _random_text(chance, words) if chance.random() < 0.7 else "" for field in fields}
    return {
        "id": f"i{i}",
        "measures": chance.choice(ids),
        "kind": chance.choice(["outcome", "equity", "balancing"]),
    } | card


def labelled_models() -> list[dict[str, Any]]:
    """Each labelled card alone in each column, and each sound model."""
    base = {
        "v": 1,
        "id": "t",
        "title": "",
        "lang": "he",
        "external": [],
        "argued": [],
        "links": [],
        "assumptions": [],
        "indicators": [],
    }
    rows = [
        row for part in TEXT_SETS for row in yaml.safe_load((DATA / f"texts.{part}.yml").read_text(encoding="utf-8"))
    ]
    cards = [base | {"nodes": [{"id": kind, "kind": kind, "text": row[3]} for kind in KINDS]} for row in rows]
    sound = yaml.safe_load((DATA / "models.yml").read_text(encoding="utf-8"))["sound"]
    return cards + [whole(row) for row in sound]


def in_browser(models: list[dict[str, Any]]) -> list[Any]:
    """[[findings, their Hebrew words] of each model] from rules.js."""
    script = f"""{FILES_BY_FETCH}
      import {{ evaluate, explain, loadWords, reasons }} from {json.dumps(str(FOLDER / "rules.js"))};
      import {{ readFileSync }} from "node:fs";
      const told = [];
      for (const model of JSON.parse(readFileSync(0, "utf8"))) {{
        await loadWords("he", model);
        const found = evaluate(model);
        const why = await Promise.all(found.map((f) => reasons(f, "he")));
        told.push([found, found.map((f, n) => ({{ ...explain(f, "he"), why: why[n][0], mend: why[n][1] }}))]);
      }}
      console.log(JSON.stringify(told));
    """
    done = subprocess.run(
        [node(), "--input-type=module", "-e", script],
        input=json.dumps(models),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    told: list[Any] = json.loads(done.stdout)
    return told


@pytest.mark.parametrize("models", [labelled_models(), random_models(400)], ids=["labelled", "random"])
def test_python_and_the_browser_agree(models: list[dict[str, Any]]) -> None:
    for model, (found, words) in zip(models, in_browser(models), strict=True):
        here = evaluate(model)
        assert found == here, model
        said = [explain(row, "he") for row in here]
        assert words == [{part: row[part] for part in ("message", "page", "why", "mend")} for row in said]


def test_the_browser_has_todays_tables() -> None:
    for name, text in modules().items():
        assert (FOLDER / name).read_text(encoding="utf-8") == text, (
            f"run python -m amatmida.logic_model.browser_data ({name})"
        )
