"""Book → tagged PDF, by a headless Chromium that sees nothing but the site folder.

The document is printed twice: Chromium does not know target-counter(), so the first print says on which pages the
headings fall and the second carries those numbers. pypdf then writes what Chromium gets wrong or leaves out: it puts
the letters of mixed Hebrew and Latin bookmarks in the order of the screen, and stamps the file with the wall clock.
"""

from __future__ import annotations

import io
import mimetypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Route, sync_playwright
from pypdf import PdfReader, PdfWriter
from pypdf.generic import BooleanObject, DictionaryObject, Fit, NameObject

from amatmida.adapters.chromium import FLAGS, find_chromium
from amatmida.book.model import Book, BookError
from amatmida.book.volume import with_page_numbers
from amatmida.core.text import DIRECTION

HOME = "http://book.invalid/"
DOCUMENT = "amat-mida-book.html"
FONTS = "amat-mida-book/"
VENDOR = Path(__file__).parents[1] / "book/vendor"
MOST_PRINTS = 4
Print = Callable[[str], bytes]
"""A document in HTML → a PDF."""


@contextmanager
def printing(site: Path) -> Iterator[Print]:
    """A way to print documents whose addresses (/assets/…) are files below `site`.

    Errors: BookError when there is no Chromium.
    """
    path = find_chromium()
    if path is None:
        raise BookError("no Chromium here: install it (Debian: apt-get install chromium) or set CHROMIUM=/path/to/it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        try:
            yield lambda html: _print(browser, site, html)
        finally:
            browser.close()


def _print(browser: Browser, site: Path, html: str) -> bytes:
    context = browser.new_context(java_script_enabled=False)
    missing: list[str] = []

    def answer(route: Route) -> None:
        name = unquote(urlsplit(route.request.url).path).lstrip("/")
        folder, name = (VENDOR, name.removeprefix(FONTS)) if name.startswith(FONTS) else (site.resolve(), name)
        file = (folder / name).resolve()
        if name == DOCUMENT:
            route.fulfill(body=html, content_type="text/html; charset=utf-8")
        elif file.is_file() and file.is_relative_to(folder):
            route.fulfill(body=file.read_bytes(), content_type=mimetypes.guess_type(name)[0] or "font/woff2")
        else:
            missing.append(route.request.url)
            route.abort()

    try:
        context.route("**/*", answer)
        page = context.new_page()
        page.goto(HOME + DOCUMENT, wait_until="networkidle")
        printed = page.pdf(tagged=True, outline=True, prefer_css_page_size=True, print_background=True)
    finally:
        context.close()
    if missing:
        raise BookError(f"not in the site: {', '.join(sorted(set(missing))[:5])}")
    return printed


def book_pdf(book: Book, print_: Print) -> bytes:
    """The finished file.

    Errors: BookError when the pages do not settle, or when a heading is on no page.
    """
    numbers: dict[str, int] = {}
    for _ in range(MOST_PRINTS):
        printed = PdfReader(io.BytesIO(print_(with_page_numbers(book, numbers))))
        found = page_numbers(printed, book)
        if found == numbers:
            return _finished(book, printed, numbers)
        numbers = found
    raise BookError(f"{book.name} {book.lang}: the page numbers do not settle")


def page_numbers(pdf: PdfReader, book: Book) -> dict[str, int]:
    """Heading id → the page it is on, counted from 1."""
    places = pdf.named_destinations
    found = {}
    for heading in book.contents:
        place = places.get(heading.id) or places.get(f"/{heading.id}")
        number = None if place is None else pdf.get_destination_page_number(place)
        if number is None:
            raise BookError(f"{book.name} {book.lang}: the heading {heading.id} is on no page")
        found[heading.id] = number + 1
    return found


def _finished(book: Book, printed: PdfReader, numbers: dict[str, int]) -> bytes:
    places: dict[str, Any] = {id.lstrip("/"): place for id, place in printed.named_destinations.items()}
    writer = PdfWriter(clone_from=printed)
    _bookmarks(book, writer, places, numbers)
    day = f"D:{book.date.replace('-', '')}000000Z"
    writer.metadata = {
        "/Title": book.title, "/Subject": book.description, "/Author": "Amat Mida",
        "/CreationDate": day, "/ModDate": day, "/Producer": "Chromium, pypdf",
    }  # fmt: skip
    direction = "/R2L" if DIRECTION[book.lang] == "rtl" else "/L2R"
    writer.root_object[NameObject("/ViewerPreferences")] = DictionaryObject(
        {NameObject("/DisplayDocTitle"): BooleanObject(True), NameObject("/Direction"): NameObject(direction)}
    )
    writer.root_object[NameObject("/PageMode")] = NameObject("/UseOutlines")
    writer.pdf_header = "%PDF-1.7"
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _bookmarks(book: Book, writer: PdfWriter, places: dict[str, Any], numbers: dict[str, int]) -> None:
    writer.root_object.pop("/Outlines", None)
    parents: list[Any] = []
    for heading in book.contents:
        mark = writer.add_outline_item(
            title=heading.title,
            page_number=numbers[heading.id] - 1,
            parent=parents[heading.level - 2] if heading.level > 1 else None,
            fit=Fit.xyz(top=float(places[heading.id].top or 0)),
            is_open=False,
        )
        parents[heading.level - 1 :] = [mark]
