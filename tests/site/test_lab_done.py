"""Every exercise of the six scenarios and of the matrix, done from start to end on the real site: by mouse, touch or keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from amatmida.logic_model.exercise_pages import as_quiz
from amatmida.logic_model.flat import flat
from amatmida.logic_model.rules import evaluate
from amatmida.site import Loader
from browser import Watched
from lab_steps import ANSWER, HANDS, Builder, Hand, draw, progress, scored
from support import ROOT

SITE = Loader(ROOT).load()
MODELS = SITE.catalog.all("logic-model")
SCENARIOS = sorted(MODELS)
EXERCISES = SITE.catalog.all("exercise")
QUIZZES = ("sort", "connect", "order", "indicators", "repair")


@pytest.fixture(params=["he", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def opened(browser: Browser, home: str, lang: str) -> Iterator[Callable[[str, str], Page]]:
    tabs = []

    def visit(name: str, way: str) -> Page:
        context = browser.new_context(
            viewport={"width": 1280, "height": 900}, has_touch=way == "touch", reduced_motion="reduce"
        )
        tabs.append(Watched(context, home))
        page = tabs[-1].open(f"{'' if lang == 'he' else 'en/'}lab/{name}/")
        page.locator("amat-quiz[data-live]").first.wait_for()
        return page

    yield visit
    for tab in tabs:
        tab.page.context.close()
    assert [fault for tab in tabs for fault in tab.faults] == []


def do_quiz(page: Page, hand: Hand, id: str, lang: str) -> None:
    """Answer each question of an exercise and see that it was right."""
    entry = EXERCISES[id]
    asked_all = as_quiz(entry.record, entry.document.record).items
    if entry.record.type == "connect":
        draw(page, hand, entry.record, entry.document.record, lang)
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


def mend(page: Page, hand: Hand, name: str, lang: str) -> None:
    """Take every planted mistake out of the model itself."""
    exercise = EXERCISES[f"{name}-repair"].record
    sound = flat(MODELS[name].record, lang)  # type: ignore[arg-type]
    nodes = {node["id"]: node for node in sound["nodes"]}
    lab = page.locator("amat-logic-model").first
    hand.press(page.locator(".amat-mend > summary"))
    builder = Builder(lab, hand)
    for mistake in exercise.planted:
        unmend(builder, mistake, sound, nodes)
    scored(page, f"{name}-repair-mend")
    expect(lab.locator(".amat-lab-inside > .amat-count")).to_contain_text("100%")


def unmend(builder: Builder, mistake: Any, sound: dict[str, Any], nodes: dict[str, Any]) -> None:
    """One planted mistake undone as an author would undo it."""
    hand, at = builder.hand, mistake.at
    if mistake.do == "unlink":
        builder.link(*(mistake.link or at))
        return
    indicator = next((one for one in sound["indicators"] if one["id"] == at[0]), None)
    builder.open(indicator["measures"] if indicator else at[0])
    if mistake.do == "link":
        hand.press(builder.key(f"unlink {at[0]} {at[-1]}"))
    elif mistake.do == "add":
        hand.press(builder.key("remove"))
    elif mistake.do == "move":
        hand.pick(builder.key("stage"), nodes[at[0]]["kind"])
    elif indicator:
        hand.press(builder.key(f"indicator {at[0]}").locator("summary"))
        hand.write(builder.key(f"{at[0]} {mistake.field}"), indicator[mistake.field])
    else:
        hand.write(builder.fields.locator("textarea"), nodes[at[0]]["text"])


def plan(model: dict[str, Any]) -> list[tuple[str, str]]:
    """Links enough for a sound model: one whole chain, and something that leads to every outcome."""
    kinds = {node["id"]: node["kind"] for node in model["nodes"]}
    argued = {tuple(found["at"]) for found in evaluate(model) if found["severity"] == "mistake"}
    links = sorted(((k["from"], k["to"]) for k in model["links"]), key=lambda pair: pair in argued)
    late = [id for id, kind in kinds.items() if kind.startswith("outcome")]
    chosen = [(start, end) for start, end in links if {start, end} <= set(late)]
    lonely = [id for id in late if not any(id in pair for pair in chosen)]
    chosen += [next(pair for pair in links if pair[1] == id) for id in lonely]
    paths = [[id] for id, kind in kinds.items() if kind == "input"]
    for path in paths:
        paths += [[*path, end] for start, end in links if start == path[-1]]
    whole = next(path for path in paths if path[-1] in late)
    return list(dict.fromkeys([*chosen, *pairwise(whole)]))


def build(page: Page, hand: Hand, name: str, lang: str) -> None:
    """From the outcomes that are given to a model without a mistake, or with one that is argued for."""
    model = flat(MODELS[name].record, lang)  # type: ignore[arg-type]
    nodes = {node["id"]: node for node in model["nodes"]}
    lab = page.locator("amat-logic-model").last
    lab.scroll_into_view_if_needed()
    builder = Builder(lab, hand)
    links = plan(model)
    ids = {id: id for id, node in nodes.items() if node["kind"].startswith("outcome")}
    for id in dict.fromkeys(id for pair in links for id in pair):
        if id not in ids:
            ids[id] = builder.add(nodes[id]["kind"], nodes[id]["text"])
    for start, end in links:
        builder.link(ids[start], ids[end])
    for reason in [one["because"] for one in model["argued"] if one["rule"] == "skipped-level"]:
        builder.argue(reason)
    scored(page, f"{name}-build")


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_scenario_from_start_to_end(opened: Callable[[str, str], Page], name: str, lang: str) -> None:
    # Six scenarios, three ways: in each language every kind of exercise is done twice in every way.
    way = HANDS[(SCENARIOS.index(name) + (lang == "en")) % 3]
    page = opened(name, way)
    hand = Hand(page, way)
    for type in QUIZZES:
        do_quiz(page, hand, f"{name}-{type}", lang)
    mend(page, hand, name, lang)
    build(page, hand, name, lang)


@pytest.mark.parametrize("way", HANDS)
def test_the_matrix_from_start_to_end(opened: Callable[[str, str], Page], way: str, lang: str) -> None:
    page = opened("six-principles", way)
    do_quiz(page, Hand(page, way), "six-principles-matrix", lang)
