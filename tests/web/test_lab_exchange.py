"""What leaves the builder and comes back: files, links, lists, pictures, paper."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect

from amatmida.locale import strings
from web.lab_page import LANGS, TEXTS, add, cards, export, fold, four, link, model, opened, press, said, saved, words
from web.steps import until

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("lang", LANGS)
def test_out_and_in_again(person, lang, tmp_path):
    page = opened(person(accept_downloads=True), lang)
    ids = four(page, lang)
    link(page, ids[0], ids[1])
    before = model(page, lang)
    fold(page, lang, "files")
    text = export(page, lang, "json").read_text(encoding="utf-8")
    assert json.loads(text) == before
    (tmp_path / "m.json").write_text(text, encoding="utf-8")
    page.locator('input[type="file"]').set_input_files(tmp_path / "m.json")
    until(page, "Object.keys(localStorage).filter(k => k.startsWith('amatmida/model/')).length === 2")
    assert cards(page) == ids
    table = export(page, lang, "csv")
    csv = table.read_bytes().decode("utf-8-sig")
    assert TEXTS[lang][0] in csv and csv.count("\r\n") == 6
    (tmp_path / "שם.csv").write_bytes(table.read_bytes())
    page.locator('input[type="file"]').set_input_files(tmp_path / "שם.csv")
    until(page, "Object.keys(localStorage).filter(k => k.startsWith('amatmida/model/')).length === 3")
    (again,) = [one for one in saved(page) if one["title"] == "שם"]
    assert [again[part] for part in ("nodes", "links")] == [before[part] for part in ("nodes", "links")]
    (tmp_path / "bad.csv").write_text("a;b\n1;2", encoding="utf-8")
    page.locator('input[type="file"]').set_input_files(tmp_path / "bad.csv")
    expect(page.locator(".amat-lab-inside > .amat-live")).to_contain_text(words(lang, "untouched"))
    assert again in saved(page) and len(saved(page)) == 3
    assert "flowchart " + ("RL" if lang == "he" else "LR") in export(page, lang, "mermaid").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "not_json"),
        ("[]", "not_model"),
        ('{"v":1,"nodes":[],"__proto__":{}}', "unknown_part"),
        ('{"v":1,"nodes":[{"id":"constructor","kind":"input","text":""}]}', "bad_id"),
        (json.dumps({"v": 1, "nodes": [{"id": f"n{n}", "kind": "input", "text": ""} for n in range(10_000)]}), "many_nodes"),
        (json.dumps({"v": 1, "nodes": [{"id": "a", "kind": "input", "text": "a"}], "links": [{"from": "a", "to": "a"}]}), "circle"),
        ('{"v":9,"nodes":[]}', "newer_model"),
    ],
)  # fmt: skip
def test_bad_files_are_refused_in_words_and_change_nothing(person, tmp_path, text, code):
    page = opened(person())
    ids = four(page, "he")
    before = model(page, "he")
    fold(page, "he", "files")
    (tmp_path / "bad.json").write_text(text, encoding="utf-8")
    page.locator('input[type="file"]').set_input_files(tmp_path / "bad.json")
    expect(page.locator(".amat-lab-inside > .amat-live")).to_contain_text(words("he", "untouched"))
    assert said(page).startswith(strings("he", "logic_model")["browser"]["refused"][code].partition("{")[0])
    assert cards(page) == ids and saved(page) == [before]


def test_markup_in_a_file_stays_words(person, tmp_path):
    page = opened(person())
    evil = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
    (tmp_path / "x.json").write_text(
        json.dumps({"v": 1, "title": evil[:60], "nodes": [{"id": "a", "kind": "input", "text": evil}]})
    )
    fold(page, "he", "files")
    page.locator('input[type="file"]').set_input_files(tmp_path / "x.json")
    expect(page.locator(".amat-node-text")).to_have_text(evil)
    press(page, "he", "views", "statements")
    assert page.locator("amat-logic-model img, amat-logic-model script:not(.amat-data)").count() == 0
    assert page.title() not in {"1", "2"}


@pytest.mark.parametrize("lang", LANGS)
def test_share_link(person, lang):
    visitor = person(permissions=["clipboard-write", "clipboard-read"])
    page = opened(visitor, lang)
    four(page, lang)
    page.locator(".amat-model-title").fill("שלי")
    before = model(page, lang)
    fold(page, lang, "files")
    expect(page.locator(".amat-fold[open]")).to_contain_text(words(lang, "share_warning"))
    press(page, lang, "share_do")
    field = page.locator(".amat-fold input[readonly]")
    expect(field).to_have_value(re.compile("#model=1"))
    fragment = "#" + field.input_value().split("#")[1]
    other = opened(person(), lang, end=fragment)
    press(other, lang, "received_open")
    assert [n["text"] for n in model(other, lang)["nodes"]] == [n["text"] for n in before["nodes"]]
    assert "#" not in other.url
    cut = opened(person(), lang, end=fragment[:-9])
    expect(cut.locator(".amat-lab-inside > .amat-live")).to_contain_text(words(lang, "refused", "cut_link"))
    assert cards(cut) == [] and saved(cut) == []


def test_outline(person):
    page = opened(person())
    fold(page, "he", "files")
    page.locator(".amat-fold textarea").fill("תשומות:\n- צוות\nתוצאות ביניים\n- קשר שבועי")
    press(page, "he", "outline_do")
    expect(page.locator('[data-kind="input"] .amat-node')).to_have_count(1)
    expect(page.locator('[data-kind="outcome-mid"] .amat-node')).to_have_count(1)


@pytest.mark.parametrize("lang", LANGS)
def test_svg_and_png_hold_the_words_in_the_right_order(person, browser, lang, tmp_path):
    page = opened(person(accept_downloads=True), lang)
    text = "ירידה של 40% בבדידות (KPI)" if lang == "he" else "Loneliness falls by 40% (KPI)"
    add(page, "outcome-long", text)
    add(page, "input", "צוות" if lang == "he" else "Staff")
    fold(page, lang, "files")
    svg = export(page, lang, "svg").read_text(encoding="utf-8")
    assert export(page, lang, "png").read_bytes()[:4] == b"\x89PNG"
    viewer = browser.new_page()
    viewer.set_content(svg)
    first, last = (
        viewer.evaluate(
            """part => { const t = [...document.querySelectorAll('text')].find(t => t.textContent.includes(part));
              const at = t.textContent.indexOf(part); return t.getStartPositionOfChar(at).x }""",
            part,
        )
        for part in (("ירידה", "40%") if lang == "he" else ("Loneliness", "falls"))
    )
    assert (first > last) == (lang == "he"), "the first word is on the right in Hebrew"
    columns = viewer.evaluate("[...document.querySelectorAll('svg > rect')].slice(1).map(r => +r.getAttribute('x'))")
    assert (columns[0] > columns[1]) == (lang == "he")
    viewer.close()


@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_print(person, paper):
    page = opened(person())
    ids = four(page, "he")
    link(page, ids[0], ids[1])
    page.evaluate("window.print = () => { window.printed = true }")
    fold(page, "he", "files")
    page.locator(".amat-fold select").last.select_option(paper)
    press(page, "he", "print")
    until(page, "window.printed === true")
    page.emulate_media(media="print")
    expect(page.locator(".amat-sheet svg")).to_be_visible()
    expect(page.locator("h1")).to_be_hidden()
    expect(page.locator(".amat-sheet")).to_contain_text(TEXTS["he"][0])
    page.emulate_media(media="screen")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator(".amat-sheet").count() == 0
