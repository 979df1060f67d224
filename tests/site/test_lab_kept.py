"""Results of the lab's exercises are kept as those of quizzes are: counted by "my data", out to a file, and in again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from amatmida.core.fragment import fill
from amatmida.locale import strings
from browser import Watched
from lab_steps import Builder, Hand

PRIVACY = {"he": "about/privacy/", "en": "en/about/privacy/"}
LAB = {"he": "lab/day-centre/", "en": "en/lab/day-centre/"}
HEARD = "window.heard = []; document.addEventListener('amat-progress', e => window.heard.push(e.detail))"
KEPT = """() => Object.fromEntries(Object.keys(localStorage).filter(k => /^amatmida.(quiz|model|text)/.test(k))
  .map(k => [k.slice('amatmida/'.length), JSON.parse(localStorage.getItem(k))]))"""


def told(page: Page, quiz: str) -> dict[str, Any]:
    """What the page last told of a quiz or an exercise: this is what a course counts."""
    found: dict[str, Any] = page.evaluate("quiz => window.heard.findLast(one => one.quiz === quiz)", quiz)
    return found


def do_some(page: Page, lang: str) -> None:
    """A sorting exercise answered wrong in part, a text written, a model begun, and a quiz of a chapter."""
    page.evaluate(HEARD)
    sort = page.locator('amat-quiz[quiz="day-centre-sort"]')
    for select in sort.locator("select").all():
        select.select_option(index=1)
    sort.locator(".amat-actions .is-main").click()
    page.locator('amat-quiz[quiz="day-centre-indicators"] textarea').first.fill("=1+1 כי כך")
    builder = Builder(page.locator("amat-logic-model").last, Hand(page, "mouse"))
    for kind in ("input", "activity", "output"):
        builder.add(kind, f"{kind} 9")
    expect(builder.lab.locator(".amat-save-state")).to_have_text(strings(lang, "logic_model")["browser"]["saved"])
    expect(builder.lab.locator(".amat-lab-inside > .amat-count")).not_to_be_empty()


@pytest.mark.parametrize("lang", LAB)
def test_exercises_are_kept_as_quizzes_are(browser: Browser, home: str, lang: str, tmp_path: Path) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    watched = Watched(context, home)
    page = watched.open(LAB[lang])
    do_some(page, lang)
    sorted_, built = told(page, "day-centre-sort"), told(page, "day-centre-build")
    assert sorted_.keys() == built.keys()
    assert 0 < sorted_["percent"] < 100 and not built["finished"]
    before = page.evaluate(KEPT)
    assert {"quiz/day-centre-sort", "quiz/day-centre-build", "model/day-centre-build"} <= before.keys()
    assert before["quiz/day-centre-sort"].keys() == before["quiz/day-centre-build"].keys()

    page = watched.open(PRIVACY[lang])
    words = strings(lang, "quiz")["data"]
    stored = page.locator(".amat-stored")
    for id in ("day-centre-sort", "day-centre-build"):
        expect(stored).to_contain_text(fill(words["quiz"]["one"], id=id))
    expect(stored).to_contain_text(words["models"]["one"])
    with page.expect_download() as info:
        page.get_by_role("button", name=words["export"], exact=True).click()
    file = tmp_path / "mine.json"
    file.write_bytes(Path(info.value.path()).read_bytes())
    assert {key: json.loads(file.read_text(encoding="utf-8"))["records"][key] for key in before} == before

    page.get_by_role("button", name=words["erase"], exact=True).click()
    page.get_by_role("button", name=words["erase_do"], exact=True).click()
    expect(stored).to_have_text(words["empty"])
    page.locator("amat-my-data input[type=file]").set_input_files(file)
    expect(stored).to_contain_text(fill(words["quiz"]["one"], id="day-centre-sort"))
    assert page.evaluate(KEPT) == before

    page = watched.open(LAB[lang])
    expect(page.locator('amat-quiz[quiz="day-centre-sort"] .amat-outcome')).to_be_visible()
    expect(page.locator("amat-logic-model").last.get_by_text("input 9")).to_be_visible()
    assert watched.faults == []
    context.close()
