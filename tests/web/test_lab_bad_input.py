"""What people and strangers put into the builder: refused or cleaned in clear words, the open model untouched."""

from __future__ import annotations

import base64
import json
import re
import zlib
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from amatmida.core.fragment import fill
from amatmida.locale import strings
from support import ROOT
from web.lab_page import add, cards, export, face, fold, four, link, model, opened, press, saved, words

pytestmark = pytest.mark.browser
LANGS = ["he", "en"]
EVIL = "<img src=x onerror=alert(1)>"
CARD = {"id": "a", "kind": "input", "text": "a"}
BAD: dict[str, str | dict[str, Any]] = {
    "not_json": '{"v":1,"nodes":[',
    "not_model": "[]",
    "newer_model": {"v": 2, "nodes": []},
    "too_big": {"v": 1, "nodes": [], "title": "x" * 1_100_000},
    "unknown_part": {"v": 1, "nodes": [], EVIL: 1},
    "bad_id": '{"v":1,"nodes":[{"id":"__proto__","kind":"input","text":""}]}',
    "bad_kind": {"v": 1, "nodes": [{**CARD, "kind": "toString"}]},
    "bad_text": {"v": 1, "nodes": [{**CARD, "text": {"x": 1}}]},
    "long_text": {"v": 1, "nodes": [{**CARD, "text": "x" * 601}]},
    "many_nodes": {"v": 1, "nodes": [{**CARD, "id": f"n{n}"} for n in range(10_000)]},
    "twice": {"v": 1, "nodes": [CARD, CARD]},
    "lost_end": {"v": 1, "nodes": [CARD], "links": [{"from": "a", "to": "b"}]},
    "circle": {"v": 1, "nodes": [CARD, {**CARD, "id": "b"}], "links": [{"from": "a", "to": "b"}, {"from": "b", "to": "a"}]},
}  # fmt: skip


def heard(page: Page) -> Any:
    return page.locator(".amat-lab-inside > .amat-live")


def refusal(lang: str, code: str) -> re.Pattern[str]:
    """The whole sentence, whatever fills its places, and that nothing was changed."""
    table: Any = strings(lang, "logic_model")["browser"]
    sentence = re.sub(r"\\\{\w+\\\}", ".*", re.escape(table["refused"][code]))
    return re.compile(f"^{sentence} {re.escape(table['untouched'])}$")


def give(page: Page, file: Path, content: str) -> None:
    file.write_text(content, encoding="utf-8")
    page.locator('input[type="file"]').set_input_files(file)


@pytest.mark.parametrize("lang", LANGS)
def test_every_bad_file_is_refused_with_its_own_reason(person, tmp_path, lang: str) -> None:
    page = opened(person(), lang)
    four(page, lang)
    before = model(page, lang)
    fold(page, lang, "files")
    for code, content in BAD.items():
        give(page, tmp_path / "bad.json", content if isinstance(content, str) else json.dumps(content))
        expect(heard(page)).to_have_text(refusal(lang, code))
    assert page.locator(".amat-lab-inside img").count() == 0
    assert saved(page) == [before]


def test_every_reason_has_its_words() -> None:
    """A code nobody wrote a sentence for would leave a person with an empty line."""
    room = ROOT / "plugins/amatmida/web/logic-model"
    source = "".join(file.read_text(encoding="utf-8") for file in room.glob("*.js"))
    codes = set(re.findall(r'new Refusal\("(\w+)"', source))
    codes |= {f"many_{name}" for name in ("nodes", "links", "conditions", "indicators", "argued")}
    assert len(codes) > 15
    for lang in ("he", "en", "ar"):
        table: Any = strings(lang, "logic_model")["browser"]  # type: ignore[arg-type]
        assert codes <= table["refused"].keys(), lang


@pytest.mark.parametrize("lang", LANGS)
def test_hidden_signs_of_direction_are_taken_out_and_counted(person, tmp_path, lang: str) -> None:
    page = opened(person(), lang)
    fold(page, lang, "files")
    table: Any = strings(lang, "logic_model")["browser"]  # type: ignore[arg-type]
    told = fill(table["cleaned"]["other"], n=3)
    text = "\u202egnp.exe\u2066\u2069"
    give(page, tmp_path / "m.json", json.dumps({"v": 1, "nodes": [{**CARD, "text": text}]}))
    expect(heard(page)).to_contain_text(told)
    expect(page.locator(".amat-node-text")).to_have_text(["gnp.exe"])
    page.locator(".amat-fold textarea").fill(f"{text}\nx")
    press(page, lang, "outline_do")
    expect(page.locator(".amat-node-text")).to_have_text(["gnp.exe", "x"])
    expect(heard(page)).to_contain_text(told)


@pytest.mark.parametrize("lang", LANGS)
def test_a_pasted_list_that_does_not_fit_is_refused_whole(person, lang: str) -> None:
    page = opened(person(), lang)
    four(page, lang)
    before = model(page, lang)
    fold(page, lang, "files")
    field = page.locator(".amat-fold textarea")
    for code, pasted in (("many_nodes", "x\n" * 10_000), ("long_text", "x" * 601)):
        # The driver's way of typing takes minutes for so many lines.
        field.evaluate("(one, pasted) => { one.value = pasted; one.dispatchEvent(new Event('input')); }", pasted)
        press(page, lang, "outline_do")
        expect(heard(page)).to_have_text(refusal(lang, code))
        assert len(field.input_value()) == len(pasted), "what was pasted can be mended"
    assert saved(page) == [before]
    field.fill(EVIL)
    press(page, lang, "outline_do")
    expect(page.locator(".amat-node-text")).to_have_text([EVIL])


def fragment(content: bytes, version: int = 1) -> str:
    """A link's end as anybody can make it."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = base64.urlsafe_b64encode(packer.compress(content) + packer.flush()).decode().rstrip("=")
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    length, n = "", len(data)
    while n:
        length, n = digits[n % 36] + length, n // 36
    return f"#model={version}.{length}.{data}"


@pytest.mark.parametrize("lang", LANGS)
def test_strange_links_change_nothing_before_a_person_says_so(person, lang: str) -> None:
    page = opened(person(), lang)
    four(page, lang)
    before = model(page, lang)
    here = page.url
    whole = fragment(json.dumps({"v": 1, "nodes": []}).encode())
    links = {
        "cut_link": whole[:-3],
        "bad_link": whole[:-3] + "___",
        "newer_model": fragment(b"{}", version=2),
        "too_big": fragment(b" " * 50_000_000),
        "not_json": fragment(b"<script>"),
        "many_nodes": fragment(json.dumps(BAD["many_nodes"]).encode()),
    }
    for code, end in links.items():
        page.goto(here + end)
        expect(heard(page)).to_have_text(refusal(lang, code))
        assert "#" not in page.url
    page.goto(here + fragment(json.dumps({"v": 1, "title": EVIL, "nodes": [CARD]}).encode()))
    offer = page.locator(".amat-offer")
    expect(offer).to_contain_text(EVIL)
    assert offer.locator("img").count() == 0
    press(page, lang, "received_leave")
    expect(offer.locator(".amat-confirm")).to_have_count(0)
    assert saved(page) == [before]


@pytest.mark.parametrize("lang", LANGS)
def test_formulas_leave_as_text(person, lang: str) -> None:
    page = opened(person(accept_downloads=True), lang)
    field = page.locator(".amat-add-field").first
    for text in ('=HYPERLINK("http://x.example","y")', "@SUM(A1)", "+1", "-2+3"):
        field.fill(text)
        field.press("Enter")
    fold(page, lang, "files")
    rows = export(page, lang, "csv").read_bytes().decode("utf-8-sig").split("\r\n")
    cells = [row.split(",", 3)[3] for row in rows[1:5]]
    assert all(re.match(r"\"?'[=@+-]", cell) for cell in cells), cells


@pytest.mark.parametrize("lang", LANGS)
def test_a_linked_card_goes_with_a_warning_and_comes_back_whole(person, lang: str) -> None:
    page = opened(person(), lang)
    ids = four(page, lang)
    link(page, *ids[:2])
    page.locator(f'[data-key="add assumptions {ids[0]},{ids[1]}"]').click()
    page.keyboard.type("x")
    press(page, lang, "add_indicator")
    before = model(page, lang)
    press(page, lang, "remove_card")
    table: Any = strings(lang, "logic_model")["browser"]  # type: ignore[arg-type]
    asked = page.locator(".amat-inspector .amat-confirm")
    for part in ("n_links", "n_conditions", "n_indicators"):
        expect(asked).to_contain_text(fill(table[part]["one"], n=1))
    press(page, lang, "remove_do")
    assert ids[0] not in cards(page)
    gone = model(page, lang)
    assert gone["links"] == gone["assumptions"] == gone["indicators"] == []
    press(page, lang, "undo")
    back = model(page, lang)
    assert {part: back[part] for part in back if part != "argued"} == {
        part: before[part] for part in before if part != "argued"
    }
    expect(face(page, ids[0])).to_be_visible()


def test_a_browser_that_forbids_saving_says_so_in_english_too(person) -> None:
    visitor = person()
    visitor.context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"
    )
    page = opened(visitor, "en")
    four(page, "en")
    expect(page.locator(".amat-notice")).to_contain_text(words("en", "notices", "forbidden"))
    expect(page.locator(".amat-save-state")).to_have_text(words("en", "not_saved"))
    assert len(cards(page)) == 4, "work goes on"


@pytest.mark.parametrize("lang", LANGS)
def test_remarks_that_cannot_be_loaded_are_missed_aloud_and_come_later(person, lang: str) -> None:
    visitor = person()
    # Before the page opens: a route put up later does not hold at once.
    visitor.context.route("**/learned-*.txt", lambda route: route.abort())
    page = opened(visitor, lang)
    text = {"he": "מספר המפגשים שהתקיימו", "en": "Number of meetings held"}[lang]
    add(page, "outcome-short", text)
    expect(page.locator(".amat-findings > .amat-count")).to_have_text(words(lang, "findings_failed"))
    assert model(page, lang)["nodes"][0]["text"] == text, "work goes on"
    visitor.context.unroute("**/learned-*.txt")
    add(page, "input", {"he": "צוות", "en": "Staff"}[lang])
    expect(page.locator(".amat-findings .is-mistake").filter(has_text=text)).not_to_have_count(0)
    expect(page.locator(".amat-findings > .amat-count")).not_to_have_text(words(lang, "findings_failed"))
    for tab in visitor.tabs:  # the browser tells of it too
        tab.faults[:] = [fault for fault in tab.faults if "ERR_FAILED" not in fault]
