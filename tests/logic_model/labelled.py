"""The labelled set: cards and whole models with what the rules should say, and how often they are right."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from amatmida.logic_model.rules import evaluate
from amatmida.logic_model.text_rules import check_node

DATA = Path(__file__).parent.parent / "data" / "logic_models"
TEXT_SETS = (
    "dev",
    "second",
    "third",
    "held-out",
    "fourth",
    "fresh",
    "unseen",
    "second-unseen",
    "third-unseen",
    "fourth-unseen",
)
MODEL_SETS = (
    "models",
    "models.fresh",
    "models.unseen",
    "models.second-unseen",
    "models.third-unseen",
    "models.fourth-unseen",
)
TEXT_RULES = [
    "output-as-outcome",
    "activity-as-outcome",
    "activity-as-goal",
    "input-misplaced",
    "outcome-misplaced",
    "output-no-amount",
    "count-no-population",
    "vague-outcome",
    "satisfaction-as-outcome",
    "several-ideas",
    "outcome-beyond-reach",
    "clear-outcome",
]
Said = tuple[str, frozenset[str], frozenset[str]]
"""What was judged, the rules that should speak, the rules that did."""


def texts(part: str) -> list[Said]:
    """Each card of texts.<part>.yml; every part was looked at while tuning, its first line says when."""
    rows = yaml.safe_load((DATA / f"texts.{part}.yml").read_text(encoding="utf-8"))
    return [
        (text, frozenset(rules.split()), frozenset(f.rule for f in check_node("n", column, text)))
        for column, _really, rules, text in rows
    ]


def score(said: Iterable[Said]) -> dict[str, tuple[int, int, int]]:
    """Rule → (right, too many, missed)."""
    right: Counter[str] = Counter()
    extra: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for _, wanted, got in said:
        right.update(wanted & got)
        extra.update(got - wanted)
        missed.update(wanted - got)
    return {rule: (right[rule], extra[rule], missed[rule]) for rule in sorted({*right, *extra, *missed})}


def rates(counts: tuple[int, int, int]) -> tuple[float, float]:
    """Precision and recall; 1 where there was nothing to say."""
    right, extra, missed = counts
    return right / (right + extra or 1) if right + extra else 1.0, right / (
        right + missed or 1
    ) if right + missed else 1.0


def report(title: str, scores: dict[str, tuple[int, int, int]]) -> Iterable[str]:
    """A table a person can read."""
    yield f"{title:<28} right extra missed  precision recall"
    for rule, counts in scores.items():
        precision, recall = rates(counts)
        yield f"{rule:<28} {counts[0]:5} {counts[1]:5} {counts[2]:6}  {precision:9.2f} {recall:6.2f}"


def mistakes(said: Iterable[Said]) -> Iterable[str]:
    """What was said wrongly, for whoever tunes the rules."""
    for text, wanted, got in said:
        if wanted != got:
            yield f"{text}\n    missed {sorted(wanted - got)} extra {sorted(got - wanted)}"


def first(name: str) -> dict[str, tuple[float, float]]:
    """Rule, or "all" → precision and recall as first measured on <name>.yml, from its `# first:` lines."""
    lines = (DATA / f"{name}.yml").read_text(encoding="utf-8").splitlines()
    told = [
        re.split("[,;]", one)[0].split() for line in lines if line.startswith("# first:") for one in line[8:].split("·")
    ]
    return {rule: (float(precision), float(recall)) for precision, recall, rule in reversed(told)}


def pooled(scores: dict[str, tuple[int, int, int]]) -> tuple[int, int, int]:
    """All rules as one."""
    right, extra, missed = (sum(column) for column in zip(*scores.values(), strict=True))
    return right, extra, missed


def kinds(part: str) -> Any:
    """(right, wrong, unsure) of what `sense` takes each card for."""
    from amatmida.logic_model.learned import told
    from amatmida.logic_model.sense import sense

    rows = yaml.safe_load((DATA / f"texts.{part}.yml").read_text(encoding="utf-8"))
    told = Counter(
        "unsure"
        if not (what := told(text, sense(text))) or what.sure < 0.5
        else "right"
        if what.kind == really
        else "wrong"
        for _c, really, _r, text in rows
        if really in ("input", "activity", "output", "outcome")
    )
    return dict(told)


PRAISE = frozenset(
    ["clear-outcome", "full-chain", "reasons-given", "early-and-late", "balanced-set", "voice-present"],
)


def models(part: str = "models") -> list[Said]:
    """Each whole model of <part>.yml: the planted faults as "rule at", and what was said (praise left out)."""
    rows = yaml.safe_load((DATA / f"{part}.yml").read_text(encoding="utf-8"))
    sound = {row["model"]: row for row in rows["sound"]}
    said = [(name, frozenset[str](), _told(whole(row))) for name, row in sound.items()]
    for row in rows["faulty"]:
        model = whole(sound[row["of"]])
        for change in row["do"]:
            spoil(model, change)
        said.append((f"{row['of']}: {row['do']}", frozenset(map(_place, row["say"])), _told(model)))
    return said


def _told(model: dict[str, Any]) -> frozenset[str]:
    found = [f for f in evaluate(model) if f["severity"] != "praise"]
    return frozenset(_place(" ".join([f["rule"], *f["at"]])) for f in found)


def _place(said: str) -> str:
    """A rule and where it speaks; a link of a circle is the same circle from either end."""
    rule, *at = said.split()
    return " ".join([rule, *(sorted(at) if rule == "cycle" else at)])


def by_rule(said: Iterable[Said]) -> list[Said]:
    """The same with the rules only, so that a rule is scored once for each place it names."""
    return [
        (
            "",
            frozenset([one.split()[0]]) if one in wanted else frozenset(),
            frozenset([one.split()[0]]) if one in got else frozenset(),
        )
        for _, wanted, got in said
        for one in wanted | got
    ]


def whole(row: dict[str, Any]) -> dict[str, Any]:
    """A flat model from the short form."""
    model: dict[str, Any] = {
        "v": 1,
        "id": row["model"],
        "title": row["model"],
        "lang": row["model"][:2],
        "external": [],
        "argued": [],
    }
    model["nodes"] = [_card(line) for line in row["cards"]]
    pairs = [pair for chain in row["chains"] for pair in _pairs(chain)]
    model["links"] = [{"from": a, "to": b, "because": "because"} for a, b in dict.fromkeys(pairs)]
    model["assumptions"] = [_assumption(i, line) for i, line in enumerate(row["assumptions"])]
    model["indicators"] = [_indicator(line) for line in row["indicators"]]
    return model


def _card(line: str) -> dict[str, str]:
    head, text = line.split(" | ", 1)
    id, kind = head.split()
    return {"id": id, "kind": kind, "text": text.strip('"')}


def _pairs(chain: str) -> list[tuple[str, str]]:
    ids = chain.split(" > ")
    return list(itertools.pairwise(ids))


def _assumption(index: int, line: str) -> dict[str, Any]:
    on, text = line.split(" | ", 1)
    return {"id": f"x{index}", "on": on.split(" > "), "text": text}


def _indicator(line: str) -> dict[str, str]:
    head, *rest = [part.strip() for part in line.split("|")]
    id, measures, kind = head.split()
    names = ("name", "denominator", "source", "every", "by", "baseline", "target")
    return {"id": id, "measures": measures, "kind": kind, "numerator": ""} | dict(zip(names, rest, strict=True))


def spoil(model: dict[str, Any], change: str) -> None:  # noqa: PLR0912 (one branch a kind of change)
    """Make one change of a faulty model."""
    head, _, text = change.partition(" | ")
    do, *rest = head.split()
    text = text.strip('"')
    cards = {n["id"]: n for n in model["nodes"]}
    measures = {i["id"]: i for i in model["indicators"]}
    match do:
        case "rewrite":
            cards[rest[0]]["text"] = text
        case "move":
            cards[rest[0]]["kind"] = rest[1]
        case "add" if " | " in text:
            model["indicators"].append(_indicator(" ".join(rest) + " | " + text))
        case "add":
            model["nodes"].append({"id": rest[0], "kind": rest[1], "text": text})
        case "link":
            model["links"].append({"from": rest[0], "to": rest[2], "because": ""})
        case "unlink":
            model["links"] = [k for k in model["links"] if [k["from"], k["to"]] != [rest[0], rest[2]]]
        case "blank":
            measures[rest[0]][rest[1]] = ""
        case "drop":
            model["indicators"].remove(measures[rest[0]])
        case "target":
            measures[rest[0]] |= {"target": "40%", "baseline": ""}
        case "name" | "denominator":
            measures[rest[0]][do] = text
        case "sources":
            for indicator in model["indicators"]:
                indicator["source"] = rest[0]
        case "many":
            model["indicators"] += [measures["n1"] | {"id": f"m{i}"} for i in range(int(rest[0]))]
        case "no-assumptions":
            model["assumptions"] = []
        case "no-columns":
            gone = {n["id"] for n in model["nodes"] if n["kind"] == rest[0]}
            model["nodes"] = [n for n in model["nodes"] if n["id"] not in gone]
        case _:
            raise ValueError(change)
