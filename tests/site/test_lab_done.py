"""Every exercise of the six scenarios and of the matrix, done from start to end on the real site: by mouse, touch or keys."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from amatmida.logic_model.exercise_pages import as_quiz
from amatmida.logic_model.flat import flat
from amatmida.site import Loader
from browser import Watched
from support import ROOT

SITE = Loader(ROOT).load()
SCENARIOS = sorted(SITE.catalog.all("logic-model"))
EXERCISES = SITE.catalog.all("exercise")
HANDS = ("mouse", "touch", "keys")
QUIZZES = ("sort", "connect", "order", "indicators", "repair")


class Hand:
    """One way of working: what it is to press something, and to choose from a list."""

    def __init__(self, page: Page, way: str) -> None:
        self.page, self.way = page, way

    def press(self, target: Locator, key: str = "Enter") -> None:
        if self.way == "keys":
            target.focus()
            self.page.keyboard.press(key)
        elif self.way == "touch":
            target.tap()
        else:
            target.click()

    def choose(self, select: Locator, index: int) -> None:
        if self.way != "keys":
            select.select_option(index=index)
            return
        select.focus()
        for key in ("Home", *["ArrowDown"] * index):
            self.page.keyboard.press(key)


@pytest.fixture(params=["he", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def opened(browser: Browser, home: str, lang: str) -> Iterator[Callable[[str, str], Page]]:
    contexts = []

    def visit(name: str, way: str) -> Page:
        context = browser.new_context(
            viewport={"width": 1280, "height": 900}, has_touch=way == "touch", reduced_motion="reduce"
        )
        contexts.append(context)
        page = Watched(context, home).open(f"{'' if lang == 'he' else 'en/'}lab/{name}/")
        page.locator("amat-quiz[data-live]").first.wait_for()
        return page

    yield visit
    for context in contexts:
        context.close()


def progress(page: Page, exercise: str) -> dict[str, Any]:
    raw = page.evaluate("id => localStorage.getItem('amatmida/quiz/' + id)", exercise)
    return json.loads(raw)["items"] if raw else {}


def part(item: Locator, id: str) -> Locator:
    return item.locator(f'[data-part="{id}"] select')


def classify(hand: Hand, item: Locator, asked: Any, lang: str) -> None:
    for card in asked.cards:
        select = part(item, card.id)
        values = select.locator("option").evaluate_all("all => all.map(one => one.value)")
        hand.choose(select, values.index(card.group))


def multiple(hand: Hand, item: Locator, asked: Any, lang: str) -> None:
    for option in asked.options:
        if option.correct:
            hand.press(item.locator(f'input[value="{option.id}"]'), "Space")


def order(hand: Hand, item: Locator, asked: Any, lang: str) -> None:
    for place, card in enumerate(asked.cards):
        select = part(item, card.id)
        if select.evaluate("one => one.selectedIndex") == place:
            select.select_option(index=(place + 1) % len(asked.cards))
        select.select_option(index=place)


def match(hand: Hand, item: Locator, asked: Any, lang: str) -> None:
    for pair in asked.pairs:
        words = part(item, pair.id).locator("option").all_inner_texts()
        right = getattr(pair.right, lang)
        hand.choose(part(item, pair.id), next(n for n, text in enumerate(words) if text.endswith(right)))


def reflect(hand: Hand, item: Locator, asked: Any, lang: str) -> None:
    item.locator("textarea").fill("כי כך" if lang == "he" else "because")


ANSWER = {"classify": classify, "multiple": multiple, "order": order, "match": match, "reflect": reflect}


def do_quiz(page: Page, hand: Hand, id: str, lang: str) -> None:
    entry = EXERCISES[id]
    asked_all = as_quiz(entry.record, entry.document.record).items
    for asked in asked_all:
        item = page.locator(f'.amat-item[data-item="{asked.id}"]')
        ANSWER[asked.type](hand, item, asked, lang)
        hand.press(item.locator(".amat-actions .is-main").first)
        if asked.type == "reflect":
            expect(item.locator(".amat-model")).to_be_visible()
        else:
            expect(item.locator(".amat-outcome.is-right")).to_be_visible()
    done = progress(page, id)
    assert {asked.id for asked in asked_all} <= set(done)
    assert all(done[asked.id]["score"] == 1 for asked in asked_all if asked.type != "reflect")


def chains(model: dict[str, Any]) -> list[list[dict[str, Any]]]:
    """From each of two inputs to a late outcome: cards, each leading to the next."""
    nodes = {node["id"]: node for node in model["nodes"]}
    paths = [[node["id"]] for node in model["nodes"] if node["kind"] == "input"]
    found: dict[str, list[dict[str, Any]]] = {}
    for path in paths:
        if nodes[path[-1]]["kind"] in {"outcome-mid", "outcome-long"}:
            found.setdefault(path[0], [nodes[id] for id in path])
        paths += [[*path, link["to"]] for link in model["links"] if link["from"] == path[-1] and link["to"] not in path]
    return list(found.values())[:2]


def build(page: Page, hand: Hand, name: str, lang: str) -> None:
    lab = page.locator(f"#{name}-build amat-logic-model, amat-logic-model").last
    lab.scroll_into_view_if_needed()
    ways = chains(flat(SITE.catalog.all("logic-model")[name].record, lang))  # type: ignore[arg-type]
    face = lambda text: lab.locator(".amat-node-face").filter(has_text=text).first  # noqa: E731
    for card in (card for cards in ways for card in cards):
        if not face(card["text"]).count():
            field = lab.locator(f'[data-kind="{card["kind"]}"] .amat-add-field')
            field.fill(card["text"])
            hand.press(field if hand.way == "keys" else field.locator("xpath=following-sibling::button"))
    pairs = {(first["text"], then["text"]) for cards in ways for first, then in pairwise(cards)}
    for first, then in sorted(pairs):
        hand.press(face(first))
        target = lab.locator('[data-key="target"]')
        target.focus()
        target.select_option(label=then)
        hand.press(lab.locator('[data-key="add link"]'))
    score = 0
    for _ in range(100):
        score = progress(page, f"{name}-build").get(f"{name}-build", {}).get("score", 0)
        if score > 0:
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"{name}: {len(pairs)} links, score {score}")


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_scenario_from_start_to_end(opened: Callable[[str, str], Page], name: str, lang: str) -> None:
    way = HANDS[(SCENARIOS.index(name) + (lang == "en")) % 3]
    page = opened(name, way)
    hand = Hand(page, way)
    for type in QUIZZES:
        do_quiz(page, hand, f"{name}-{type}", lang)
    build(page, hand, name, lang)


@pytest.mark.parametrize("way", HANDS)
def test_the_matrix_from_start_to_end(opened: Callable[[str, str], Page], way: str, lang: str) -> None:
    page = opened("six-principles", way)
    do_quiz(page, Hand(page, way), "six-principles-matrix", lang)
