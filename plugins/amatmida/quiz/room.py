"""Quizzes: their files, rules, fragments and pages."""

from __future__ import annotations

from typing import Any

from amatmida.core import setting as core
from amatmida.core.catalog import Catalog
from amatmida.core.room import Embed, Room
from amatmida.quiz.checks import check_quizzes
from amatmida.quiz.draws import asked_by
from amatmida.quiz.kinds import IDS, KINDS
from amatmida.quiz.pages import Setting, render_my_data, render_quiz
from amatmida.quiz.practice import LIST, page_of, practice_pages


def quiz_setting(s: core.Setting) -> Setting:
    """A page's setting with what quizzes name besides."""
    return Setting(
        lang=s.lang,
        href=s.href,
        label=s.label,
        asset=s.asset,
        misconceptions={id: entry.record for id, entry in s.catalog.all("misconception").items()},
        sources={id: entry.record for id, entry in s.catalog.all("source").items()},
    )


def _render(s: core.Setting, id: str) -> str:
    quiz = s.catalog.all("quiz")[id].record
    return render_quiz(quiz, asked_by(quiz, s.catalog), quiz_setting(s))


def _needs(catalog: Catalog, id: str, label: core.Label) -> tuple[Any, ...]:
    asked = asked_by(catalog.all("quiz")[id].record, catalog)
    labels = (label(one.item.read) for one in asked)
    shared = (catalog.document("sources"), catalog.document("misconceptions"))
    return (*shared, *(one.item for one in asked), *labels)


ROOM = Room(
    name="quiz",
    kinds=KINDS,
    ids=IDS,
    breaking="Q",
    consequences={"quizzes/": frozenset({"O004", "O005", "P011", "Q006", "Q007", "I004"})},
    check=lambda scope: check_quizzes(scope.catalog, scope.languages, scope.files),
    embeds=(
        Embed("quiz", "quiz", _render, _needs),
        Embed("my-data", None, lambda s, _: render_my_data(s.lang)),
    ),
    made_ids=lambda catalog: (LIST, *(page_of(id) for id in catalog.all("quiz"))),
    made=practice_pages,
)
