"""Exercise → a quiz, which shows it, grades it and keeps its records; free building → the builder. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from amatmida.core.model import Lang, Text
from amatmida.logic_model import exercise_items as items
from amatmida.logic_model.exercises import Base, Build, Repair
from amatmida.logic_model.flat import Flat, flat, planted
from amatmida.logic_model.model import LogicModel, Matrix
from amatmida.logic_model.phrases import phrase
from amatmida.quiz.model import Quiz

_MAKERS: dict[str, Callable[[Any, Any], Iterator[items.Question]]] = {
    "sort": items.sort_items,
    "connect": items.connect_items,
    "order": items.order_items,
    "repair": items.repair_items,
    "indicators": items.indicator_items,
    "matrix": items.matrix_items,
}
_MOST_TRIES = 5


def as_quiz(exercise: Any, record: LogicModel | Matrix) -> Quiz:
    """A quiz of the exercise's id: its progress is kept, and counts in courses, as every quiz's does."""
    return Quiz.model_validate(
        {
            "quiz": exercise.id,
            "was": exercise.was,
            "title": title_of(exercise, record),
            "intro": _intro(record),
            "behaviour": {
                "tries": min(exercise.tries, _MOST_TRIES),
                "complete": {"rule": "pass-or-exhausted", "score": 70},
            },
            "items": tuple(_MAKERS[exercise.type](exercise, record)),
        }
    )


def title_of(exercise: Any, record: LogicModel | Matrix) -> Text:
    """The author's title, or the kind of exercise and the model's title."""
    given: Text | None = exercise.title
    return given or phrase(f"titles.{exercise.type}", title=record.title)


def _intro(record: LogicModel | Matrix) -> Text:
    if isinstance(record, Matrix):
        return record.note
    return phrase("intro_fictional" if record.fictional else "intro", title=record.title, problem=record.problem)


def builder_data(exercise: Base, model: LogicModel, lang: Lang) -> dict[str, Any]:
    """What the builder needs to be an exercise: where it starts, and for repair what has to be mended."""
    if isinstance(exercise, Repair):
        start = planted(model, exercise, lang)
        mend = [{"rule": p.rule, "at": list(p.at)} for p in exercise.planted]
        return {"id": f"{exercise.id}-mend", "start": start, "mend": mend}
    return {"id": exercise.id, "start": _start(exercise, model, lang)}


def _start(exercise: Base, model: LogicModel, lang: Lang) -> Flat | None:
    begin = exercise.start if isinstance(exercise, Build) else "blank"
    if begin == "blank":
        return None
    whole = flat(model, lang)
    if begin == "outline":
        outcomes = [node for node in whole["nodes"] if node["kind"].startswith("outcome")]
        whole = {**whole, "nodes": outcomes} | {name: [] for name in _HANGING}
    return whole


_HANGING = ("links", "assumptions", "external", "indicators", "argued")
