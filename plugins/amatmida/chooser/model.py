"""A chooser: plain questions whose answers point, with a reason, to one of several results."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from amatmida.core.model import Authored, Id, PageRef, SourceRef, Text


class Gives(Authored):
    """Where an answer points, how strongly and why."""

    result: Id
    weight: Annotated[int, Field(ge=1, le=3)]
    why: Text
    """The reason in words: readers see it, never the weight."""
    source: tuple[SourceRef, ...] = Field(min_length=1)


class Answer(Authored):
    """One answer to a question."""

    id: Id
    text: Text
    gives: tuple[Gives, ...] = ()
    note: Text | None = None
    """What to say when the answer points nowhere."""


class Question(Authored):
    """One plain question; nobody has to answer all of them."""

    id: Id
    text: Text
    answers: tuple[Answer, ...] = Field(min_length=2, max_length=7)


class Result(Authored):
    """Something to choose."""

    id: Id
    title: Text
    page: PageRef
    demands: Text
    """What it asks of those who choose it."""
    misuse: Text
    """How it goes wrong."""
    source: tuple[SourceRef, ...] = Field(min_length=1)


class Chooser(Authored):
    """One chooser, course/choosers/<id>.yml"""

    chooser: Id
    was: tuple[Id, ...] = ()
    title: Text
    intro: Text
    undecided: Text
    """What to do when the answers point nowhere."""
    results: tuple[Result, ...] = Field(min_length=2, max_length=8)
    questions: tuple[Question, ...] = Field(min_length=2, max_length=8)


def ranked(chooser: Chooser, answers: Mapping[str, str]) -> list[tuple[str, int]]:
    """(result, sum of weights), the best first, without those no answer points to.

    Of equals the one that an earlier question points to comes first. web/chooser/choose.js does the same; a test
    holds them together.
    """
    sums: dict[str, int] = {}
    for question in chooser.questions:
        for answer in question.answers:
            if answers.get(question.id) == answer.id:
                for given in answer.gives:
                    sums[given.result] = sums.get(given.result, 0) + given.weight
    return sorted(sums.items(), key=lambda row: -row[1])
