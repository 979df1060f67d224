"""A tiny project to break, for tests that need authored files."""

from __future__ import annotations

import os
import textwrap
from pathlib import Path

from amatmida.core.problem import Problem
from amatmida.site import Loader, Site
from amatmida.trace.checks import CLOSED

ROOT = Path(__file__).parent.parent

OBJECTIVES = """\
objectives:
  - id: goal.one
    text: {he: "להבחין בין תפוקה לתוצאה", en: "Tell an output from an outcome"}
    level: apply
    page: guide/chapter.md#one
    also: [guide/chapter.md#two]
"""
MISCONCEPTIONS = """\
misconceptions:
  - id: output-as-outcome
    text: {he: "מספר המשתתפים הוא תוצאה", en: "The number of participants is an outcome"}
    repair: {he: "שאלו מה השתנה אצלם", en: "Ask what changed for them"}
    page: guide/chapter.md#one
"""
SOURCES = """\
sources:
  - id: decision-489
    title: {he: "החלטה 489", en: "Decision 489"}
    kind: seed
  - id: inference
    title: {he: "הסקה שלנו", en: "Our inference"}
    kind: inference
"""
QUIZ = """\
quiz: first
title: {he: "ראשון", en: "First"}
items:
  - id: q-1
    type: single
    objectives: [goal.one]
    level: apply
    read: guide/chapter.md#one
    prompt: {he: "מהי תוצאה?", en: "What is an outcome?"}
    options:
      - id: a
        text: {he: "שינוי אצל אנשים", en: "A change for people"}
        correct: true
      - id: b
        text: {he: "מספר מפגשים", en: "A number of meetings"}
        feedback: {he: "זו תפוקה", en: "That is an output"}
        misconception: output-as-outcome
  - id: q-2
    type: truefalse
    objectives: [goal.one]
    level: understand
    read: guide/chapter.md#two
    prompt: {he: "תפוקה היא תוצאה", en: "An output is an outcome"}
    answer: false
    feedback:
      right: {he: "נכון", en: "Right"}
      wrong: {he: "לא, זו כמות", en: "No, it is an amount"}
"""
CHAPTER = """\
---
title: פרק
description: פרק קצר לבדיקה של האתר.
objectives: [goal.one]
---

# פרק {#chapter}

## אחד {#one}

עובדה אחת [@decision-489 §2]. קישור [לשני](#two).

## שניים {#two}

עוד עובדה [@inference].

/// quiz | first
///
"""
CHAPTER_EN = """\
---
title: Chapter
description: A short chapter for tests.
translates: {hash}
---

# Chapter {{#chapter}}

## One {{#one}}

One fact [@decision-489 §2].

## Two {{#two}}

Another [@inference].

/// quiz | first
///
"""
INDEX = "---\ntitle: בית\ndescription: דף הבית של האתר הקטן.\n---\n\n# בית\n\n[פרק](guide/chapter.md#one)\n"

CARD = """\
method: talk
title: {he: "שיחה", en: "A talk"}
time:
  prepare: {min: 30, max: 60}
  run: {min: 60, max: 120}
  summarise: {min: 30, max: 60}
group: {min: 4, max: 9}
cost: {level: low, words: {he: "כיבוד", en: "Food"}}
access:
  how: {he: "בשעה נוחה", en: "At a convenient hour"}
  not_for: {he: "הכול כבר נקבע", en: "All is settled"}
  needs: [phone]
what: {he: "שיחה קצרה", en: "A short talk"}
why: {he: "שומעים חדש", en: "One hears something new"}
how:
  - {he: "שואלים", en: "Ask"}
  - {he: "מקשיבים", en: "Listen"}
  - {he: "רושמים", en: "Note"}
  - {he: "משיבים", en: "Answer"}
legal:
  - {topic: consent, text: {he: "מבקשים הסכמה", en: "Ask for consent"}}
mistakes:
  - {he: "לא משיבים", en: "Nobody answers"}
stages: [before, live]
who: [recipients]
product: {he: "רשימה", en: "A list"}
read: guide/chapter.md#one
source: [{id: inference}]
"""
CHOOSER = """\
chooser: which
title: {he: "מה מתאים?", en: "What fits?"}
intro: {he: "שתי שאלות", en: "Two questions"}
undecided: {he: "עוד לא ברור", en: "Not clear yet"}
results:
  - id: one
    title: {he: "אחת", en: "One"}
    page: guide/chapter.md#one
    demands: {he: "זמן", en: "Time"}
    misuse: {he: "מיהרו", en: "Haste"}
    source: [{id: inference}]
  - id: two
    title: {he: "שתיים", en: "Two"}
    page: guide/chapter.md#two
    demands: {he: "כסף", en: "Money"}
    misuse: {he: "בזבוז", en: "Waste"}
    source: [{id: inference}]
questions:
  - id: first
    text: {he: "ראשונה?", en: "First?"}
    answers:
      - id: yes-one
        text: {he: "כן", en: "Yes"}
        gives: [{result: one, weight: 3, why: {he: "כי כן", en: "because yes"}, source: [{id: inference}]}]
      - id: not-sure
        text: {he: "לא", en: "No"}
        note: {he: "קודם שואלים", en: "Ask first"}
  - id: second
    text: {he: "שנייה?", en: "Second?"}
    answers:
      - id: left
        text: {he: "כך", en: "So"}
        gives: [{result: two, weight: 2, why: {he: "כי כך", en: "because so"}, source: [{id: inference}]}]
      - id: both
        text: {he: "גם וגם", en: "Both"}
        gives:
          - {result: one, weight: 1, why: {he: "קצת", en: "a little"}, source: [{id: inference}]}
          - {result: two, weight: 1, why: {he: "קצת", en: "a little"}, source: [{id: inference}]}
"""
BESIDES = {"card": ("course/methods/talk.yml", CARD), "chooser": ("course/choosers/which.yml", CHOOSER)}
"""Sound files that a test may add to the little project."""


def trace() -> str:
    """A whole trace for the little project: every row leads to the same section."""
    rest = '    text: {he: "מה כתוב", en: "What it says"}\n    pages: [guide/chapter.md#one]\n    objectives: [goal.one]\n    no_lessons: later\n'
    lists = [(name, "".join(f'  - code: "{code}"\n{rest}' for code in codes)) for name, codes in CLOSED.items()]
    head = 'no_lessons:\n  later: {he: "בדרך", en: "To come"}\n'
    return head + "".join(f"{name}:\n{rows}" for name, rows in lists)


QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
"""The environment of a renderer that does not advertise."""


class Project:
    """A project folder in a test: write, change, load."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def write(self, path: str, content: str | bytes) -> Path:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else textwrap.dedent(content).encode())
        return file

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def replace(self, path: str, old: str, new: str) -> None:
        before = self.read(path)
        assert old in before, f"{old!r} is not in {path}"
        self.write(path, before.replace(old, new, 1))

    def load(self) -> Site:
        return Loader(self.root).load()

    def problems(self) -> list[Problem]:
        return list(self.load().problems)

    def codes(self) -> list[str]:
        return [f"{p.path}:{p.line}:{p.code}" for p in self.problems()]

    def stamp(self, id: str = "guide/chapter.md") -> str:
        return self.load().catalog.all("page")[id].record.hash


def translate(made: Project) -> None:
    """English pages made from today's Hebrew."""
    made.write("docs/guide/chapter.en.md", CHAPTER_EN.format(hash=made.stamp()))
    home = f"---\ntitle: Home\ndescription: Home page of the small site.\ntranslates: {made.stamp('index.md')}\n---\n\n# Home\n"
    made.write("docs/index.en.md", home)
