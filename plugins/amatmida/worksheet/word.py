"""A Word document through python-docx, right-to-left where the language is, with the same bytes for the same words.

What right-to-left means in Word: the paragraph is bidi, its runs are rtl with complex-script fonts and a bidi language,
tables are bidiVisual. web/shared/ooxml.js does the same in the browser.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt, RGBColor

from amatmida.core.model import Lang
from amatmida.core.text import DIRECTION

FONT = "Arial"
TAGS: dict[str, str] = {"he": "he-IL", "en": "en-US", "ar": "ar-SA"}
# Dates of the files inside; a build of today and one of tomorrow give the same bytes.
FIXED = datetime(2020, 1, 1)
STYLES = {
    "Normal": 11,
    "Title": 20,
    "Heading 1": 15,
    "Heading 2": 13,
    "Heading 3": 12,
    "List Number": 11,
    "List Bullet": 11,
}
_RTL = re.compile("[\u0590-\u08ff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_LATIN_RUN = re.compile("([A-Za-z\u00c0-\u024f](?:[^\\n\u0590-\u08ff]*[A-Za-z0-9\u00c0-\u024f])?)")


class Paper:
    """One document, written from top to bottom."""

    def __init__(self, lang: Lang, title: str, footer: str, *, wide: bool = False) -> None:
        self.rtl = DIRECTION[lang] == "rtl"
        self.lang = lang
        self.document = docx.Document()
        for name, size in STYLES.items():
            _dress(self.document.styles[name], size, self.rtl, TAGS["he" if lang == "en" else lang])
        self._page(title, footer, wide)
        self.text(title, style="Title")

    def _page(self, title: str, footer: str, wide: bool) -> None:
        section = self.document.sections[0]
        section.page_width, section.page_height = (Mm(297), Mm(210)) if wide else (Mm(210), Mm(297))
        section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
        self.room = int(section.page_width - 2 * Cm(2))
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
        if self.rtl:
            section._sectPr.append(OxmlElement("w:bidi"))
        core = self.document.core_properties
        core.title, core.language, core.author, core.comments = title, TAGS[self.lang], "", ""
        core.created = core.modified = FIXED
        core.revision = 1
        self._write(section.footer.paragraphs[0], footer)
        pages = section.footer.add_paragraph()
        pages.alignment = WD_ALIGN_PARAGRAPH.CENTER
        pages._p.append(_page_number())

    def heading(self, text: str, level: int) -> None:
        """A real heading, level 1 to 3."""
        self.text(text, style=f"Heading {level}")

    def text(self, text: str, *, strong: bool = False, style: str = "Normal") -> None:
        """A paragraph a line."""
        for line in text.split("\n"):
            self._write(self.document.add_paragraph(style=style), line, strong)

    def table(
        self, head: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float], high: float = 0
    ) -> None:
        """Rows of cells; the first column is bold when there is no head. `widths` are shares, `high` is in cm."""
        body = [head, *rows] if head else rows
        made = self.document.add_table(rows=len(body), cols=len(widths), style="Table Grid")
        made.autofit = False
        shares = [int(self.room * share / sum(widths)) for share in widths]
        for column, share in zip(made.columns, shares, strict=True):
            column.width = share
        if self.rtl:
            made._tbl.tblPr.append(OxmlElement("w:bidiVisual"))
        for index, (row, words) in enumerate(zip(made.rows, body, strict=True)):
            self._row(row, words, shares, bool(head) and index == 0, not head)
            if high and not (head and index == 0):
                row.height = Cm(high)
        self.document.add_paragraph()

    def _row(self, row: Any, words: Sequence[str], widths: Sequence[int], top: bool, labelled: bool) -> None:
        props = row._tr.get_or_add_trPr()
        props.append(OxmlElement("w:cantSplit"))
        if top:
            props.append(OxmlElement("w:tblHeader"))
        for n, (cell, text) in enumerate(zip(row.cells, words, strict=True)):
            cell.width = widths[n]
            first = cell.paragraphs[0]
            first.paragraph_format.space_after = Pt(2)
            self._write(first, text, top or (labelled and n == 0))

    def _write(self, paragraph: Any, text: str, strong: bool = False) -> None:
        right = bool(_RTL.search(text)) or (self.rtl and not _LATIN.search(text))
        paragraph._p.get_or_add_pPr().append(_flag("w:bidi", right))
        for piece, rtl in pieces(text, right):
            run = paragraph.add_run(piece)
            run.bold = strong or None
            if strong:
                run._r.get_or_add_rPr().append(OxmlElement("w:bCs"))
            if rtl:
                run._r.get_or_add_rPr().append(OxmlElement("w:rtl"))

    def bytes(self) -> bytes:
        """The .docx."""
        made = io.BytesIO()
        self.document.save(made)
        return fixed_zip(made.getvalue())


def pieces(text: str, right: bool) -> Iterator[tuple[str, bool]]:
    """Stretches of one direction: words in Latin letters stand apart in right-to-left text."""
    if not right:
        yield text, False
        return
    for n, piece in enumerate(_paired(_LATIN_RUN.split(text))):
        if piece:
            yield piece, n % 2 == 0


def _paired(split: list[str]) -> list[str]:
    """A bracket that opened among Latin letters closes there, or Word would turn it round."""
    for n in range(1, len(split), 2):
        if split[n + 1].startswith(")") and split[n].rfind("(") > split[n].rfind(")"):
            split[n], split[n + 1] = f"{split[n]})", split[n + 1][1:]
    return split


def _flag(name: str, on: bool) -> Any:
    made = OxmlElement(name)
    made.set(qn("w:val"), "1" if on else "0")
    return made


def _dress(style: Any, size: int, rtl: bool, bidi: str) -> None:
    """Fonts, sizes and language for both scripts."""
    style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), RGBColor(0, 0, 0)
    props = style.element.get_or_add_rPr()
    for name in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        props.rFonts.attrib.pop(qn(name), None)
    props.rFonts.set(qn("w:cs"), FONT)
    for old in props.findall(qn("w:szCs")) + props.findall(qn("w:lang")):
        props.remove(old)
    complex_size, lang = OxmlElement("w:szCs"), OxmlElement("w:lang")
    complex_size.set(qn("w:val"), str(2 * size))
    lang.set(qn("w:val"), "en-US")
    lang.set(qn("w:bidi"), bidi)
    props.append(complex_size)
    props.append(lang)
    style.element.get_or_add_pPr().append(_flag("w:bidi", rtl))


def _page_number() -> Any:
    field, run, words = OxmlElement("w:fldSimple"), OxmlElement("w:r"), OxmlElement("w:t")
    field.set(qn("w:instr"), " PAGE ")
    words.text = "1"
    run.append(words)
    field.append(run)
    return field


def fixed_zip(data: bytes) -> bytes:
    """The same files in the same order with the same dates."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            info = zipfile.ZipInfo(name, FIXED.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            new.writestr(info, old.read(name))
    return made.getvalue()
