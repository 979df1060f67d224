"""Exercise → questions in the shape of quizzes/*.yml: quizzes' controls, feedback, tries and records do the rest."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, zip_longest
from typing import Any, TypeVar

from amatmida.core.model import Text
from amatmida.logic_model.exercises import Choose, Connect, Order, PlaceItems, Planted, Repair, Sort
from amatmida.logic_model.links import around, path_between
from amatmida.logic_model.model import KINDS, Indicator, Link, LogicModel, Matrix, Node
from amatmida.logic_model.phrases import kind_name, phrase

Question = dict[str, Any]
T = TypeVar("T")
NO_GROUP = "none"
MOST_CARDS, MOST_OPTIONS = 16, 8
"""What one question may hold (quiz/items.py)."""
CHAIN = "guide/measurement/logic-model.md#chain-of-terms"
OUTCOMES = "guide/measurement/logic-model.md#outputs-and-outcomes"
MENDING = "guide/measurement/logic-model.md#mistakes-and-mending"
BECAUSE = "guide/measurement/theory-of-change.md#causal-links"
GOOD_AND_BAD = "guide/measurement/indicators.md#good-and-bad"
CARD = "guide/measurement/indicators.md#indicator-card"
PRINCIPLES = "methods/six-principles.md#items"


def mixed(scope: str, things: Sequence[T], name: Callable[[T], str]) -> list[T]:
    """In an order fixed by their names, so that a build gives the same page twice."""
    return sorted(things, key=lambda one: hashlib.sha256(f"{scope}/{name(one)}".encode()).digest())


def question(exercise: Any, end: str, type: str, prompt: Text, read: str, **more: Any) -> Question:
    """What every question has."""
    hints = exercise.hints[:4]
    return {
        "id": f"{exercise.id}-{end}",
        "type": type,
        "objectives": exercise.objectives,
        "level": "apply",
        "read": read,
        "prompt": prompt,
        **({"hints": hints} if hints else {}),
        **more,
    }


# --- sort -------------------------------------------------------------------------------------------------------------


def sort_items(exercise: Sort, model: LogicModel) -> Iterator[Question]:
    """One question: cards into the columns of the model, distractors into none."""
    distractors = exercise.distractors[: MOST_CARDS // 2]
    nodes = _spread(exercise, model, min(exercise.take, MOST_CARDS) - len(distractors))
    kinds = [kind for kind in KINDS if any(node.kind == kind for node in nodes)]
    cards = [{"id": n.id, "text": n.text, "group": n.kind, "feedback": phrase(f"why_kind.{n.kind}")} for n in nodes] + [
        {"id": d.id, "text": d.text, "group": NO_GROUP, "feedback": d.feedback}
        | ({"misconception": d.misconception} if d.misconception else {})
        for d in distractors
    ]
    groups = [{"id": kind, "text": kind_name(kind)} for kind in kinds]
    yield question(exercise, "cards", "classify", phrase("sort"), CHAIN, groups=groups, cards=cards)


def _spread(exercise: Sort, model: LogicModel, take: int) -> list[Node]:
    """So many cards, from every column in turn."""
    columns = [mixed(exercise.id, [n for n in model.nodes if n.kind == kind], lambda n: n.id) for kind in KINDS]
    chosen = [node for node in chain(*zip_longest(*columns)) if node is not None][:take]
    return [node for node in model.nodes if node in chosen]


# --- connect ----------------------------------------------------------------------------------------------------------


def connect_items(exercise: Connect, model: LogicModel) -> Iterator[Question]:
    """For each card that leads somewhere: to which of the others?"""
    nodes = {node.id: node for node in model.nodes}
    shown = [nodes[id] for id in exercise.nodes if id in nodes]
    links = {(link.from_, link.to): link for link in model.links}
    for node in shown:
        right = [other for other in shown if (node.id, other.id) in links]
        if right:
            yield _leads_to(exercise, model, node, right, shown, links)


def _leads_to(
    exercise: Connect,
    model: LogicModel,
    node: Node,
    right: list[Node],
    shown: list[Node],
    links: dict[tuple[str, str], Link],
) -> Question:
    tempting = {wrong.to: wrong for wrong in exercise.wrong if wrong.from_ == node.id}
    others = [n for n in shown if n.id != node.id and n not in right]
    others.sort(key=lambda n: (n.id not in tempting, abs(KINDS.index(n.kind) - KINDS.index(node.kind))))
    options: list[Question] = [
        {"id": n.id, "text": n.text, "correct": True, "feedback": _because(links[node.id, n.id])}
        for n in right[: MOST_OPTIONS - 1]
    ]
    for other in others[: MOST_OPTIONS - len(options)]:
        wrong = tempting.get(other.id)
        options.append(
            {"id": other.id, "text": other.text, "feedback": wrong.feedback if wrong else _no_link(model, node, other)}
            | ({"misconception": wrong.misconception} if wrong and wrong.misconception else {})
        )
    options = mixed(f"{exercise.id}/{node.id}", options, lambda one: str(one["id"]))
    return question(exercise, node.id, "multiple", phrase("connect", card=node.text), BECAUSE, options=options)


def _because(link: Link) -> Text:
    return phrase("because", because=link.because) if link.because else phrase("link_holds")


def _no_link(model: LogicModel, node: Node, other: Node) -> Text:
    """Why there is no arrow from the one to the other, told from the model's own arrows."""
    if between := path_between(model, node.id, other.id):
        texts = {n.id: n.text for n in model.nodes}
        return phrase("link_skips", through=texts[between[0]])
    if around(model, other.id, node.id):
        return phrase("link_backwards")
    return phrase("link_none")


# --- order ------------------------------------------------------------------------------------------------------------


def order_items(exercise: Order, model: LogicModel) -> Iterator[Question]:
    """One question: a chain, from its first card to its last."""
    nodes = {node.id: node for node in model.nodes}
    links = {(link.from_, link.to): link for link in model.links}
    cards = [{"id": exercise.chain[0], "text": nodes[exercise.chain[0]].text, "feedback": phrase("chain_first")}]
    for before, now in zip(exercise.chain, exercise.chain[1:], strict=False):
        link = links.get((before, now))
        why = link.because if link and link.because else None
        text = nodes[before].text
        said = phrase("chain_because", before=text, because=why) if why else phrase("chain_after", before=text)
        cards.append({"id": now, "text": nodes[now].text, "feedback": said})
    yield question(exercise, "chain", "order", phrase("order"), BECAUSE, cards=cards)


# --- repair -----------------------------------------------------------------------------------------------------------


def repair_items(exercise: Repair, model: LogicModel) -> Iterator[Question]:
    """Find the planted mistakes among sound parts, then say how each is mended."""
    for number in range(0, len(exercise.planted), 4):
        planted = exercise.planted[number : number + 4]
        sound = _sound(exercise, model)[number : number + MOST_OPTIONS - len(planted)]
        options: list[Question] = [
            {"id": p.id, "text": _flawed(p, model), "correct": True, "feedback": p.explain} for p in planted
        ] + [{"id": n.id, "text": _as_card(n.text, n.kind), "feedback": phrase("sound")} for n in sound]
        options = mixed(exercise.id, options, lambda one: str(one["id"]))
        yield question(exercise, f"find-{number // 4 + 1}", "multiple", phrase("repair"), MENDING, options=options)
    if len(exercise.planted) >= 2:
        pairs = [
            {"id": p.id, "left": _flawed(p, model), "right": p.explain, "feedback": phrase("mend_fits")}
            for p in exercise.planted
        ]
        yield question(exercise, "mend", "match", phrase("mend"), MENDING, pairs=pairs)


def _sound(exercise: Repair, model: LogicModel) -> list[Node]:
    touched = {id for p in exercise.planted for id in p.at}
    return mixed(exercise.id, [n for n in model.nodes if n.id not in touched], lambda n: n.id)


def _flawed(planted: Planted, model: LogicModel) -> Text:
    """The mistake as it stands in the model."""
    nodes = {node.id: node for node in model.nodes}
    if planted.do == "blank":
        (indicator,) = [i for i in model.indicators if i.id == planted.at[0]]
        field = phrase(f"fields.{planted.field or 'denominator'}")
        return phrase("flaw_blank", name=indicator.name, field=field)
    if planted.do in ("link", "unlink"):
        ends = [nodes[id].text for id in planted.at]
        return phrase(f"flaw_{planted.do}", first=ends[0], second=ends[-1])
    node = nodes.get(planted.at[0])
    text = planted.text or (node.text if node else Text(he=planted.at[0]))
    kind = planted.kind or (node.kind if node else "outcome-short")
    return _as_card(text, kind)


def _as_card(text: Text, kind: str) -> Text:
    """Sound and flawed cards look alike."""
    return phrase("flaw_card", text=text, kind=kind_name(kind))


# --- indicators -------------------------------------------------------------------------------------------------------


def indicator_items(exercise: Choose, model: LogicModel) -> Iterator[Question]:
    """Choose the good ones, defend the choice, write one card."""
    good = [i for i in model.indicators if i.good][: min(exercise.choose, MOST_OPTIONS - 1)]
    poor = [i for i in model.indicators if not i.good][: MOST_OPTIONS - len(good)]
    options: list[Question] = [
        {"id": i.id, "text": i.name, "correct": i.good, "feedback": i.why} for i in (*good, *poor)
    ]
    options = mixed(exercise.id, options, lambda one: str(one["id"]))
    prompt = phrase("choose", n=len(good))
    yield question(exercise, "choose", "multiple", prompt, GOOD_AND_BAD, options=options)
    if good:
        rubric = [{"id": name, "text": phrase(f"defend_rubric.{name}")} for name in ("change", "who", "harm")]
        yield question(exercise, "defend", "reflect", phrase("defend"), GOOD_AND_BAD, model=good[0].why, rubric=rubric)
        yield _card(exercise, good[0])


def _card(exercise: Choose, indicator: Indicator) -> Question:
    fields = [name for name in ("numerator", "denominator", "source", "every") if getattr(indicator, name)]
    parts = {name: getattr(indicator, name) for name in fields}
    model = phrase("card_model", name=indicator.name) if not parts else _joined(indicator, parts)
    rubric = [
        {"id": name, "text": phrase(f"fields.{name}")} for name in ("numerator", "denominator", "source", "every")
    ]
    return question(exercise, "card", "reflect", phrase("card", name=indicator.name), CARD, model=model, rubric=rubric)


def _joined(indicator: Indicator, parts: dict[str, Text]) -> Text:
    """The whole card in one text."""
    lines = [phrase("card_line", field=phrase(f"fields.{name}"), value=value) for name, value in parts.items()]
    joined = {"he": "; ".join(one.he for one in lines)}
    for lang in ("en", "ar"):
        words = [getattr(one, lang) for one in lines]
        if all(words):
            joined[lang] = "; ".join(words)
    return Text.model_validate(joined)


# --- matrix -----------------------------------------------------------------------------------------------------------


def matrix_items(exercise: PlaceItems, matrix: Matrix) -> Iterator[Question]:
    """The same items twice: to which principle, and in which column."""
    take = min(exercise.take, MOST_CARDS)
    columns = [
        mixed(exercise.id, [i for i in matrix.items if i.column == column.id], lambda i: i.id)
        for column in matrix.columns
    ]
    chosen = [item for item in chain(*zip_longest(*columns)) if item is not None][:take]
    names = {row.id: row.text for row in (*matrix.principles, *matrix.columns)}
    for side, rows in (("principle", matrix.principles), ("column", matrix.columns)):
        cards = [
            {
                "id": item.id,
                "text": item.text,
                "group": getattr(item, side),
                "feedback": phrase("place", principle=names[item.principle], column=names[item.column]),
            }
            for item in chosen
        ]
        groups = [{"id": row.id, "text": row.text} for row in rows[:6]]
        known = {group["id"] for group in groups}
        fitting = [card for card in cards if card["group"] in known]
        yield question(exercise, side, "classify", phrase(f"matrix_{side}"), PRINCIPLES, groups=groups, cards=fitting)
