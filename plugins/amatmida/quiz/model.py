"""What an author may write in quizzes/*.yml: quizzes and banks. Their items are in items.py."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from amatmida.core.model import Authored, Id, Text
from amatmida.quiz.items import Item


class Shuffle(Authored):
    """What is shown in another order to each learner (stable for one learner)."""

    options: bool = True
    items: bool = False


class Draw(Authored):
    """Take some items of a bank, seeded per learner."""

    bank: Id
    take: int = Field(ge=1, le=50)


class Complete(Authored):
    """When the quiz counts as complete."""

    rule: Literal["all-attempted", "min-score", "pass-or-exhausted"] = "all-attempted"
    score: int = Field(default=70, ge=1, le=100)
    """Percent, for the rules that need one."""


class Behaviour(Authored):
    """How the items are asked, apart from the items themselves."""

    feedback: Literal["immediate", "end"] = "immediate"
    tries: int = Field(default=2, ge=1, le=5)
    """Tries per item; the key is never shown before the first."""
    retry: Literal["wrong-only", "all", "none"] = "wrong-only"
    shuffle: Shuffle = Shuffle()
    draw: tuple[Draw, ...] = ()
    complete: Complete = Complete()


class ItemFile(Authored):
    """What quizzes and banks share."""

    title: Text
    was: tuple[Id, ...] = ()
    stems: dict[Id, Text] = {}
    """Scenarios shared by several items; invented ones say so."""
    items: tuple[Item, ...] = ()


class Quiz(ItemFile):
    """A set of items a learner meets together."""

    quiz: Id
    """The quiz's id."""
    intro: Text | None = None
    purpose: Literal["practice", "check", "pre", "post", "poll"] = "practice"
    """Never an exam: in an open repository the key is public."""
    behaviour: Behaviour = Behaviour()


class Bank(ItemFile):
    """Items to draw from."""

    bank: Id
    """The bank's id."""
    items: tuple[Item, ...] = Field(min_length=1)
