"""How often the logic-model rules are right, rule by rule, and how long they take on a large model."""

from __future__ import annotations

import json
import random
import subprocess
from typing import Any

from amatmida.logic_model.browser_data import FOLDER
from amatmida.logic_model.model import KINDS
from browser import node
from logic_model.labelled import TEXT_SETS, by_rule, kinds, models, report, score, texts

BAR_MS = 30


def accuracy() -> None:
    """Tables of precision and recall: each set of cards, then whole models."""
    for part in TEXT_SETS:
        print(f"\n{part}: kind of card {kinds(part)}")
        print("\n".join(report(f"cards, {part}", score(texts(part)))))
    print("\n" + "\n".join(report("whole models, by place", score(by_rule(models())))))


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
    script = f"""
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
