"""Print the books of a built site, keep them, and offer them to the site's readers."""

from __future__ import annotations

import io
import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pypdf import PdfReader

from amatmida.adapters.disk import DOWNLOADS
from amatmida.adapters.pdf import Print, book_pdf, printing
from amatmida.book.model import BOOKS, file_name
from amatmida.book.offer import Offer, offered
from amatmida.book.pages import INDEX
from amatmida.book.volume import make_book
from amatmida.core.model import SOURCE_LANG, Lang


@dataclass(frozen=True)
class Order:
    """What to print."""

    site: Path
    """The built site."""
    target: Path
    """Where the files are kept."""
    version: str
    date: str = ""
    """ISO date for the cover; nothing: the newest review of a page."""
    books: Sequence[str] = tuple(BOOKS)
    langs: Sequence[Lang] = ("he", "en")


def print_books(order: Order) -> Iterator[Path]:
    """Each file as soon as it is there. A PDF that was printed is also put into the site and offered on the guide's
    index page, so a build without PDFs never shows a link to one.

    Errors: BookError.
    """
    with printing(order.site) as print_:
        for name in order.books:
            for lang in order.langs:
                yield _print_book(order, name, lang, print_)


def _print_book(order: Order, name: str, lang: Lang, print_: Print) -> Path:
    files = [file.relative_to(order.site).as_posix() for file in order.site.rglob("*.html")]

    def read(path: str) -> str | None:
        file = order.site / path
        return file.read_text(encoding="utf-8") if file.is_file() else None

    content = book_pdf(make_book(name, lang, files, read, order.version, order.date), print_)
    file = order.target / file_name(name, lang, order.version)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    _offer(order, name, lang, content)
    return file


def _offer(order: Order, name: str, lang: Lang, content: bytes) -> None:
    target = order.site / DOWNLOADS / file_name(name, lang, order.version)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    folder = BOOKS[name] if lang == SOURCE_LANG else f"{lang}/{BOOKS[name]}"
    index = order.site / folder / INDEX
    href = posixpath.relpath(target.relative_to(order.site).as_posix(), folder)
    pages = len(PdfReader(io.BytesIO(content)).pages)
    offer = Offer(name, lang, href, pages, len(content), order.version)
    index.write_text(offered(index.read_text(encoding="utf-8"), offer), encoding="utf-8")
