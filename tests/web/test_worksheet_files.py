"""Files a worksheet gives: opened by python-docx, laid out by LibreOffice, read as CSV and JSON."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from playwright.sync_api import expect

from web.sheet_steps import button, downloaded, field, opened, row, settle, words
from worksheet.paper import is_on, laid_out, words_of

pytestmark = pytest.mark.browser
NASTY = '<script>alert(1)</script> =1+1 & "x" 😀 KPI של 12,345'


def fill(page) -> None:
    field(page, "service-name").fill(NASTY)
    field(page, "service-purpose").fill("שורה ראשונה\nSecond line")
    first = row(page, 0)
    first.locator("[data-name=task]").fill('=HYPERLINK("x")')
    first.locator("[data-name=often]").select_option("weekly")
    first.locator("[data-name=minutes]").fill("30")
    page.locator("[data-name='readiness.a1'][value=full]").check()
    settle(page)


def test_the_hebrew_word_file_runs_right_to_left(sheet_page, tmp_path: Path) -> None:
    page = sheet_page("he", accept_downloads=True)
    fill(page)
    file = downloaded(page, page.locator(".amat-files").get_by_role("button", name="Word", exact=True), tmp_path)
    assert file.name.startswith("טופס לדוגמה - עותק 1 - 20") and file.suffix == ".docx"
    document = docx.Document(str(file))
    for paragraph in document.element.body.iter(qn("w:p")):
        text = "".join(t.text or "" for t in paragraph.iter(qn("w:t")))
        hebrew = any("א" <= c <= "ת" for c in text)
        assert is_on(paragraph.pPr, "w:bidi") == hebrew or not any(c.isalpha() for c in text), text
        assert is_on(paragraph, "w:rtl") == hebrew or not any(c.isalpha() for c in text), text
    assert all(is_on(table._tbl.tblPr, "w:bidiVisual") for table in document.tables)
    assert is_on(document.sections[0]._sectPr, "w:bidi")
    assert (document.core_properties.title, document.core_properties.language) == ("טופס לדוגמה", "he-IL")
    assert [p.text for p in document.paragraphs if p.style.name == "Heading 1"][:3] == ["השירות", "עומס", "מוכנות"]
    text = words_of(document)
    for wanted in (NASTY, "שורה ראשונה\nSecond line", "52", "100%"):
        assert wanted in text
    reader, placed = laid_out(file, tmp_path)
    assert abs(float(reader.pages[0].mediabox.width) - 595) < 2
    heads = {p.text: p.x for p in placed if p.text in {"משימה", "אנשים", "תדירות", "דקות"}}
    assert heads["משימה"] > heads["אנשים"] > heads["תדירות"] > heads["דקות"]
    printed = "\n".join(p.extract_text() for p in reader.pages)
    assert "שורה ראשונה" in printed and "עמוד" in printed


def test_the_english_word_file_runs_left_to_right(sheet_page, tmp_path: Path) -> None:
    page = sheet_page("en", accept_downloads=True)
    field(page, "service-name").fill("Plain")
    file = downloaded(page, page.locator(".amat-files").get_by_role("button", name="Word", exact=True), tmp_path)
    document = docx.Document(str(file))
    assert not any(is_on(table._tbl.tblPr, "w:bidiVisual") for table in document.tables)
    _, placed = laid_out(file, tmp_path)
    heads = {p.text: p.x for p in placed if p.text in {"Task", "People"}}
    assert heads["Task"] < heads["People"]


def test_the_composed_appendix_is_a_draft(sheet_page, tmp_path: Path) -> None:
    page = sheet_page("he", accept_downloads=True)
    fill(page)
    file = downloaded(page, page.locator("[data-section=appendix]").get_by_role("button", name="Word"), tmp_path)
    document = docx.Document(str(file))
    assert [p.text for p in document.paragraphs if p.style.name == "Title"] == ["נספח מדידה לשירות"]
    assert document.paragraphs[1].text == "טיוטה. דורשת בדיקה של הייעוץ המשפטי."
    assert document.sections[0].footer.paragraphs[0].text == "טיוטה. דורשת בדיקה של הייעוץ המשפטי."
    assert [c.text for c in document.tables[0].rows[0].cells] == ["משימה", "אנשים", "שעות בשנה"]
    assert document.tables[0].rows[1].cells[2].text == "52"
    assert "עומס" in [p.text for p in document.paragraphs if p.style.name == "Heading 2"]


def test_the_letter_is_a_letter_only(sheet_page, tmp_path: Path) -> None:
    page = sheet_page("en", accept_downloads=True)
    field(page, "service-name").fill("the club")
    file = downloaded(page, page.locator("[data-section=letter]").get_by_role("button", name="Word"), tmp_path)
    assert [p.text for p in docx.Document(str(file)).paragraphs[:2]] == [
        "Hello,",
        "Thank you for taking part in the club.",
    ]


def test_csv_opens_as_text_in_a_spreadsheet(sheet_page, tmp_path: Path) -> None:
    page = sheet_page("he", accept_downloads=True)
    fill(page)
    file = downloaded(page, button(page, words("he", "csv", title="עומס")), tmp_path)
    data = file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") and data.endswith(b"\r\n")
    rows = list(csv.reader(data.decode("utf-8-sig").splitlines()))
    assert rows == [["משימה", "אנשים", "תדירות", "דקות", "שעות בשנה"], ['\'=HYPERLINK("x")', "2", "שבועי", "30", "52"]]
    file = downloaded(page, button(page, words("he", "csv", title="מוכנות")), tmp_path)
    rows = list(csv.reader(file.read_text(encoding="utf-8-sig").splitlines()))
    assert rows[1][:4] == ["1.א.1", "הוגדרה תוצאה", "כן", "2"] and len(rows) == 4


def test_a_file_to_go_on_with_on_another_device(visitor, sheet_site: str, tmp_path: Path) -> None:
    page = visitor(home=sheet_site, accept_downloads=True).open("he", "sample")
    fill(page)
    file = downloaded(page, button(page, words("he", "json")), tmp_path)
    assert json.loads(file.read_text(encoding="utf-8"))["worksheet"] == "sample"
    other = visitor(home=sheet_site).open("en", "sample")
    opened(other, file.name, file.read_bytes())
    expect(field(other, "service-name")).to_have_value(NASTY)
    assert row(other, 0).locator("output").inner_text() == "52"


def test_the_zip_library_comes_only_when_asked_for(sheet_page) -> None:
    page = sheet_page("he")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    page.wait_for_selector("amat-worksheet[data-live]")
    loaded = [url for url in asked if any(name in url for name in ("fflate", "ooxml", "outline", "transfer", "csv.js"))]
    assert loaded == []
