"""The HTML of a quiz: sound in every type and language, gives nothing away, and the same every time."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from amatmida.core.model import Lang, Text
from amatmida.core.text import text_hash
from amatmida.locale import strings
from amatmida.quiz.items import UNSCORED, Item
from amatmida.quiz.model import Quiz
from amatmida.quiz.pages import Setting, fill, plain, render_my_data, render_quiz, scattered
from web.quiz_site import asked, body_of, load, setting

LANGS: tuple[Lang, ...] = ("he", "en", "ar")
VOID = {"input", "img", "br"}
TYPES = {model.model_fields["type"].annotation.__args__[0] for model in get_args(get_args(Item)[0])}


class Element:
    def __init__(self, tag: str, attrs: dict[str, str], parent: Element | None) -> None:
        self.tag, self.attrs, self.parent = tag, attrs, parent
        self.children: list[Element | str] = []

    def all(self) -> Iterator[Element]:
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.all()

    def find(self, tag: str = "", **attrs: str) -> list[Element]:
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attrs.items()}
        return [e for e in self.all() if tag in ("", e.tag) and all(_has(e, n, v) for n, v in wanted.items())]

    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)

    def without(self, *tags: str) -> str:
        """The words outside some elements."""
        return "".join(c if isinstance(c, str) else "" if c.tag in tags else c.without(*tags) for c in self.children)


def _has(element: Element, name: str, value: str) -> bool:
    held = element.attrs.get(name)
    return held is not None and (value in held.split() if name == "class" else held == value)


class Tree(HTMLParser):
    """A strict reader: every element is closed in turn."""

    def __init__(self) -> None:
        super().__init__()
        self.root = self.now = Element("", {}, None)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> says something twice: {names}"
        element = Element(tag, {name: value or "" for name, value in attrs}, self.now)
        self.now.children.append(element)
        if tag not in VOID:
            self.now = element

    def handle_endtag(self, tag: str) -> None:
        assert self.now.tag == tag, f"</{tag}> closes <{self.now.tag}>"
        assert self.now.parent
        self.now = self.now.parent

    def handle_data(self, data: str) -> None:
        self.now.children.append(data)


def tree(markup: str) -> Element:
    reader = Tree()
    reader.feed(markup)
    reader.close()
    assert reader.now is reader.root, f"<{reader.now.tag}> is left open"
    return reader.root


def data_of(root: Element) -> dict[str, Any]:
    (script,) = root.find("script")
    data: dict[str, Any] = json.loads(script.text())
    return data


def changed(change: Mapping[str, Any], **of_item: Any) -> dict[str, Any]:
    """The practice quiz with other fields, and with other fields in every item."""
    quiz = load("practice")
    quiz["items"] = [{**item, **of_item} for item in quiz["items"]]
    return {**quiz, **change}


@pytest.fixture(params=LANGS, scope="module")
def lang(request: pytest.FixtureRequest) -> Lang:
    chosen: Lang = request.param
    return chosen


@pytest.fixture(scope="module")
def page(lang: Lang) -> Element:
    return tree(body_of(load("practice"), lang))


def test_the_fixture_holds_every_type() -> None:
    assert {item["type"] for item in load("practice")["items"]} == TYPES


def test_one_element_with_its_language(page: Element, lang: Lang) -> None:
    (quiz,) = page.find("amat-quiz")
    assert quiz.attrs["lang"] == lang
    assert quiz.attrs["dir"] == ("ltr" if lang == "en" else "rtl")
    assert quiz.attrs["quiz"] == "demo"
    assert [child for child in page.children if isinstance(child, Element)] == [quiz]


def test_no_headings_styles_or_handlers(page: Element) -> None:
    for element in page.all():
        assert not re.fullmatch("h[1-6]|style|link|form|iframe", element.tag)
        assert not [name for name in element.attrs if name == "style" or name.startswith("on")]
        assert element.tag != "script" or element.attrs["type"] == "application/json"


def test_ids_are_single_and_every_reference_arrives(page: Element) -> None:
    ids = [e.attrs["id"] for e in page.all() if "id" in e.attrs]
    assert len(ids) == len(set(ids))
    named = [
        e.attrs[name] for e in page.all() for name in ("for", "aria-labelledby", "aria-describedby") if name in e.attrs
    ]
    links = [e.attrs["href"][1:] for e in page.find("a") if e.attrs["href"].startswith("#amat-")]
    assert set(named + links) <= set(ids)


def test_every_item_is_a_named_group_with_real_controls(page: Element) -> None:
    items = page.find("div", class_="amat-item")
    assert len(items) == len(TYPES)
    for item in items:
        (group,) = item.find("fieldset")
        first = next(child for child in group.children if isinstance(child, Element))
        assert first.tag == "legend" and first.text().strip()
        (body,) = item.find(class_="amat-body")
        assert body.find("input") or body.find("select") or body.find("textarea"), item.attrs["data-type"]


def test_every_control_has_a_name(page: Element) -> None:
    labels = {label.attrs.get("for") for label in page.find("label")}
    for control in [*page.find("input"), *page.find("select"), *page.find("textarea")]:
        wrapped = control.parent is not None and control.parent.tag == "label" and control.parent.text().strip()
        assert wrapped or control.attrs.get("id") in labels or control.attrs.get("aria-label"), control.attrs


def test_the_key_is_only_in_folded_answers_and_data(lang: Lang) -> None:
    """What only a key says is nowhere else, and no control is marked, chosen or valued by it."""
    quiz = changed(
        {"stems": {}}, explain={"he": "הסבר-סודי", "en": "secret-why", "ar": "secret-why"}, hints=[], stem=None
    )
    root = tree(body_of(quiz, lang))
    outside = root.without("details", "script")
    secrets = ["הסבר-סודי", "secret-why", *feedback_words(quiz, lang)]
    assert len(secrets) > 20
    assert [secret for secret in secrets if secret in outside] == []
    assert not [
        e for e in root.all() if "checked" in e.attrs or set(e.attrs) & {"data-correct", "data-key", "data-answer"}
    ]
    assert not [e for e in root.find("option") if "selected" in e.attrs and not e.text().strip().isdigit()]


def test_a_gap_holds_no_accepted_word(page: Element) -> None:
    (cloze,) = page.find("div", data_type="cloze")
    assert not [e for e in cloze.find("input") if "value" in e.attrs or "placeholder" in e.attrs]
    assert len({e.attrs["size"] for e in cloze.find("input")}) == 1
    outside = cloze.without("details")
    assert "output" not in outside and "תפוקה" not in outside


def feedback_words(value: Any, lang: Lang) -> Iterator[str]:
    """Every text under `feedback` or `model`."""
    if isinstance(value, dict):
        for name, held in value.items():
            if name in {"feedback", "model"} and isinstance(held, dict):
                texts = [held] if "he" in held else list(held.values())
                yield from (plain(Text(**text), lang) for text in texts)
            yield from feedback_words(held, lang)
    elif isinstance(value, list):
        for one in value:
            yield from feedback_words(one, lang)


def test_order_never_shows_the_key_and_match_values_name_no_pairs(page: Element) -> None:
    (order,) = page.find(data_type="order")
    assert [e.attrs["data-part"] for e in order.find("li")] != ["input", "activity", "output", "outcome"]
    (match,) = page.find(data_type="match")
    assert {o.attrs["value"] for o in match.find("option")} == {"", "1", "2", "3", "4"}
    assert {e.attrs["data-target"] for e in match.find("li") if "data-target" in e.attrs} == {"1", "2", "3", "4"}


@pytest.mark.parametrize("size", range(2, 10))
def test_scattered_is_never_the_order_it_got(size: int) -> None:
    for n in range(200):
        ids = [f"c{n}-{i}" for i in range(size)]
        mixed = scattered(f"q-{n}", ids)
        assert sorted(mixed) == sorted(ids)
        assert mixed != ids
        assert mixed == scattered(f"q-{n}", ids)


def test_nothing_for_trainers_reaches_a_learner(lang: Lang) -> None:
    markup = body_of(load("practice"), lang)
    assert "סוד-למנחים" not in markup
    assert "TRAINER-ONLY" not in markup


def test_every_item_has_a_folded_answer_with_the_way_to_read(page: Element) -> None:
    answers = page.find("details", class_="amat-answer")
    assert len(answers) == len(TYPES)
    for answer in answers:
        assert any(
            a.attrs["href"] in {"#outputs-and-outcomes", "#good-indicator", "#chain", "#rates"}
            for a in answer.find("a")
        )
        assert "open" not in answer.attrs


def test_the_scenario_is_told_once_and_folded_after(page: Element) -> None:
    first, second = page.find("details", class_="amat-stem")
    assert "open" in first.attrs and "open" not in second.attrs


def test_data_keeps_the_authors_names(page: Element, lang: Lang) -> None:
    data = data_of(page)
    assert data["quiz"] == "demo" and data["lang"] == lang and data["v"] == 1
    assert data["strings"] == strings(lang, "quiz")["browser"]
    assert data["misconceptions"].keys() == {"outputs-are-outcomes"}
    items = {item["type"]: item for item in data["items"]}
    assert items.keys() == TYPES
    assert items["single"]["read"] == {
        "href": "#outputs-and-outcomes",
        "label": setting(lang).label("x#outputs-and-outcomes"),
    }
    assert [o["id"] for o in items["single"]["options"] if o["correct"]] == ["b"]
    assert [c["id"] for c in items["order"]["cards"]] == ["input", "activity", "output", "outcome"]
    assert sorted(items["match"]["partners"]) == ["budget", "help", "school", "trust"]
    assert items["cloze"]["blanks"][0]["accept"] == {"he": ["תפוקה", "תפוקות"], "en": ["output", "outputs"]}
    assert not {"trainer", "source", "level", "image"} & {name for item in data["items"] for name in item}


def test_was_travels_so_that_progress_can_follow() -> None:
    quiz = changed({"was": ["old-demo"]})
    quiz["items"][0] = {**quiz["items"][0], "was": ["q-old"]}
    quiz["items"][0]["options"][0]["was"] = ["z"]
    data = data_of(tree(body_of(quiz, "he")))
    assert data["was"] == ["old-demo"]
    assert data["items"][0]["was"] == ["q-old"]
    assert data["items"][0]["options"][0]["was"] == ["z"]


def test_bank_items_say_where_they_are_drawn_from() -> None:
    data = data_of(tree(body_of(load("check"), "he", load("bank"))))
    assert [item.get("bank") for item in data["items"]] == [None, None, *["demo-bank"] * 4]
    assert data["behaviour"]["draw"] == [{"bank": "demo-bank", "take": 2}]


HOSTILE = "</script><script>alert(1)</script><!--<script> ]]> <img src=x onerror=alert(1)> \u2028 \" ' & **a** `</code>` [[x]] {{ 7*7 }}"


def hostile(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: HOSTILE if k in {"he", "en"} and isinstance(v, str) else hostile(v) for k, v in value.items()}
    return [hostile(one) for one in value] if isinstance(value, list) else value


@pytest.mark.parametrize("lang_", ["he", "en"])
def test_markup_in_texts_is_inert(lang_: Lang) -> None:
    root = tree(body_of(hostile(load("practice")), lang_))
    assert len(root.find("script")) == 1
    assert not root.find("img")
    assert "49" not in root.find(class_="amat-title")[0].text()
    (script,) = root.find("script")
    assert "<" not in script.text() and "\u2028" not in script.text()
    assert "alert(1)" in data_of(root)["items"][0]["prompt"]


def test_hostile_ids_cannot_be_written() -> None:
    quiz = load("practice")
    quiz["quiz"] = 'x" onload="alert(1)'
    with pytest.raises(ValueError):
        Quiz.model_validate(quiz)


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


def test_an_item_may_not_be_asked_twice() -> None:
    quiz = Quiz.model_validate(load("practice"))
    with pytest.raises(ValueError, match="q-demo-01"):
        render_quiz(quiz, [*asked(quiz), *asked(quiz)], setting("he"))


def test_same_input_same_bytes(lang: Lang) -> None:
    assert body_of(load("practice"), lang) == body_of(load("practice"), lang)
    reordered = setting(lang)
    backwards = dict(reversed(list(reordered.sources.items())))
    again = Setting(lang, reordered.href, reordered.label, reordered.asset, reordered.misconceptions, backwards)
    quiz = Quiz.model_validate(load("practice"))
    assert render_quiz(quiz, asked(quiz), again) == body_of(load("practice"), lang)


def test_one_block_for_a_markdown_parser(lang: Lang) -> None:
    for markup in (body_of(load("practice"), lang), render_my_data(lang)):
        assert "\n\n" not in markup
        assert not re.search(r"^\s", markup, re.M)


def test_pictures_have_their_words() -> None:
    image = {"src": "assets/chain.svg", "alt": {"he": "שרשרת", "en": "A chain"}}
    (picture,) = tree(body_of({**load("check"), "items": [{**load("check")["items"][0], "image": image}]}, "en")).find(
        "img"
    )
    assert (picture.attrs["src"], picture.attrs["alt"]) == ("assets/assets/chain.svg", "A chain")


def test_unscored_items_say_so_and_have_no_right_answer(page: Element, lang: Lang) -> None:
    words = strings(lang, "quiz")["page"]
    for item in page.find("div", class_="amat-item"):
        kind = item.attrs["data-type"]
        how = item.find(class_="amat-how")[0].text()
        assert how in words["how"].values()
        answer = page.find("details", class_="amat-answer", data_item=item.attrs["data-item"])[0].text()
        assert (words["no_wrong"] in answer) == (kind in UNSCORED)


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
    package = Path(__file__).parent.parent / "plugins/amatmida"
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
    for file in sorted((Path(__file__).parent.parent / "quizzes").glob("*.yml"))
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
