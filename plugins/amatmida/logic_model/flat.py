"""A model as the browser keeps it: one language, plain strings. web/logic-model/ reads and writes the same shape."""

from __future__ import annotations

from typing import Any

from amatmida.core.model import Lang, Text
from amatmida.core.text import shown
from amatmida.logic_model.exercises import Planted, Repair
from amatmida.logic_model.model import Condition, Indicator, LogicModel

Flat = dict[str, Any]
VERSION = 1
CARD = ("numerator", "denominator", "source", "every", "baseline", "target", "by")
"""Fields of an indicator's card beside its name."""


def said(text: Text | None, lang: Lang) -> str:
    """The words a reader of `lang` sees, or ""."""
    return " ".join(shown(text, lang).value.split()) if text else ""


def flat(model: LogicModel, lang: Lang, poor: bool = False) -> Flat:
    """The browser's model object; `poor` keeps the indicators that exercises offer as poor choices."""
    indicators = [_indicator(i, lang) for i in model.indicators if i.good or poor]
    return {
        "v": VERSION,
        "id": model.model,
        "title": said(model.title, lang),
        "lang": lang,
        "nodes": [{"id": n.id, "kind": n.kind, "text": said(n.text, lang)} for n in model.nodes],
        "links": [{"from": k.from_, "to": k.to, "because": said(k.because, lang)} for k in model.links],
        "assumptions": [_condition(c, lang) for c in model.assumptions],
        "external": [_condition(c, lang) for c in model.external],
        "indicators": indicators,
        "argued": [{"rule": a.rule, "at": list(a.at), "because": said(a.because, lang)} for a in model.argued],
    }


def _condition(condition: Condition, lang: Lang) -> Flat:
    on = list(condition.on) if condition.on else None
    return {"id": condition.id, "on": on, "text": said(condition.text, lang)}


def _indicator(indicator: Indicator, lang: Lang) -> Flat:
    card = {name: said(getattr(indicator, name), lang) for name in CARD}
    return {
        "id": indicator.id,
        "measures": indicator.measures,
        "kind": indicator.kind,
        "name": said(indicator.name, lang),
        **card,
    }


def planted(model: LogicModel, exercise: Repair, lang: Lang) -> Flat:
    """The model with all the mistakes of a repair exercise."""
    whole = flat(model, lang)
    for mistake in exercise.planted:
        plant(whole, mistake, lang)
    return whole


def plant(whole: Flat, mistake: Planted, lang: Lang) -> None:
    """Put one mistake into a flat model, in place."""
    at = mistake.at
    if mistake.do == "unlink":
        whole["links"] = [k for k in whole["links"] if (k["from"], k["to"]) != (mistake.link or at)]
    elif mistake.do == "link":
        whole["links"].append({"from": at[0], "to": at[-1], "because": ""})
    elif mistake.do == "add":
        whole["nodes"].append({"id": at[0], "kind": mistake.kind or "outcome-short", "text": said(mistake.text, lang)})
    elif mistake.do == "blank":
        _set(whole["indicators"], at[0], mistake.field or "denominator", "")
    elif mistake.do == "move":
        _set(whole["nodes"], at[0], "kind", mistake.kind or "")
    else:
        _set(whole["nodes"], at[0], "text", said(mistake.text, lang))


def _set(rows: list[Flat], id: str, field: str, value: str) -> None:
    for row in rows:
        if row["id"] == id:
            row[field] = value
