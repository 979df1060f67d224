"""The logic-model builder: what a person does, by mouse, touch and keyboard, and what they see."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from amatmida.locale import strings
from amatmida.quiz.pages import fill
from browser import axe, serving
from web.conftest import Visitor
from web.lab_site import build
from web.steps import tab_to, until

pytestmark = pytest.mark.browser
LANGS = ["he", "en"]
READY = "amat-logic-model[data-live]"
TEXTS = {
    "he": ["צוות של 9 עובדים", "קבוצות חברתיות", "160 חברים מגיעים", "לחברים נוצרים קשרים"],
    "en": ["Nine staff", "Social groups", "160 members attend", "Members form ties"],
}
KINDS = ["input", "activity", "output", "outcome-short"]
SHOWN = "() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))"


@pytest.fixture(scope="session")
def lab_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(build(tmp_path_factory.mktemp("lab"))) as home:
        yield home


@pytest.fixture
def person(browser: Browser, lab_site: str) -> Iterator[Any]:
    """person(width=…, **options) is a visitor with a browser profile of their own."""
    made: list[Visitor] = []

    def make(width: int = 1280, **options: Any) -> Visitor:
        made.append(Visitor(browser, lab_site, {"viewport": {"width": width, "height": 900}, **options}))
        return made[-1]

    yield make
    assert [fault for one in made for fault in one.close()] == []


def opened(visitor: Visitor, lang: str = "he", name: str = "index", ready: str = READY, end: str = "") -> Page:
    page = visitor.open(lang, name, live=False)
    page.wait_for_selector(ready, state="attached")
    if end:
        page.goto(f"{visitor.home}{lang}/{name}.html{end}")
    return page


def words(lang: str, *keys: str, **values: object) -> str:
    table: Any = strings(lang, "logic_model")["browser"]
    for key in keys:
        table = table[key]
    return fill(table, **values)


def press(page: Page, lang: str, *keys: str) -> None:
    page.get_by_role("button", name=words(lang, *keys), exact=True).first.click()


def fold(page: Page, lang: str, key: str) -> None:
    page.locator(".amat-fold > summary", has_text=words(lang, key)).click()


def add(page: Page, kind: str, text: str) -> None:
    if page.locator(".amat-stages select").is_visible():
        page.locator(".amat-stages select").select_option(kind)
    field = page.locator(f'.amat-column[data-kind="{kind}"] .amat-add-field')
    field.fill(text)
    field.press("Enter")


def four(page: Page, lang: str) -> list[str]:
    """Four cards in a row; their ids."""
    for kind, text in zip(KINDS, TEXTS[lang], strict=True):
        add(page, kind, text)
    return cards(page)


def cards(page: Page) -> list[str]:
    found: list[str] = page.locator(".amat-node").evaluate_all("all => all.map(one => one.dataset.node)")
    return found


def face(page: Page, id: str) -> Any:
    return page.locator(f'[data-node="{id}"] .amat-node-face')


def link(page: Page, start: str, end: str) -> None:
    face(page, start).click()
    page.locator("[data-key=target]").focus()
    page.locator("[data-key=target]").select_option(end)
    page.locator('[data-key="add link"]').click()


def said(page: Page) -> str:
    """What is said of the last thing that was done; it comes after the frame that shows it."""
    page.evaluate(SHOWN)
    return page.locator(".amat-lab-inside > .amat-live").inner_text()


def saved(page: Page) -> list[dict[str, Any]]:
    """Every model in the browser's storage."""
    raw: list[str] = page.evaluate(
        "Object.keys(localStorage).filter(k => k.startsWith('amatmida/model/')).map(k => localStorage.getItem(k))"
    )
    return [json.loads(one)["model"] for one in raw]


def model(page: Page, lang: str) -> dict[str, Any]:
    """What the builder saved, once it says so."""
    expect(page.locator(".amat-save-state")).to_have_text(words(lang, "saved"))
    (one,) = saved(page)
    return one


# --- building -----------------------------------------------------------------------------------------------------


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


# --- storage --------------------------------------------------------------------------------------------------------


def test_several_models(person):
    page = opened(person())
    add(page, "input", "ראשון")
    page.locator(".amat-model-title").fill("א")
    fold(page, "he", "library")
    press(page, "he", "begin")
    add(page, "input", "שני")
    page.locator(".amat-model-title").fill("ב")
    press(page, "he", "duplicate")
    assert sorted(one["title"] for one in saved(page)) == ["א", "ב", "ב – עותק"]
    press(page, "he", "remove_model")
    press(page, "he", "remove_do")
    assert sorted(one["title"] for one in saved(page)) == ["א", "ב"]
    page.locator(".amat-fold select").first.select_option(label=words("he", "shelf_row", title="א", n=1))
    press(page, "he", "open")
    expect(page.locator(".amat-node-text")).to_have_text("ראשון")


def test_from_a_scenario_nothing_of_it_changes(person):
    page = opened(person(), "en")
    fold(page, "en", "library")
    page.locator(".amat-fold select").nth(1).select_option("day-centre")
    press(page, "en", "begin")
    assert page.locator(".amat-node").count() == 20
    assert model(page, "en")["id"].startswith("m-")


def test_two_tabs(person):
    visitor = person()
    one = opened(visitor)
    add(one, "input", "מלשונית אחת")
    model(one, "he")
    two = opened(visitor)
    add(two, "activity", "מלשונית שתיים")
    model(two, "he")
    until(one, "document.querySelectorAll('.amat-node').length === 2")
    assert said(one) == words("he", "other_tab")
    one.locator(".amat-tools .amat-button").first.click()
    assert len(cards(one)) == 1, "undo brings back what was here"


def test_two_tabs_at_the_same_moment_lose_nothing(person):
    visitor = person()
    one, two = opened(visitor), None
    add(one, "input", "בסיס")
    model(one, "he")
    two = opened(visitor)
    # Both write before either hears of the other.
    for page, text in ((one, "כאן"), (two, "שם")):
        page.evaluate(
            """text => { const field = document.querySelector('.amat-add-field'); field.value = text;
              field.nextElementSibling.click() }""",
            text,
        )
    until(one, "Object.keys(localStorage).filter(k => k.startsWith('amatmida/model/')).length === 2")
    texts = {node["text"] for kept in saved(one) for node in kept["nodes"]}
    assert texts == {"בסיס", "כאן", "שם"}


def test_storage_forbidden_full_and_damaged(person):
    forbidden = person()
    forbidden.context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"
    )
    page = opened(forbidden)
    add(page, "input", "x")
    expect(page.locator(".amat-notice")).to_contain_text(words("he", "notices", "forbidden"))
    full = person()
    full.context.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
    )
    page = opened(full)
    add(page, "input", "x")
    expect(page.locator(".amat-save-state")).to_have_text(words("he", "not_saved"))
    expect(page.locator(".amat-notice")).to_contain_text(words("he", "notices", "full"))
    damaged = person()
    damaged.context.add_init_script("localStorage.setItem('amatmida/model/m-1', '{\"v\":1,\"model\":{}}')")
    page = opened(damaged)
    expect(page.locator(".amat-notice")).to_contain_text(words("he", "notices", "damaged"))


def test_models_are_part_of_my_data(person):
    visitor = person()
    page = opened(visitor)
    add(page, "input", "x")
    model(page, "he")
    page = opened(visitor, "he", "data", "amat-my-data[data-live]")
    stored = fill(strings("he", "quiz")["data"]["models"], n=1)
    assert stored in page.locator(".amat-stored").inner_text()


# --- in and out --------------------------------------------------------------------------------------------------------


def export(page: Page, lang: str, kind: str) -> Path:
    with page.expect_download() as info:
        press(page, lang, "export_as", kind)
    return Path(info.value.path())


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


# --- for everybody ------------------------------------------------------------------------------------------------------


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
