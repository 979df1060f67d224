"""Exercises of a logic model, each done from start to end; Word files of a model opened by LibreOffice."""

from __future__ import annotations

import subprocess
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from amatmida.lab import render_exercise
from amatmida.logic_model.exercise_pages import as_quiz
from browser import axe
from scripts.libreoffice import find_libreoffice
from web.lab_page import TEXTS, add, cards, export, face, fold, four, link, opened, press, words
from web.lab_site import catalog, setting
from web.steps import focused, tab_to, until
from web.steps import saved as stored
from web.steps import words as quiz_words

pytestmark = pytest.mark.browser
LANGS = ["he", "en"]
QUIZ = "amat-quiz[data-live]"


def quiz(type: str) -> Any:
    entry = catalog().all("exercise")[f"day-centre-{type}"]
    return as_quiz(entry.record, entry.document.record)


def item(page: Page, id: str) -> Any:
    return page.locator(f'.amat-item[data-item="{id}"]')


def check(page: Page, id: str) -> str:
    item(page, id).locator(".amat-button.is-main").click()
    return item(page, id).locator(".amat-outcome strong").inner_text()


def progress(page: Page, type: str) -> dict[str, Any]:
    return stored(page, f"quiz/day-centre-{type}")["items"]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [1280, 320])
def test_sort(person, lang, width):
    page = opened(person(width=width), lang, "sort", QUIZ)
    (asked,) = quiz("sort").items
    for card in asked.cards:
        page.locator(f'[data-part="{card.id}"] select').select_option(card.group)
    assert check(page, asked.id) == quiz_words(lang, "right")
    assert progress(page, "sort")[asked.id]["score"] == 1


def test_sort_gives_partial_credit_and_says_why(person):
    page = opened(person(), "he", "sort", QUIZ)
    (asked,) = quiz("sort").items
    wrong = asked.cards[0]
    for card in asked.cards:
        page.locator(f'[data-part="{card.id}"] select').select_option("none" if card is wrong else card.group)
    assert check(page, asked.id) == quiz_words("he", "partly")
    assert wrong.feedback.he in item(page, asked.id).locator(".amat-verdict").inner_text()
    assert 0.8 < progress(page, "sort")[asked.id]["score"] < 1


@pytest.mark.parametrize("lang", LANGS)
def test_connect_by_pressing_cards(person, lang):
    page = opened(person(has_touch=True), lang, "connect", QUIZ)
    page.wait_for_selector("amat-connect[data-live]")
    exercise = quiz("connect")
    texts = {}
    for asked in exercise.items:
        texts |= {one.id: getattr(one.text, lang) for one in asked.options}
    board = page.locator("amat-connect")
    for asked in exercise.items:
        start = texts.get(asked.id.removeprefix("day-centre-connect-"))
        for option in asked.options:
            if not option.correct:
                continue
            if start is None:
                item(page, asked.id).locator(f'input[value="{option.id}"]').check()
                continue
            board.get_by_role("button", name=start, exact=True).tap()
            board.get_by_role("button", name=texts[option.id], exact=True).tap()
            expect(item(page, asked.id).locator(f'input[value="{option.id}"]')).to_be_checked()
    drawn = page.evaluate("document.querySelector('amat-connect .amat-line').getAttribute('d').split('M').length - 1")
    assert drawn == sum(option.correct for asked in exercise.items for option in asked.options)
    for asked in exercise.items:
        assert check(page, asked.id) == quiz_words(lang, "right")
    first = exercise.items[0]
    right = next(option for option in first.options if option.correct)
    assert getattr(right.feedback, lang) in item(page, first.id).locator(".amat-verdict").inner_text()


def test_connect_by_keyboard(person):
    page = opened(person(), "he", "connect", QUIZ)
    page.wait_for_selector("amat-connect[data-live]")
    tab_to(page, "amat-connect .amat-node-face")
    page.keyboard.press("Enter")
    tab_to(page, "amat-connect .amat-node-face")
    page.keyboard.press("Enter")
    assert page.locator(".amat-item input:checked").count() == 1
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert page.locator('amat-connect [aria-pressed="true"]').count() == 0
    assert focused(page, "amat-connect .amat-node-face")


@pytest.mark.parametrize("lang", LANGS)
def test_order(person, lang):
    page = opened(person(), lang, "order", QUIZ)
    (asked,) = quiz("order").items
    for place, card in enumerate(asked.cards):
        select = page.locator(f'[data-part="{card.id}"] select')
        if select.evaluate("one => one.selectedIndex") == place:
            select.select_option(index=(place + 1) % len(asked.cards))
        select.select_option(index=place)
    assert check(page, asked.id) == quiz_words(lang, "right")


@pytest.mark.parametrize("lang", LANGS)
def test_indicators(person, lang):
    page = opened(person(), lang, "indicators", QUIZ)
    choose, defend, card = quiz("indicators").items
    for option in choose.options:
        if option.correct:
            item(page, choose.id).locator(f'input[value="{option.id}"]').check()
    assert check(page, choose.id) == quiz_words(lang, "right")
    for one in (defend, card):
        item(page, one.id).locator("textarea").fill("כי כך" if lang == "he" else "because")
        item(page, one.id).locator(".amat-button.is-main").click()
        assert getattr(one.model, lang) in item(page, one.id).locator(".amat-model").inner_text()


@pytest.mark.parametrize("lang", LANGS)
def test_repair_find_and_mend(person, lang):
    page = opened(person(), lang, "repair", QUIZ)
    find, mend = quiz("repair").items
    for option in find.options:
        if option.correct:
            item(page, find.id).locator(f'input[value="{option.id}"]').check()
    assert check(page, find.id) == quiz_words(lang, "right")
    for pair in mend.pairs:
        options = item(page, mend.id).locator(f'[data-part="{pair.id}"] option').all_inner_texts()
        at = next(n for n, text in enumerate(options) if text.endswith(getattr(pair.right, lang)))
        item(page, mend.id).locator(f'[data-part="{pair.id}"] select').select_option(index=at)
    assert check(page, mend.id) == quiz_words(lang, "right")
    page.locator(".amat-mend > summary").click()
    face(page, "transport").click()
    page.locator('[data-key="unlink transport later"]').click()
    text = page.locator(".amat-inspector textarea")
    for id, sound in (("carers", "הקלה בנטל של בני המשפחה המטפלים"), ("outside", "לחברים יש קשר שבועי מחוץ למרכז")):
        face(page, id).click()
        text.fill(sound)
    until(
        page,
        "(JSON.parse(localStorage.getItem('amatmida/quiz/day-centre-repair-mend'))?.items['day-centre-repair-mend'].score ?? 0) >= 0.75",
    )
    page.locator(".amat-indicator summary").first.click()
    page.locator('[data-key="outside-weekly denominator"]').fill("כל החברים")
    until(
        page,
        "JSON.parse(localStorage.getItem('amatmida/quiz/day-centre-repair-mend')).items['day-centre-repair-mend'].score === 1",
    )
    expect(page.locator("amat-logic-model .amat-count").first).to_contain_text("100%")


def test_build_counts_as_a_result(person):
    page = opened(person(), "he", "build")
    page.evaluate("window.heard = []; document.addEventListener('amat-progress', e => window.heard.push(e.detail))")
    assert page.locator('[data-kind="outcome-long"] .amat-node').count() == 2, "the outcomes are given"
    four(page, "he")
    add(page, "activity", "ליווי אישי")
    ids = cards(page)
    for start, end in pairwise(ids[:5]):
        link(page, start, end)
    until(page, "window.heard.some(one => one.percent > 0)")
    assert progress(page, "build")["day-centre-build"]["score"] > 0


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("type", ["sort", "connect", "order", "indicators", "repair", "build"])
def test_axe_light_dark_and_narrow(person, lang, type):
    for name, width in ((type, 1280), (f"{type}-dark", 320)):
        ready = "amat-logic-model[data-live]" if type == "build" else QUIZ
        page = opened(person(width=width), lang, name, ready)
        for summary in page.locator(".amat-mend > summary").all():
            summary.click()
        page.wait_for_timeout(400)
        assert axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize("type", ["sort", "connect", "order", "indicators", "repair"])
def test_on_paper_the_answers_are_folded_at_the_end(person, type):
    page = person(java_script_enabled=False).open("he", type, live=False)
    answers = page.locator(".amat-keys details")
    assert answers.count() == len(quiz(type).items)
    assert not answers.first.evaluate("one => one.open")


def test_the_same_page_twice():
    s = setting("he", catalog())
    for id in s.catalog.all("exercise"):
        assert render_exercise(s, id) == render_exercise(s, id)


@pytest.mark.parametrize("lang", LANGS)
def test_word_file_opens_with_its_words_in_order(person, lang, tmp_path):
    office = find_libreoffice()
    if office is None:
        pytest.skip("no LibreOffice")
    page = opened(person(accept_downloads=True), lang)
    ids = four(page, lang)
    link(page, ids[0], ids[1])
    page.locator(".amat-model-title").fill("המודל שלי" if lang == "he" else "My model")
    fold(page, lang, "files")
    file = tmp_path / "model.docx"
    file.write_bytes(export(page, lang, "word").read_bytes())
    command = [
        office,
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
        "--outdir",
        str(tmp_path),
        str(file),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    text = (tmp_path / "model.txt").read_text(encoding="utf-8-sig")
    wanted = words(lang, "if_then", **{"from": TEXTS[lang][0], "to": TEXTS[lang][1]})
    assert wanted in text and words(lang, "kinds", "input") in text


def test_nothing_is_exported_when_it_fails(person):
    page = opened(person())
    fold(page, "he", "files")
    page.evaluate("() => { HTMLCanvasElement.prototype.toBlob = (done) => done(null) }")
    press(page, "he", "export_as", "png")
    expect(page.locator(".amat-lab-inside > .amat-live")).to_have_text(words("he", "export_failed"))
