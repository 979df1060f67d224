"""Chapters, answers and sources → one document in HTML, which an engine prints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from html import escape
from pathlib import Path
from xml.etree.ElementTree import Element

from amatmida.book.chapter import Links, chapter_id, connect, make_chapter, remove_title
from amatmida.book.model import BOOKS, Book, BookError, Heading, Imprint, SitePage, listed
from amatmida.book.pages import INDEX, Read, pages_of, site_page
from amatmida.book.practice import Say
from amatmida.book.sources import Citations, known_sources
from amatmida.book.tree import add, markup
from amatmida.core.model import SOURCE_LANG, Lang
from amatmida.core.text import DIRECTION
from amatmida.core.urls import is_local
from amatmida.locale import strings

TEMPLATES = Path(__file__).parent / "templates"
UNKNOWN_PAGE = "000"
"""Stands for a page number until the engine has said where the headings fall; as wide as the longest one."""


def make_book(name: str, lang: Lang, files: Iterable[str], read: Read, version: str, date: str = "") -> Book:
    """One guide in one language.

    Args:
        name: a key of BOOKS.
        lang: language of the built pages.
        files: every file below the site folder.
        read: the text of one of them.
        version: of the site.
        date: ISO date for the cover; without it the newest `reviewed` of the pages, so that the same pages always
            make the same book.

    Errors: BookError when the built site lacks a page or a source that the book needs.

    """
    root = "" if lang == SOURCE_LANG else f"{lang}/"
    folder = root + BOOKS[name]
    pages = pages_of(folder, files, read)
    imprint = Imprint(version, date or max(page.reviewed for page in pages), _address(pages[0]))
    return _Binding(name, lang, folder, pages, _sources_page(root, read), imprint).book()


def _sources_page(root: str, read: Read) -> SitePage:
    path = f"{root}about/sources/{INDEX}"
    html = read(path)
    if html is None:
        raise BookError(f"{path}: there is no such page; build the site first")
    return site_page(path, html)


def _address(page: SitePage) -> str:
    """Address of the published site; a build without one has a local address, where nobody finds anything."""
    end = page.path.removesuffix(INDEX)
    if is_local(page.canonical) or not page.canonical.endswith(end):
        return ""
    return page.canonical.removesuffix(end)


class _Binding:
    """Puts one book together."""

    def __init__(
        self, name: str, lang: Lang, folder: str, pages: list[SitePage], sources: SitePage, imprint: Imprint
    ) -> None:
        self.name, self.lang, self.pages, self.imprint = name, lang, pages, imprint
        self.text = strings(lang, "book")
        self.say: Say = self.text.__getitem__
        self.citations = Citations(known_sources(sources.body))
        self.chapters = [make_chapter(chapter_id(folder, page.path), page, self.say) for page in pages]

    def book(self) -> Book:
        """Everything in its order."""
        self._connect()
        body = [self._cover(), "", *self._chapters(), self._answers(), self._sources()]
        headings = self._headings()
        body[1] = self._contents(listed(headings))
        first = self.pages[0]
        html = _document(self.lang, first.title, self._style(), "\n".join(body))
        return Book(self.name, self.lang, first.title, first.description, self.imprint.date, html, tuple(headings))

    def _connect(self) -> None:
        ids = {
            e.attrib["id"] for c in self.chapters for part in (c.body, *c.answers) for e in part.iter() if e.get("id")
        }
        places = {page.path: chapter.id for page, chapter in zip(self.pages, self.chapters, strict=True)}
        links = Links(places, frozenset(ids), self.imprint.address)
        for page, chapter in zip(self.pages, self.chapters, strict=True):
            for part in (chapter.body, *chapter.answers):
                connect(part, page, links)
                self.citations.resolve(part)

    def _headings(self) -> list[Heading]:
        found = [heading for chapter in self.chapters for heading in chapter.headings]
        if any(chapter.answers for chapter in self.chapters):
            found.append(Heading("answers", self.text["answers"], 1))
            found += [Heading(f"answers-{c.id}", c.title, 2) for c in self.chapters if c.answers]
        return [*found, Heading("sources", self.text["sources"], 1)]

    def _cover(self) -> str:
        page, text = self.pages[0], self.text
        cover = Element("section", {"class": "cover"})
        add(cover, "p", text["site"], cls="site")
        add(cover, "h1", page.title)
        add(cover, "p", page.description, cls="description")
        add(cover, "p", text["independent"], cls="independent")
        facts = add(cover, "p", text["edition"].format(version=self.imprint.version, date=""), cls="edition")
        add(facts, "bdi", self.imprint.date, dir="ltr")
        add(cover, "p", text["licence"], cls="licence")
        if self.imprint.address:
            add(add(cover, "p"), "a", self.imprint.address, href=self.imprint.address, dir="ltr")
        return markup(cover)

    def _contents(self, headings: Iterable[Heading]) -> str:
        nav = Element("nav", {"class": "contents", "aria-label": self.text["contents"], "id": "contents"})
        add(nav, "h1", self.text["contents"])
        rows = add(nav, "ul")
        for heading in headings:
            row = add(rows, "li", cls=f"level-{heading.level}")
            link = add(row, "a", href=f"#{heading.id}")
            add(link, "span", heading.title, cls="name")
            add(link, "span", _mark(heading.id), cls="number")
        return markup(nav)

    def _chapters(self) -> list[str]:
        made = []
        for chapter in self.chapters:
            remove_title(chapter.body)
            heading = Element("h1")
            heading.text = chapter.title
            chapter.body.insert(0, heading)
            made.append(markup(chapter.body))
        return made

    def _answers(self) -> str:
        section = Element("section", {"class": "all-answers", "id": "answers"})
        add(section, "h1", self.text["answers"])
        add(section, "p", self.text["answers_intro"])
        answered = [chapter for chapter in self.chapters if chapter.answers]
        for chapter in answered:
            add(section, "h2", chapter.title, id=f"answers-{chapter.id}")
            section.extend(chapter.answers)
        return markup(section) if answered else ""

    def _sources(self) -> str:
        section = Element("section", {"class": "all-sources", "id": "sources"})
        add(section, "h1", self.text["sources"])
        add(section, "p", self.text["sources_intro"])
        section.append(self.citations.listing(self.say))
        return markup(section)

    def _style(self) -> str:
        """The running head names the chapter; a margin box cannot take it from the text in this engine."""
        side = "right" if DIRECTION[self.lang] == "rtl" else "left"
        named = [(c.id, c.title) for c in self.chapters[1:]]
        named += [("answers", self.text["answers"]), ("sources", self.text["sources"])]
        title = f"{self.text['site']} · {self.pages[0].title}"
        corners = f"@top-{side} {{ content: {_css_text(title)}; }} @bottom-{side} {{ content: counter(page); }}"
        rules = [f"@page {{ {corners} }}"]
        for number, (id, words) in enumerate(named):
            rules.append(f"@page part{number} {{ @top-{side} {{ content: {_css_text(f'{title} · {words}')}; }} }}")
            rules.append(f'[id="{id}"] {{ page: part{number}; }}')
        return _css() + "\n".join(rules)


def _mark(id: str) -> str:
    return f"\N{LEFT WHITE SQUARE BRACKET}{id}\N{RIGHT WHITE SQUARE BRACKET}"


def with_page_numbers(book: Book, numbers: Mapping[str, int]) -> str:
    """The document with page numbers in its contents; a heading that is not in `numbers` gets a placeholder."""
    html = book.html
    for heading in book.contents:
        html = html.replace(_mark(heading.id), str(numbers.get(heading.id, UNKNOWN_PAGE)))
    return html


def _css_text(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"').replace("<", "\\3c ")
    return f'"{escaped}"'


@cache
def _css() -> str:
    return (TEMPLATES / "book.css").read_text(encoding="utf-8")


def _document(lang: Lang, title: str, style: str, body: str) -> str:
    return (
        f'<!doctype html>\n<html lang="{lang}" dir="{DIRECTION[lang]}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n<style>\n{style}\n</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )
