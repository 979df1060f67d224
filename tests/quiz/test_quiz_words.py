"""The words of a quiz's page: translations that are missing or stale, the interface's three languages, the real quizzes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from amatmida.core.model import Lang
from amatmida.core.text import text_hash
from amatmida.locale import strings
from amatmida.quiz.pages import fill, render_my_data
from html_tree import tree
from quiz.quiz_page import LANGS, data_of
from web.quiz_site import body_of, load


def stale(value: Any) -> dict[str, Any]:
    return {**value, "translates": {"en": text_hash("other words")}}


@pytest.mark.parametrize("where", ["title", "intro", "prompt", "option", "stem", "hint", "missing"])
def test_a_stale_or_missing_translation_shows_hebrew_and_says_so(where: str) -> None:
    quiz = load("practice")
    item = quiz["items"][0]
    if where in {"title", "intro"}:
        quiz[where] = stale(quiz[where])
    elif where == "stem":
        quiz["stems"]["youth"] = stale(quiz["stems"]["youth"])
    elif where == "option":
        item["options"][0]["text"] = stale(item["options"][0]["text"])
    elif where == "hint":
        item["hints"] = [stale(item["hints"][0])]
    else:
        item["prompt"] = stale(item["prompt"]) if where == "prompt" else {"he": "רק בעברית"}
    root = tree(body_of(quiz, "en"))
    assert root.find(class_="amat-banner")
    assert root.find("span", lang="he", dir="rtl")
    assert not tree(body_of(quiz, "he")).find(class_="amat-banner")


def test_a_stale_trainer_note_is_no_reason_for_a_banner() -> None:
    quiz = load("practice")
    quiz["items"][0]["trainer"]["note"] = stale(quiz["items"][0]["trainer"]["note"])
    assert not tree(body_of(quiz, "en")).find(class_="amat-banner")


def test_hebrew_in_a_list_keeps_its_language() -> None:
    quiz = load("practice")
    match = next(item for item in quiz["items"] if item["type"] == "match")
    match["pairs"][0]["right"] = {"he": "**בעברית** בלבד"}
    options = tree(body_of(quiz, "en")).find("option", lang="he", dir="rtl")
    assert len(options) == 3
    assert options[0].text().endswith("בעברית בלבד")


def test_my_data_panel(lang: Lang) -> None:
    root = tree(render_my_data(lang))
    (panel,) = root.find("amat-my-data")
    assert panel.attrs["lang"] == lang
    assert strings(lang, "quiz")["data"]["no_js"] in root.text()
    assert data_of(root)["strings"] == strings(lang, "quiz")["data"]


def keys(value: Any, path: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, held in value.items():
            yield from keys(held, f"{path}.{name}")
    else:
        yield f"{path}[{len(value)}]" if isinstance(value, list) else path


def names(value: Any) -> list[str]:
    return (
        re.findall(r"\{(\w+)\}", value)
        if isinstance(value, str)
        else sorted({n for v in value.values() for n in names(v)})
        if isinstance(value, dict)
        else []
    )


def test_the_three_languages_say_the_same_things() -> None:
    he, en, ar = (strings(lang, "quiz") for lang in LANGS)
    assert sorted(keys(he)) == sorted(keys(en)) == sorted(keys(ar))
    for room in he:
        for key in he[room]:
            other = [name for name in names(he[room][key]) if name != "n"]
            assert (
                other
                == [name for name in names(en[room][key]) if name != "n"]
                == [name for name in names(ar[room][key]) if name != "n"]
            ), key


def test_every_string_has_a_use() -> None:
    """A string nobody says is a string nobody proofreads."""
    package = Path(__file__).parents[2] / "plugins/amatmida"
    code = "".join(
        f.read_text("utf-8")
        for f in [
            *package.glob("quiz/templates/*.html"),
            *package.glob("web/quiz/**/*.js"),
            *package.glob("web/shared/*.js"),
            package / "quiz/pages.py",
        ]
    )
    indirect = {
        "right",
        "wrong",
        "partly",
        "done",
        "true",
        "false",
        "forbidden",
        "full",
        "damaged",
        "newer",
        "up",
        "down",
    }
    for room, table in strings("he", "quiz").items():
        for key in table:
            assert key in indirect or re.search(rf"\b{key}\b", code), f"{room}.{key}"


def test_fill() -> None:
    assert fill("{n} of {of}", n=1, of=2) == "1 of 2"
    assert fill({"one": "one", "other": "{n}"}, n=1) == "one"
    assert fill({"one": "one", "other": "{n}"}, n=0) == "0"
    with pytest.raises(KeyError):
        fill("{nobody}", n=1)


QUIZZES = [
    file
    for file in sorted((Path(__file__).parents[2] / "quizzes").glob("*.yml"))
    if "quiz" in yaml.safe_load(file.read_text(encoding="utf-8"))  # a bank is shown inside quizzes
]


@pytest.mark.parametrize("file", QUIZZES, ids=lambda f: f.stem)
@pytest.mark.parametrize("lang_", ["he", "en"])
def test_the_real_quizzes(file: Path, lang_: Lang) -> None:
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    root = tree(body_of(data, lang_))
    assert len(data_of(root)["items"]) == len(data["items"])
    assert not root.find(class_="amat-banner")
    ids = [e.attrs["id"] for e in root.all() if "id" in e.attrs]
    assert len(ids) == len(set(ids))
