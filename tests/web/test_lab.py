"""The logic-model builder: what a person does, by mouse, touch and keyboard, and what they see."""

from __future__ import annotations

import itertools

import pytest
from playwright.sync_api import expect

from browser import axe
from web.lab_page import KINDS, LANGS, READY, TEXTS, add, cards, face, four, link, model, opened, press, said, words
from web.steps import tab_to, until

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [1280, 320])
def test_from_blank_to_a_model_that_is_still_there(person, lang, width):
    page = opened(person(width=width, has_touch=width == 320), lang)
    ids = four(page, lang)
    for start, end in itertools.pairwise(ids):
        if width == 320:
            page.locator(".amat-stages select").select_option(KINDS[ids.index(start)])
        link(page, start, end)
    page.locator(f'[data-key="because {ids[2]} {ids[3]}"]').fill("כי נפגשים" if lang == "he" else "they meet")
    page.locator(f'[data-key="add assumptions {ids[2]},{ids[3]}"]').click()
    page.keyboard.type("א" if lang == "he" else "transport")
    press(page, lang, "add_indicator")
    page.keyboard.type("שיעור" if lang == "he" else "Share")
    page.locator(".amat-model-title").fill("המודל" if lang == "he" else "Mine")
    kept = model(page, lang)
    assert [n["text"] for n in kept["nodes"]] == TEXTS[lang]
    assert [(k["from"], k["to"]) for k in kept["links"]] == list(itertools.pairwise(ids))
    assert len(kept["assumptions"]) == len(kept["indicators"]) == 1
    page.reload()
    page.wait_for_selector(READY)
    assert cards(page) == ids
    assert page.locator(".amat-model-title").input_value() == kept["title"]


@pytest.mark.parametrize("lang", LANGS)
def test_by_keyboard_alone(person, lang):
    page = opened(person(), lang)
    for kind, text in zip(KINDS, TEXTS[lang], strict=True):
        tab_to(page, f'[data-kind="{kind}"] .amat-add-field')
        page.keyboard.type(text)
        page.keyboard.press("Enter")
    ids = cards(page)
    tab_to(page, ".amat-node-face", back=True)
    forward, back = ("ArrowLeft", "ArrowRight") if lang == "he" else ("ArrowRight", "ArrowLeft")
    here = "document.activeElement.closest('.amat-node')?.dataset.node"
    assert page.evaluate(here) == ids[3], "one stop for the whole board: the selected card"
    for n in (2, 1, 0):
        page.keyboard.press(back)
        assert page.evaluate(here) == ids[n]
    page.keyboard.press(forward)
    assert page.evaluate(here) == ids[1]
    page.keyboard.press(f"Alt+{forward}")
    assert page.evaluate(here) == ids[1], "the focus goes along with the card"
    assert page.locator('[data-kind="output"] .amat-node').count() == 2
    page.keyboard.press("Control+z")
    assert page.locator('[data-kind="output"] .amat-node').count() == 1
    page.keyboard.press("Control+Shift+z")
    assert page.locator('[data-kind="output"] .amat-node').count() == 2
    page.keyboard.press("Control+z")
    face(page, ids[1]).focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"
    page.keyboard.press("Escape")
    assert page.evaluate(here) == ids[1]
    page.keyboard.press("Enter")
    tab_to(page, "[data-key=target]")
    page.keyboard.press("End")
    tab_to(page, '[data-key="add link"]')
    page.keyboard.press("Enter")
    assert said(page) == words(lang, "linked", **{"from": TEXTS[lang][1], "to": TEXTS[lang][3]})
    tab_to(page, f'[data-key="unlink {ids[1]} {ids[3]}"]', back=True)
    page.keyboard.press("Enter")
    assert model(page, lang)["links"] == []
    assert page.evaluate("document.activeElement.dataset.key") == "target", "focus stays near what was removed"


def test_choose_the_target_on_the_board(person):
    page = opened(person())
    ids = four(page, "he")
    face(page, ids[0]).click()
    press(page, "he", "pick_on_board")
    face(page, ids[1]).click()
    assert len(model(page, "he")["links"]) == 1
    press(page, "he", "pick_on_board")
    page.keyboard.press("Escape")
    assert said(page) == words("he", "picking_off")


def test_drag_a_card_and_drag_a_link(person):
    page = opened(person())
    ids = four(page, "he")
    page.drag_and_drop(
        f'[data-node="{ids[0]}"] .amat-node-face', '.amat-column[data-kind="activity"] .amat-column-title'
    )
    assert page.locator('[data-kind="activity"] .amat-node').first.get_attribute("data-node") == ids[0]
    page.hover(f'[data-node="{ids[1]}"]')
    page.drag_and_drop(f'[data-node="{ids[1]}"] .amat-port', f'[data-node="{ids[2]}"] .amat-node-face')
    assert [(k["from"], k["to"]) for k in model(page, "he")["links"]] == [(ids[1], ids[2])]


def test_deleting_says_what_goes_and_can_be_undone(person):
    page = opened(person())
    ids = four(page, "he")
    link(page, ids[0], ids[1])
    press(page, "he", "remove_card")
    assert words("he", "n_links", n=1) in page.locator(".amat-inspector .amat-confirm").inner_text()
    page.keyboard.press("Escape")
    assert len(cards(page)) == 4
    press(page, "he", "remove_card")
    press(page, "he", "remove_do")
    assert len(cards(page)) == 3
    press(page, "he", "undo")
    assert len(model(page, "he")["links"]) == 1
    face(page, ids[3]).click()
    press(page, "he", "remove_card")
    assert len(cards(page)) == 3, "a card that stands alone goes at once"


def test_no_circle(person):
    page = opened(person())
    ids = four(page, "he")
    link(page, ids[0], ids[1])
    link(page, ids[1], ids[0])
    assert said(page).startswith(words("he", "link_circle", **{"from": TEXTS["he"][1], "to": TEXTS["he"][0]}))
    assert len(model(page, "he")["links"]) == 1


def test_arrows_run_from_card_to_card(person):
    for lang in LANGS:
        page = opened(person(), lang)
        ids = four(page, lang)
        link(page, ids[0], ids[1])
        page.locator(".amat-model-title").click()
        until(page, "document.querySelectorAll('.amat-line[d*=M], .amat-line.is-lit[d*=M]').length > 0")
        ends = page.evaluate(
            """([a, b]) => { const box = id => document.querySelector(`[data-node="${id}"]`).getBoundingClientRect();
              const svg = document.querySelector('.amat-lines').getBoundingClientRect();
              const d = [...document.querySelectorAll('.amat-line')].map(p => p.getAttribute('d') || '').join('');
              const [, x, y] = /M(-?\\d+) (-?\\d+)/.exec(d).map(Number);
              const [ex] = /(-?\\d+) -?\\d+$/.exec(d).slice(1).map(Number);
              return [x + svg.x, ex + svg.x, box(a), box(b)] }""",
            ids[:2],
        )
        start, end, a, b = ends
        if lang == "he":
            assert abs(start - a["left"]) < 2 and abs(end - b["right"]) < 2
        else:
            assert abs(start - a["right"]) < 2 and abs(end - b["left"]) < 2


@pytest.mark.parametrize("lang", LANGS)
def test_findings_are_argued_with_and_the_reason_stays(person, lang):
    page = opened(person(), lang)
    add(page, "outcome-long", "מספר המפגשים" if lang == "he" else "Number of meetings held")
    mistake = page.locator(".amat-findings .amat-finding.is-mistake").first
    expect(mistake).to_contain_text(words(lang, "severity", "mistake"))
    assert mistake.locator(".amat-sign[aria-hidden=true]").inner_text() == "×"
    expect(page.locator(".amat-node .amat-sign.is-mistake")).to_have_count(1)
    mistake.locator("summary", has_text=words(lang, "argue")).click()
    mistake.locator("input").fill("כי כך סוכם" if lang == "he" else "agreed so")
    mistake.locator("input").press("Enter")
    expect(page.locator(".amat-findings .amat-argued")).to_contain_text(words(lang, "left_because"))
    expect(page.locator(".amat-node .amat-sign.is-mistake")).to_have_count(0)
    assert model(page, lang)["argued"][0]["because"]


@pytest.mark.parametrize("lang", LANGS)
def test_statements(person, lang):
    page = opened(person(), lang)
    ids = four(page, lang)
    link(page, ids[0], ids[1])
    press(page, lang, "views", "statements")
    expected = words(lang, "if_then", **{"from": TEXTS[lang][0], "to": TEXTS[lang][1]})
    expect(page.locator(".amat-statement-list li").first).to_contain_text(expected)
    assert axe(page) == []


def test_text_goes_in_its_own_direction(person):
    page = opened(person())
    add(page, "input", "KPI של 40 מפגשים")
    add(page, "input", "Only English")
    assert page.locator(".amat-node-face").evaluate_all("all => all.map(one => one.dir)") == ["rtl", "ltr"]


@pytest.mark.parametrize(
    ("lang", "name", "width"),
    [("he", "index", 1280), ("he", "index", 320), ("he", "dark", 1280), ("en", "index", 640), ("en", "dark", 320)],
)
def test_axe_in_every_state(person, lang, name, width):
    page = opened(person(width=width), lang, name)
    found = {"empty": axe(page)}
    four(page, lang)
    add(page, "outcome-long", "מספר המפגשים" if lang == "he" else "Number of meetings")
    page.locator(".amat-findings .amat-finding").first.wait_for()
    link(page, cards(page)[-1], cards(page)[0])
    press(page, lang, "add_indicator")
    for summary in page.locator("summary").all():
        if summary.is_visible():
            summary.click()
    page.wait_for_timeout(300)
    found["open"] = axe(page)
    press(page, lang, "remove_card")
    found["asking"] = axe(page)
    assert found == {"empty": [], "open": [], "asking": []}
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_targets_are_big_enough(person):
    for width in (1280, 320):
        page = opened(person(width=width))
        four(page, "he")
        small = page.evaluate(
            """() => [...document.querySelectorAll('amat-logic-model :is(button, select, textarea, summary, input)')]
              .filter(e => e.checkVisibility() && (e.getBoundingClientRect().height < 24 || e.getBoundingClientRect().width < 24))
              .map(e => e.className || e.tagName)"""
        )
        assert small == []


def test_narrow_shows_one_stage_at_a_time(person):
    page = opened(person(width=320))
    assert page.locator(".amat-column:visible").count() == 1
    press(page, "he", "stage_after")
    assert page.locator('.amat-column[data-kind="activity"]').is_visible()


def test_without_javascript_there_is_a_sheet_to_fill_in(person):
    page = person(java_script_enabled=False).open("he", "index", live=False)
    assert page.locator(".amat-paper").is_visible()
    assert page.locator(".amat-paper th").count() == 6
