"""Filling in a worksheet: fields, rows, scales, a decision, composed texts, copies; with mouse and keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from web.sheet_steps import button, field, reload, row, saved, settle, status, words
from web.steps import focused, tab_to, until

pytestmark = pytest.mark.browser
LANGS = ["he", "en"]


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_filled_in_is_there_again(sheet_page, lang: str) -> None:
    page = sheet_page(lang)
    field(page, "service-name").fill("בית KPI")
    field(page, "service-purpose").fill("line one\nline two")
    field(page, "service-begins").fill("2026-12-01")
    field(page, "service-stage").select_option("running")
    page.locator("[data-name='service.voices'][value=families]").check()
    page.locator("[data-name='readiness.a1'][value=full]").check()
    field(page, "readiness-a1-note").fill("minutes")
    settle(page)
    assert saved(page)["values"]["service.voices"] == ["families"]
    expect(page.locator(".amat-saved")).to_contain_text(words(lang, "saved", time="").strip(" ,"))
    reload(page)
    assert field(page, "service-name").input_value() == "בית KPI"
    assert field(page, "service-purpose").input_value() == "line one\nline two"
    assert field(page, "service-begins").input_value() == "2026-12-01"
    assert field(page, "service-stage").input_value() == "running"
    assert page.locator("[data-name='service.voices']:checked").evaluate_all("all => all.map(x => x.value)") == [
        "families"
    ]
    assert page.locator("[data-name='readiness.a1']:checked").get_attribute("value") == "full"
    assert page.locator(".amat-saved").inner_text() == words(lang, "loaded")
    assert page.locator(".amat-count").inner_text() == words(lang, "progress", n=6, of=11)


def test_typing_is_saved_after_a_pause_without_leaving_the_field(sheet_page) -> None:
    page = sheet_page("he")
    field(page, "service-name").press_sequentially("אבג")
    until(page, "(localStorage.getItem('amatmida/worksheet/sample') || '').includes('אבג')")
    assert focused(page, "#ws-sample-service-name")


def test_each_field_runs_in_the_direction_of_its_words(sheet_page) -> None:
    page = sheet_page("he")
    name = field(page, "service-name")
    seen = []
    for text in ("KPI של השירות", "KPI only", ""):
        name.fill(text)
        seen.append(name.get_attribute("dir"))
    assert seen == ["rtl", "ltr", "rtl"]


@pytest.mark.parametrize("lang", LANGS)
def test_numbers_that_cannot_be_read_stay_and_are_named(sheet_page, lang: str) -> None:
    page = sheet_page(lang)
    clients = field(page, "service-clients")
    for typed, key, values in (
        ("3-4", "not_number", {}),
        ("0", "too_low", {"min": 1}),
        ("501", "too_high", {"max": 500}),
    ):
        clients.fill(typed)
        assert page.locator("#ws-sample-service-clients-remark").inner_text() == words(lang, key, **values)
    assert "ws-sample-service-clients-remark" in (clients.get_attribute("aria-describedby") or "")
    clients.fill("1,2")
    settle(page)
    assert saved(page)["values"]["service.clients"] == "1,2"


def test_products_and_totals_follow_the_rows(sheet_page) -> None:
    page = sheet_page("en")
    first, second = row(page, 0), row(page, 1)
    first.locator("[data-name=often]").select_option("weekly")
    first.locator("[data-name=minutes]").fill("30")
    second.locator("[data-name=people]").fill("1,000")
    second.locator("[data-name=often]").select_option("monthly")
    second.locator("[data-name=minutes]").fill("1.5")
    settle(page)
    assert first.locator("output").inner_text() == "52"
    assert second.locator("output").inner_text() == "300"
    assert page.locator("[data-total=hours] output").inner_text() == "352"
    assert page.locator("[data-total=people] output").inner_text() == "1,002"
    second.locator("[data-name=people]").fill("many")
    settle(page)
    assert second.locator("output").inner_text() == words("en", "no_total")
    assert page.locator("[data-total=hours] output").inner_text() == "52"


@pytest.mark.parametrize("lang", LANGS)
def test_rows_by_keyboard_alone(sheet_page, lang: str) -> None:
    page = sheet_page(lang)
    name = {"he": "משימה", "en": "Task"}[lang]
    tab_to(page, ".amat-rows ~ .amat-actions .amat-button")
    assert page.evaluate("document.activeElement.textContent") == words(lang, "add_row", row=name)
    page.keyboard.press("Enter")
    assert page.locator(".amat-row").count() == 4
    page.keyboard.type("fourth")
    assert row(page, 3).locator("[data-name=task]").input_value() == "fourth"
    tab_to(page, ".amat-row:nth-child(4) .is-up", back=True)
    page.keyboard.press("Enter")
    assert row(page, 2).locator("[data-name=task]").input_value() == "fourth"
    assert status(page) == words(lang, "moved", name=f"{name} 4", n=3, of=4)
    assert page.evaluate("document.activeElement.dataset.does") == "up"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == words(lang, "remove", name=f"{name} 3")
    page.keyboard.press("Enter")
    assert page.locator(".amat-row").count() == 3
    assert page.evaluate("document.activeElement.textContent") == words(lang, "undo")
    page.keyboard.press("Enter")
    assert row(page, 2).locator("[data-name=task]").input_value() == "fourth"
    reload(page)
    assert [row(page, n).locator("[data-name=task]").input_value() for n in range(4)][2] == "fourth"


def test_all_rows_can_go_and_come(sheet_page) -> None:
    page = sheet_page("en")
    for _ in range(3):
        row(page, 0).locator(".is-remove").click()
    expect(page.get_by_text(words("en", "no_rows")).first).to_be_visible()
    reload(page)
    assert page.locator(".amat-row").count() == 0
    button(page, words("en", "add_row", row="Task")).click()
    assert page.locator(".amat-row").count() == 1


def test_percentages_and_what_they_suggest(sheet_page) -> None:
    page = sheet_page("en")
    lines = page.locator(".amat-sums li")
    assert words("en", "summary_none") in lines.first.inner_text()
    for item, step in (("a1", "full"), ("a2", "none"), ("b1", "na")):
        page.locator(f"[data-name='readiness.{item}'][value={step}]").check()
    settle(page)
    text = [line.inner_text().split("\n") for line in lines.all()]
    assert text[0] == ["All together", words("en", "summary_line", percent=50, n=3, of=3), "Go on."]
    assert [line[0] for line in text] == ["All together", "Outcomes", "Participation", "Before", "After"]
    assert text[3][1] == words("en", "summary_line", percent=100, n=2, of=2)
    assert text[4][2] == "Start from the basics."


@pytest.mark.parametrize("lang", LANGS)
def test_a_decision_one_question_at_a_time(sheet_page, lang: str) -> None:
    page = sheet_page(lang)
    yes, no = {"he": ("כן", "לא"), "en": ("Yes", "No")}[lang]
    shown = page.locator(".amat-node:visible")
    assert shown.count() == 1
    back = button(page, words(lang, "back"))
    assert back.is_disabled()
    shown.get_by_role("button", name=yes).click()
    assert shown.get_attribute("data-node") == "q2"
    assert "amat-ask" in page.evaluate("document.activeElement.className")
    shown.get_by_role("button", name=no).click()
    assert shown.get_attribute("data-node") == "end-1"
    assert page.locator(".amat-path li").count() == 2
    reload(page)
    assert shown.get_attribute("data-node") == "end-1"
    back.click()
    assert shown.get_attribute("data-node") == "q2"
    button(page, words(lang, "restart_tree")).click()
    assert shown.get_attribute("data-node") == "q1"
    assert not page.locator(".amat-walked").is_visible()


def test_texts_are_composed_while_answers_are_written(sheet_page) -> None:
    page = sheet_page("en")
    letter, appendix = (
        page.locator("[data-section=letter] .amat-letter-text"),
        page.locator("[data-section=appendix] .amat-letter-text"),
    )
    assert words("en", "not_filled") in letter.inner_text()
    field(page, "service-name").fill("<img src=x onerror=alert(1)>בית")
    page.locator("[data-name='service.voices'][value=staff]").check()
    settle(page)
    assert "in <img src=x onerror=alert(1)>בית." in letter.inner_text()
    assert "Took part: Staff." in letter.inner_text()
    assert letter.locator("img").count() == appendix.locator("img").count() == 0
    assert letter.locator(".amat-given").first.get_attribute("dir") == "rtl"
    assert "Draft. Needs the legal adviser." in appendix.inner_text()
    assert "Task: Quarterly report · People: 2" in appendix.inner_text()


def test_clearing_asks_first_and_can_be_undone(sheet_page) -> None:
    page = sheet_page("he")
    field(page, "service-name").fill("שם")
    button(page, words("he", "clear")).click()
    page.keyboard.press("Escape")
    assert field(page, "service-name").input_value() == "שם"
    button(page, words("he", "clear")).click()
    button(page, words("he", "clear_do")).click()
    assert field(page, "service-name").input_value() == ""
    assert page.locator(".amat-count").inner_text() == words("he", "progress", n=0, of=11)
    button(page, words("he", "undo")).click()
    assert field(page, "service-name").input_value() == "שם"


def test_copies_of_one_form(sheet_page) -> None:
    page = sheet_page("en")
    field(page, "service-name").fill("one")
    page.locator(".amat-copies > summary").click()
    button(page, words("en", "sheet_duplicate")).click()
    named = page.locator("#ws-sample-copy-name")
    named.fill("Second <b>")
    named.press("Tab")
    field(page, "service-name").fill("two")
    settle(page)
    copies = page.locator("#ws-sample-copies")
    assert copies.locator("option").all_inner_texts() == ["Copy 1", "Second <b>"]
    copies.select_option(label="Copy 1")
    assert field(page, "service-name").input_value() == "one"
    reload(page)
    assert field(page, "service-name").input_value() == "one"
    page.locator(".amat-copies > summary").click()
    copies.select_option(label="Second <b>")
    button(page, words("en", "sheet_delete")).click()
    expect(page.get_by_text(words("en", "sheet_delete_ask", name="Second <b>"))).to_be_visible()
    button(page, words("en", "sheet_delete_do")).click()
    assert field(page, "service-name").input_value() == "one"
    button(page, words("en", "undo")).click()
    assert field(page, "service-name").input_value() == "two"


def test_rows_come_from_another_form_on_the_device(sheet_page) -> None:
    page = sheet_page("en")
    assert words("en", "take_none", title="Source card") in page.locator(".amat-takes").inner_text()
    other = page.context.new_page()
    other.goto(page.url.replace("sample", "source"))
    other.wait_for_selector("amat-worksheet[data-live]")
    other.locator("#ws-source-card-title").fill("=1+1")
    other.locator("[data-name=what]").first.fill("from the list")
    other.locator("[data-name=many]").first.fill("7")
    other.evaluate("document.activeElement.blur()")
    other.close()
    bring = page.locator(".amat-takes button")
    expect(bring).to_have_count(1)
    bring.click()
    page.locator(".amat-takes button").click()
    tasks = [one.input_value() for one in page.locator("[data-name=task]").all()]
    assert tasks == ["Quarterly report", "=1+1", "from the list"]
    assert page.locator("[data-name=people]").last.input_value() == "7"
