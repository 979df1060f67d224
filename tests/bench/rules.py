"""How often the logic-model rules are right, rule by rule, and how long they take on a large model."""

from __future__ import annotations

import json
import random
import subprocess
from typing import Any

from amatmida.logic_model.browser_data import FOLDER
from amatmida.logic_model.model import KINDS
from browser import FILES_BY_FETCH, node
from logic_model.labelled import (
    MODEL_SETS,
    TEXT_SETS,
    by_rule,
    first,
    kinds,
    models,
    pooled,
    rates,
    report,
    score,
    texts,
)

BAR_MS = 30
PRECISION, RECALL = 0.85, 0.75
NEVER_LEARNED = ("third-unseen", "fourth-unseen")
"""Sets of cards that scripts/learn_cards.py keeps apart."""


def accuracy() -> None:
    """Tables of precision and recall: each set of cards, then whole models."""
    for part in TEXT_SETS:
        print(f"\n{part}: kind of card {kinds(part)}")
        print("\n".join(report(f"cards, {part}", score(texts(part)))))
    for part in MODEL_SETS:
        print("\n" + "\n".join(report(f"{part}, by place", score(by_rule(models(part))))))
    for name, scores in judged_blind():
        bars(name, scores)
    both = score([said for part in NEVER_LEARNED for said in texts(part)])
    print("\n" + "\n".join(report("cards nothing is learned from", {"all": pooled(both), **both})))
    under("cards nothing is learned from, of both judges", "today", under_bar(both))


def judged_blind() -> list[tuple[str, dict[str, tuple[int, int, int]]]]:
    """What others wrote without a look at the rules."""
    blind = ("unseen", "second-unseen", "third-unseen", "fourth-unseen")
    cards = [(f"texts.{part}", score(texts(part))) for part in blind]
    return cards + [(f"models.{part}", score(by_rule(models(f"models.{part}")))) for part in blind]


def bars(name: str, scores: dict[str, tuple[int, int, int]]) -> None:
    """Each rule as first measured and today, then which stand under the bar."""
    before = first(name)
    print(f"\n{name:<28} first measured   today (what the file's head says of it)")
    for rule, counts in {"all": pooled(scores), **scores}.items():
        then = "   {:.2f} {:.2f}".format(*before[rule]) if rule in before else " " * 12
        print("{:<28}{}        {:.2f} {:.2f}".format(rule, then, *rates(counts)))
    under(name, "first measured", [rule for rule, both in before.items() if rule != "all" and _under(*both)])
    under(name, "today", under_bar(scores))


def under(name: str, when: str, rules: list[str]) -> None:
    """Which rules do not reach the bar."""
    text = f"{name}: rules under {PRECISION} precision or {RECALL} recall, {when}"
    print(f"{'MISS' if rules else 'ok  '}  {text:<70} {len(rules)}: {', '.join(rules) or 'none'}")


def under_bar(scores: dict[str, tuple[int, int, int]]) -> list[str]:
    """Rules that are wrong or silent too often."""
    return [rule for rule, counts in scores.items() if _under(*rates(counts))]


def _under(precision: float, recall: float) -> bool:
    return precision < PRECISION or recall < RECALL


def large_model() -> dict[str, Any]:
    """200 nodes and 400 links, texts from the labelled cards."""
    chance = random.Random(4)
    cards = [text for part in TEXT_SETS for text, _, _ in texts(part)]
    nodes = [{"id": f"n{i}", "kind": KINDS[i * 6 // 200], "text": chance.choice(cards)} for i in range(200)]
    pairs = [sorted(chance.sample(range(200), 2)) for _ in range(400)]
    links = [{"from": f"n{a}", "to": f"n{b}", "because": "x"} for a, b in pairs]
    fields = ["numerator", "denominator", "source", "every", "baseline", "target", "by"]
    indicators = [
        {"id": f"i{i}", "measures": f"n{199 - i}", "kind": "outcome", "name": chance.choice(cards)}
        | {f: chance.choice(cards) for f in fields}
        for i in range(40)
    ]
    base = {"v": 1, "id": "large", "title": "", "lang": "he", "external": [], "argued": [], "assumptions": []}
    return base | {"nodes": nodes, "links": links, "indicators": indicators}


def milliseconds() -> tuple[float, float]:
    """Median and worst of 50 runs of all rules in node, after one to warm up; the first run with them."""
    script = f"""{FILES_BY_FETCH}
      import {{ evaluate, loadWords }} from {json.dumps(str(FOLDER / "rules.js"))};
      import {{ readFileSync }} from "node:fs";
      const model = JSON.parse(readFileSync(0, "utf8"));
      await loadWords("he", model);
      const times = Array.from({{ length: 51 }}, () => {{
        const started = performance.now();
        evaluate(model);
        return performance.now() - started;
      }});
      const first = times.shift();
      times.sort((a, b) => a - b);
      console.log(JSON.stringify([times[25], first]));
    """
    arguments = [node(), "--input-type=module", "-e", script]
    done = subprocess.run(arguments, input=json.dumps(large_model()), capture_output=True, text=True, check=True)
    median, first = json.loads(done.stdout)
    return median, first
