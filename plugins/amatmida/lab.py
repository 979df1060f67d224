"""The logic-model lab's blocks: `/// logic-model-builder` and `/// exercise | id`.

An exercise is shown with the quizzes' own controls. Here and not in a room, because the lab brings two rooms together.
"""

from __future__ import annotations

from typing import Any

from amatmida.core.catalog import Catalog
from amatmida.core.room import Embed, Room
from amatmida.core.setting import Label, Setting
from amatmida.logic_model.builder_pages import folded, render_builder, render_connect
from amatmida.logic_model.exercise_pages import as_quiz, builder_data
from amatmida.quiz.draws import Asked
from amatmida.quiz.pages import render_quiz
from amatmida.quiz.room import quiz_setting


def render_exercise(s: Setting, id: str) -> str:
    """The questions of an exercise, the builder to do it in, or both."""
    entry = s.catalog.all("exercise")[id]
    exercise, record = entry.record, entry.document.record
    parts = []
    if exercise.type == "connect":
        parts.append(render_connect(s, exercise.id, record, exercise.nodes))
    if exercise.type != "build":
        quiz = as_quiz(exercise, record)
        parts.append(render_quiz(quiz, [Asked(item) for item in quiz.items], quiz_setting(s)))
    if exercise.type in ("build", "repair"):
        builder = render_builder(s, builder_data(exercise, record, s.lang))
        # The remarks of the builder would give away what is to be found first.
        parts.append(folded(builder, s.lang) if exercise.type == "repair" else builder)
    return "\n".join(parts)


def _needs(catalog: Catalog, id: str, label: Label) -> tuple[Any, ...]:
    entry = catalog.all("exercise")[id]
    shared = (catalog.document("sources"), catalog.document("misconceptions"))
    return (entry.document.record, *shared)


def _all_models(catalog: Catalog, _: str, label: Label) -> tuple[Any, ...]:
    return tuple(entry.document.record for entry in catalog.all("logic-model").values())


LAB = Room(
    name="lab",
    embeds=(
        Embed("logic-model-builder", None, lambda s, _: render_builder(s), _all_models),
        Embed("exercise", "exercise", render_exercise, _needs),
    ),
)
