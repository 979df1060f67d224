"""One page of the site → one chapter: ids unique in the book, links that work on paper and in the file."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

from amatmida.book.model import Chapter, Heading, SitePage
from amatmida.book.pages import INDEX, site_path
from amatmida.book.practice import Say, paper, take_answers
from amatmida.book.tree import classes, cut, drop, words

NOT_IN_BOOK = {"headerlink", "am-facts", "amat-facts", "am-book", "am-needs-script"}
REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "headers")


@dataclass(frozen=True)
class Links:
    """Where links may lead: the pages in the book, and the published site when its address is known."""

    chapters: dict[str, str]
    """File of the site → chapter id."""
    ids: frozenset[str]
    """Every id in the book."""
    address: str

    def target(self, page: SitePage, link: str) -> str:
        """The link as it should stand in the book; nothing when it would lead nowhere."""
        path, anchor = site_path(page.path, link), unquote(urlsplit(link).fragment)
        if not path:
            return link if urlsplit(link).scheme in {"https", "http", "mailto"} else ""
        if path in self.chapters:
            id = book_id(self.chapters[path], anchor)
            return f"#{id if id in self.ids else self.chapters[path]}"
        return urljoin(f"{self.address}{page.path}", link) if self.address else ""


def chapter_id(folder: str, path: str) -> str:
    """guide/measurement/policy/index.html → policy; the guide's own index page → guide"""
    name = path.removeprefix(f"{folder}/").removesuffix(".html").removesuffix(posixpath.splitext(INDEX)[0])
    return name.strip("/").replace("/", "-") or "guide"


def book_id(chapter: str, id: str) -> str:
    """An id of a page as it is in the book."""
    return f"{chapter}--{id}" if id else chapter


def make_chapter(id: str, page: SitePage, say: Say) -> Chapter:
    """Everything but links and citations, which need to know the other chapters."""
    body = page.body
    drop(body, lambda e: bool(classes(e) & NOT_IN_BOOK))
    _unique_ids(id, body)
    answers = [a for quiz in list(body.iter("amat-quiz")) if (a := take_answers(quiz, say, id)) is not None]
    paper(body)
    body.tag = "section"
    body.attrib = {"class": "chapter", "id": id}
    return Chapter(id, page.title, body, _headings(id, page, body), answers)


def _unique_ids(chapter: str, body: Element) -> None:
    for element in body.iter():
        if "id" in element.attrib:
            element.set("id", book_id(chapter, element.attrib["id"]))
        for name in REFERENCES:
            if name in element.attrib:
                ids = (book_id(chapter, one) for one in element.attrib[name].split())
                element.set(name, " ".join(ids))


def _headings(id: str, page: SitePage, body: Element) -> list[Heading]:
    found = [Heading(id, page.title, 1)]
    for element in body.iter():
        if element.tag == "h1":
            element.attrib.pop("id", None)
        elif element.tag in {"h2", "h3"} and element.get("id"):
            found.append(Heading(element.attrib["id"], words(element), int(element.tag[1])))
    return found


def connect(root: Element, page: SitePage, links: Links) -> None:
    """Every link leads to a place in the book, to the published site or to the address it names, or is plain text."""
    for element in root.iter():
        if element.tag == "img":
            element.set("src", "/" + site_path(page.path, element.get("src", "")))
            element.attrib.pop("loading", None)
        if element.tag != "a" or "amat-cite" in classes(element) or _is_set(element):
            continue
        target = links.target(page, element.attrib.pop("href", ""))
        if target:
            element.set("href", target)
        else:
            element.tag = "span"


def _is_set(element: Element) -> bool:
    return element.get("href", "").startswith("#answers-")


def remove_title(body: Element) -> None:
    """The chapter's heading is written by the book."""
    for parent in body.iter():
        for child in [c for c in parent if c.tag == "h1"]:
            cut(parent, child)
