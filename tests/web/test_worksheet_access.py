"""Worksheets under axe, on small screens, in the dark, without JavaScript and on paper."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pypdf import PdfReader

from browser import axe
from web.sheet_steps import button, field, row, settle, words

pytestmark = pytest.mark.browser
LANGS = ["he", "en"]
SMALL = """() => [...document.querySelectorAll('.amat-worksheet :is(button, select, summary, input, textarea)')].filter(one => {
  const box = one.getBoundingClientRect(); const label = one.closest('label')?.getBoundingClientRect();
  return box.width && Math.min(box.height, box.width) < 24 && !(label && label.height >= 24); }).map(one => one.outerHTML.slice(0, 80))"""


def every_state(page, lang: str) -> None:
    field(page, "service-name").fill("בית KPI")
    field(page, "service-clients").fill("?")
    page.locator("[data-name='readiness.a1'][value=partly]").check()
    page.locator(".amat-node:visible .amat-answers button").first.click()
    row(page, 1).locator(".is-remove").click()
    page.locator(".amat-copies > summary").click()
    button(page, words(lang, "clear")).click()
    settle(page)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["sample", "sample-dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing(sheet_page, lang: str, name: str, width: int) -> None:
    page = sheet_page(lang, name, width=width)
    assert axe(page) == []
    every_state(page, lang)
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(SMALL) == []


@pytest.mark.parametrize("lang", LANGS)
def test_without_javascript_the_whole_form_is_there(visitor, sheet_site: str, lang: str) -> None:
    page = visitor(home=sheet_site, java_script_enabled=False).open(lang, "sample", live=False)
    assert page.locator(".amat-worksheet .amat-nojs").is_visible()
    assert page.locator(".amat-node").count() == page.locator(".amat-node:visible").count() == 4
    assert page.locator(".amat-row:visible").count() == 3
    assert page.locator("[data-section=readiness] fieldset:visible").count() == 3
    assert "________" in page.locator("[data-section=letter]").inner_text()
    assert page.locator(".amat-blank-form a").get_attribute("href").endswith(f"sample-{lang}.docx")
    field(page, "service-name").fill("printable")


def printed(page) -> tuple[int, str]:
    reader = PdfReader(
        io.BytesIO(page.pdf(format="A4", margin=dict.fromkeys(("top", "bottom", "left", "right"), "15mm")))
    )
    return len(reader.pages), "\n".join(one.extract_text() for one in reader.pages)


def printable(visitor, home: str, **options: Any):
    return visitor(home=home, **options).open("en", "sample", live=options.get("java_script_enabled", True))


def test_an_empty_form_prints_on_few_pages(visitor, sheet_site: str) -> None:
    pages, text = printed(printable(visitor, sheet_site))
    assert 2 <= pages <= 5
    for wanted in ("Name of the service", "Planning", "Running", "Question 2", "Result B", "Task 3"):
        assert wanted in text
    assert words("en", "clear") not in text and "Saved on" not in text
    pages, text = printed(printable(visitor, sheet_site, java_script_enabled=False))
    assert 2 <= pages <= 5 and "Task 3" in text


def test_long_words_print_in_full(visitor, sheet_site: str) -> None:
    page = printable(visitor, sheet_site)
    field(page, "service-purpose").fill("\n".join(f"line {n}" for n in range(1, 201)))
    field(page, "service-name").fill("a very long name " * 12 + "END")
    row(page, 0).locator("[data-name=task]").fill("long task words " * 10 + "TASKEND")
    settle(page)
    pages, text = printed(page)
    assert "line 1\n" in text and "line 200" in text and "END" in text and "TASKEND" in text
    assert pages >= 6


def test_rows_are_not_split_between_pages(visitor, sheet_site: str) -> None:
    page = printable(visitor, sheet_site)
    for n in range(12):
        button(page, words("en", "add_row", row="Task")).click()
        page.keyboard.type(f"BEGIN{n}")
        row(page, 3 + n).locator("[data-name=minutes]").fill(f"{7000 + n}")
    settle(page)
    reader = PdfReader(io.BytesIO(page.pdf(format="A4")))
    texts = [one.extract_text() for one in reader.pages]
    for n in range(12):
        begin, end = (
            next(i for i, text in enumerate(texts) if mark in text) for mark in (f"BEGIN{n}\n", f"{7000 + n}")
        )
        assert begin == end


def test_a_decision_that_was_made_prints_its_way_only(visitor, sheet_site: str) -> None:
    page = printable(visitor, sheet_site)
    page.locator(".amat-node:visible").get_by_role("button", name="No").click()
    settle(page)
    _, text = printed(page)
    assert "Do not publish yet" in text and "Is the figure sound?" not in text
