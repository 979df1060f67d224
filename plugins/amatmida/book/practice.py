"""Quizzes on paper: questions in the chapter, answers at the end of the book."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

from amatmida.book.tree import add, become, classes, cut, drop, first, having

Say = Callable[[str], str]
"""Name of a string → the words."""
NOT_ON_PAPER = {"amat-nojs", "amat-foot", "amat-actions", "amat-data", "amat-privacy"}
TICK, MARK = "\N{BALLOT BOX}", "\N{WHITE CIRCLE}"


def take_answers(quiz: Element, say: Say, chapter: str) -> Element | None:
    """Turn a quiz into printed questions; returns its answers, which the caller puts at the end."""
    keys = first(quiz, "amat-keys")
    if keys is not None:
        for parent in quiz.iter():
            if keys in list(parent):
                cut(parent, keys)
    drop(quiz, lambda e: bool(classes(e) & NOT_ON_PAPER) or e.tag == "script")
    _fold_stems(quiz, say)
    paper(quiz)
    quiz.tag = "section"
    quiz.attrib = {"class": "quiz"}
    if keys is None:
        return None
    link = add(quiz, "p", cls="to-answers")
    add(link, "a", say("answers_at"), href=f"#answers-{chapter}")
    return _answers(keys)


def _fold_stems(quiz: Element, say: Say) -> None:
    """The same scenario is told once; further questions refer to the first."""
    told: dict[str, str] = {}
    for number, item in enumerate(having(quiz, "amat-item"), 1):
        for stem in having(item, "amat-stem"):
            name = stem.get("data-stem", "")
            if name and name in told:
                become(stem, "p", "stem-again", say("same_stem").format(n=told[name]))
            told.setdefault(name, str(number))


def _answers(keys: Element) -> Element:
    drop(keys, lambda e: "amat-nojs" in classes(e) or "amat-keys-title" in classes(e))
    opened(keys)
    keys.tag = "section"
    keys.attrib = {"class": "answers"}
    return keys


def opened(root: Element) -> None:
    """Folded parts stand open on paper."""
    for element in root.iter():
        if element.tag == "details":
            become(element, "div", " ".join(["opened", *sorted(classes(element))]))
        elif element.tag == "summary":
            become(element, "p", "summary")


def paper(root: Element) -> None:
    """Fields become what a pen can fill in."""
    opened(root)
    drop(root, lambda e: e.tag in {"button", "script", "template", "style", "link", "dialog"} or "hidden" in e.attrib)
    for element in root.iter():
        if element.tag in FIELDS:
            FIELDS[element.tag](element)


def _input(element: Element) -> None:
    kind = element.get("type", "text")
    if kind in {"radio", "checkbox"}:
        become(element, "span", "tick", MARK if kind == "radio" else TICK)
    elif kind in {"hidden", "file", "submit", "button", "reset"}:
        become(element, "span", "", "")
    else:
        become(element, "span", "blank", "")


def _group(element: Element) -> None:
    become(element, "div", "group")


def _plain(element: Element) -> None:
    become(element, "span", element.get("class", ""))


FIELDS: dict[str, Callable[[Element], None]] = {
    "input": _input,
    "select": lambda e: become(e, "span", "blank", ""),
    "textarea": lambda e: become(e, "div", "lines", ""),
    "fieldset": _group,
    "form": _group,
    "legend": lambda e: become(e, "p", "question"),
    "label": _plain,
    "output": _plain,
}
