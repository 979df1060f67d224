"""The blank Word forms made at build."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from amatmida.worksheet.blank import blank_form, blank_forms
from amatmida.worksheet.word import pieces
from worksheet.paper import is_on, laid_out, words_of
from worksheet.sheets import catalog


def opened(lang: str) -> docx.document.Document:
    return docx.Document(io.BytesIO(blank_form(catalog().all("worksheet")["sample"].record, lang)))


def test_the_same_worksheet_gives_the_same_bytes() -> None:
    sheet = catalog().all("worksheet")["sample"].record
    data = blank_form(sheet, "he")
    assert data == blank_form(sheet, "he")
    dates = {info.date_time for info in zipfile.ZipFile(io.BytesIO(data)).infolist()}
    assert dates == {(2020, 1, 1, 0, 0, 0)}


def test_one_file_a_worksheet_and_language() -> None:
    assert [a.path for a in blank_forms(catalog(), "en")] == [
        "assets/worksheets/sample-en.docx",
        "assets/worksheets/source-en.docx",
    ]


def test_the_hebrew_form_runs_right_to_left() -> None:
    document = opened("he")
    for paragraph in document.element.body.iter(qn("w:p")):
        words = "".join(t.text or "" for t in paragraph.iter(qn("w:t")))
        if any("א" <= c <= "ת" for c in words):
            assert is_on(paragraph.find(qn("w:pPr")), "w:bidi"), words
            assert is_on(paragraph, "w:rtl"), words
    assert all(is_on(table._tbl.tblPr, "w:bidiVisual") for table in document.tables)
    assert is_on(document.sections[0]._sectPr, "w:bidi")
    core = document.core_properties
    assert (core.title, core.language) == ("טופס לדוגמה", "he-IL")
    assert document.styles["Normal"].element.rPr.find(qn("w:lang")).get(qn("w:bidi")) == "he-IL"


def test_the_english_form_runs_left_to_right() -> None:
    document = opened("en")
    assert not any(is_on(table._tbl.tblPr, "w:bidiVisual") for table in document.tables)
    assert not is_on(document.sections[0]._sectPr, "w:bidi")
    # The codes of statements are Hebrew in both languages, and nothing else is.
    assert document.core_properties.language == "en-US"


def test_every_part_is_there_to_fill_in() -> None:
    words = words_of(opened("he"))
    for wanted in (
        "השירות",
        "☐ משפחות",
        "דיווח רבעוני",
        "1.א.1",
        "שאלה 2: האם הנתון אמין?",
        "ממשיכים אל תוצאה א",
        "תודה שהשתתפתם ב________.",
        "טיוטה.",
    ):
        assert wanted in words
    headings = [p.text for p in opened("he").paragraphs if p.style.name == "Heading 1"]
    assert headings[:4] == ["השירות", "עומס", "מוכנות", "לפרסם?"]


@pytest.mark.parametrize(("text", "expected"), [
    ("מדד KPI טוב", [("מדד ", True), ("KPI", False), (" טוב", True)]),
    ("של DMF (beta) כן", [("של ", True), ("DMF (beta)", False), (" כן", True)]),
    ("12,345", [("12,345", True)]),
])  # fmt: skip
def test_words_in_latin_letters_stand_apart(text: str, expected: list[tuple[str, bool]]) -> None:
    assert list(pieces(text, True)) == expected


def test_an_office_lays_the_hebrew_form_out_from_the_right(tmp_path: Path) -> None:
    file = tmp_path / "form.docx"
    file.write_bytes(blank_form(catalog().all("worksheet")["sample"].record, "he"))
    reader, placed = laid_out(file, tmp_path)
    assert abs(float(reader.pages[0].mediabox.width) - 595) < 2
    text = "\n".join(page.extract_text() for page in reader.pages)
    assert "טופס לדוגמה" in text
    heads = {p.text: p.x for p in placed if p.text in {"משימה", "אנשים", "תדירות"}}
    assert heads["משימה"] > heads["אנשים"] > heads["תדירות"]
