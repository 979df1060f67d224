"""The printed file: logical order, tags, pages, bookmarks, nothing cut."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader
from small_site import ALT, SENTENCE

from pdf_command import amat_pdf
from pdf_reading import POPPLER, beyond, elements, inked, logical, outline, plain_words, poppler_text

LINE_OF_TEXT = 13.05  # points: a letter of the running text in the file, from its highest to its lowest
needs_poppler = pytest.mark.skipif(
    POPPLER is None, reason="pdftotext is not here (Debian: apt-get install poppler-utils)"
)


@needs_poppler
def test_pdftotext_reads_hebrew_numbers_and_latin_in_order(small_pdf: Path) -> None:
    read = " ".join(logical(line) for line in poppler_text(small_pdf).splitlines())
    assert SENTENCE in read
    assert "החלטה (KPI) ומדד" in read


def test_pdfium_reads_every_word_in_order(small_pdf: Path) -> None:
    """PDFium turns the words of a Latin phrase around, so only the place of each word among Hebrew ones is held."""
    document = pypdfium2.PdfDocument(small_pdf)
    read = plain_words(" ".join(page.get_textpage().get_text_range() for page in document))
    wanted = [word for word in plain_words(SENTENCE) if word not in {"SROI", "BIDS"}]
    rest = [word for word in read if word not in {"SROI", "BIDS"}]
    assert any(rest[n : n + len(wanted)] == wanted for n in range(len(rest))), rest[:120]


def test_the_viewer_finds_hebrew_words(small_pdf: Path) -> None:
    document = pypdfium2.PdfDocument(small_pdf)
    for words in ("אושרה החלטה", "אפשרות ראשונה", "סעיף אחר"):
        assert any(page.get_textpage().search(words).get_next() for page in document), words


def test_the_structure_is_there(small_pdf: Path) -> None:
    pdf = PdfReader(small_pdf)
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "he"
    assert root["/ViewerPreferences"]["/Direction"] == "/R2L"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    kinds = {str(element["/S"]) for element in elements(pdf)}
    assert kinds >= {"/H1", "/H2", "/P", "/L", "/LI", "/Table", "/TR", "/TH", "/TD", "/Link", "/Figure"}
    figures = [element for element in elements(pdf) if element["/S"] == "/Figure"]
    assert [figure["/Alt"] for figure in figures] == [ALT]


def test_headings_are_where_the_contents_say(small_pdf: Path) -> None:
    pdf = PdfReader(small_pdf)
    rows = outline(pdf)
    assert [(depth, title) for depth, title, _ in rows] == [
        (1, "מדריך קטן"), (1, "פרק ראשון"), (2, "החלטה (KPI) ומדד"), (1, "פרק שני"), (2, "סעיף אחר"), (1, "כלי"),
        (1, "תשובות והסברים"), (2, "פרק ראשון"), (1, "מקורות"),
    ]  # fmt: skip
    document = pypdfium2.PdfDocument(small_pdf)
    texts = [page.get_textpage().get_text_range() for page in document]
    listed = plain_words(texts[1])
    for _, title, number in rows:
        assert plain_words(title)[0] in plain_words(texts[number - 1]), title
        assert str(number) in listed, title


def test_every_page_but_the_cover_shows_its_number(small_pdf: Path) -> None:
    document = pypdfium2.PdfDocument(small_pdf)
    for number, page in enumerate(document, 1):
        bottom = page.get_textpage().get_text_bounded(bottom=0, top=50)
        assert bottom.strip() == ("" if number == 1 else str(number))


def test_nothing_reaches_the_edge_of_the_paper(small_pdf: Path) -> None:
    """A table of nine columns with long addresses and a figure taller than the page are among these pages."""
    for number, page in enumerate(pypdfium2.PdfDocument(small_pdf), 1):
        assert number == 1 or not inked(page, 25), number


def test_every_cell_of_a_wide_table_is_whole_and_inside_the_margins(small_pdf: Path) -> None:
    cells = 0
    for number, page in enumerate(pypdfium2.PdfDocument(small_pdf), 1):
        cells += len(set(re.findall(r"תא \d+-\d+", page.get_textpage().get_text_range())))
        assert number == 1 or beyond(page, 50) == "", number
    assert cells == 14 * 9


def test_wide_content_does_not_shrink_the_print(small_pdf: Path) -> None:
    """Chromium makes the whole document smaller to fit what is too wide; letters of the text must keep their size."""
    for page in pypdfium2.PdfDocument(small_pdf):
        text = page.get_textpage()
        if found := text.search("אושרה").get_next():
            _, bottom, _, top = text.get_charbox(found[0], loose=True)
            assert top - bottom == pytest.approx(LINE_OF_TEXT, rel=0.02)
            return
    raise AssertionError("the sentence is on no page")


def test_a_figure_taller_than_the_page_is_made_to_fit_one(small_pdf: Path) -> None:
    grey = [bytes(page.render(grayscale=True).buffer).count(0xDD) for page in pypdfium2.PdfDocument(small_pdf)]
    assert sum(count > 1000 for count in grey) == 1, grey


def test_links_inside_the_book_lead_to_its_pages(small_pdf: Path) -> None:
    pdf = PdfReader(small_pdf)
    addresses = [
        str(note["/A"]["/URI"])
        for page in pdf.pages
        for note in (one.get_object() for one in page.get("/Annots", []))
        if "/A" in note and "/URI" in note["/A"]
    ]
    assert set(addresses) == {"https://example.org/", "https://example.org/s2"}


def test_the_same_pages_make_the_same_file(small_site: Path, small_pdf: Path, tmp_path: Path) -> None:
    done = amat_pdf(small_site, tmp_path, "--books", "measurement", "--langs", "he")
    assert done.returncode == 0
    (again,) = tmp_path.glob("*.pdf")
    one, two = (
        [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(file)] for file in (small_pdf, again)
    )
    assert one == two
    assert PdfReader(small_pdf).metadata == PdfReader(again).metadata
    assert "20260506" in str(PdfReader(again).metadata)


def test_the_guide_offers_the_file_once_it_is_there(small_site: Path, small_pdf: Path) -> None:
    index = small_site / "guide/measurement/index.html"
    name = small_pdf.name
    assert f'href="../../downloads/{name}"' in index.read_text(encoding="utf-8")
    assert (small_site / "downloads" / name).read_bytes()[:5] == b"%PDF-"


def test_wrong_use_is_told(small_site: Path, tmp_path: Path) -> None:
    for options in (["--books", "novel"], ["--langs", "fr"], ["--books", ""]):
        done = amat_pdf(small_site, tmp_path, *options)
        assert done.returncode == 2 and "choose among" in done.stderr
    done = amat_pdf(tmp_path / "nowhere", tmp_path)
    assert done.returncode == 1 and "build the site first" in done.stderr
    done = amat_pdf(small_site, tmp_path, CHROMIUM="/no/such/file")
    assert done.returncode == 1 and "no Chromium here" in done.stderr
