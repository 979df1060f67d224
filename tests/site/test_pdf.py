"""The real guides in print: contents, bookmarks, alternatives, margins, and a way to fetch them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader

from pdf_command import amat_pdf
from pdf_reading import beyond, elements, inked, outline, plain_words
from site_links import BuiltSite

BOOKS = [f"{book}-{lang}" for book in ("measurement", "participation") for lang in ("he", "en")]


@pytest.fixture(scope="session")
def printed(built: Path, once: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    """A copy of the site with its PDFs in downloads/."""

    def make(site: Path) -> None:
        shutil.copytree(built, site)
        done = amat_pdf(site, site.parent / "dist")
        assert done.returncode == 0, done.stderr[-2000:]

    return once("with-pdf", make)


def file_of(printed: Path, book: str) -> Path:
    (file,) = (printed / "downloads").glob(f"amat-mida-{book}-*.pdf")
    return file


@pytest.mark.parametrize("book", BOOKS)
def test_every_heading_is_on_the_page_the_contents_name(printed: Path, book: str) -> None:
    file = file_of(printed, book)
    texts = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(file)]
    rows = outline(PdfReader(file))
    chapters = [title for depth, title, _ in rows if depth == 1]
    assert len(chapters) > 6
    first = rows[0][2] - 1
    contents = set(plain_words(" ".join(texts[:first])))
    for _, title, number in rows:
        missing = set(plain_words(title)) - set(plain_words(texts[number - 1]))
        assert not missing, (title, number, missing)
        assert str(number) in contents, title


@pytest.mark.parametrize("book", BOOKS)
def test_tags_language_and_alternatives(printed: Path, book: str) -> None:
    pdf = PdfReader(file_of(printed, book))
    root = pdf.trailer["/Root"]
    assert root["/Lang"] == book[-2:]
    assert root["/ViewerPreferences"]["/Direction"] == ("/R2L" if book.endswith("he") else "/L2R")
    found = list(elements(pdf))
    kinds = {str(element["/S"]) for element in found}
    assert kinds >= {"/H1", "/H2", "/P", "/L", "/LI", "/Table", "/TH", "/Link"}
    assert [f for f in found if f["/S"] == "/Figure" and not str(f.get("/Alt", "")).strip()] == []


@pytest.mark.parametrize("book", BOOKS)
def test_nothing_is_cut(printed: Path, book: str) -> None:
    document = pypdfium2.PdfDocument(file_of(printed, book))
    inside = [(number, page) for number, page in enumerate(document, 1) if number > 1]
    assert [number for number, page in inside if inked(page, 25)] == []
    assert {number: letters for number, page in inside if (letters := beyond(page, 50))} == {}


def test_the_guides_offer_their_files_and_a_site_without_them_does_not(printed: Path, built: Path) -> None:
    for book in BOOKS:
        name, lang = book.split("-")
        index = f"{'' if lang == 'he' else 'en/'}guide/{name}/index.html"
        assert f"downloads/{file_of(printed, book).name}" in (printed / index).read_text(encoding="utf-8")
        assert "downloads/" not in (built / index).read_text(encoding="utf-8")
    assert BuiltSite(printed).dead_links() == []
