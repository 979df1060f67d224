"""A finished page as the search sees it: its blocks of words, in reading order, and what facets say about it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from amatmida.core.text import DIRECTION

_ARTICLE = re.compile(r"<article\b[^>]*>(.*)</article>", re.S)
_NOISE = re.compile(r"<!--.*?-->|<(script|style|svg|template|nav|form|button|select|noscript)\b.*?</\1>", re.S)
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)([^>]*)>")
_ID = re.compile(r'\bid="([^"]+)"')
_CLASS = re.compile(r'\bclass="([^"]+)"')
_BLOCKS = frozenset(
    """p li ul ol td th tr table dd dt dl div section blockquote figcaption figure pre details summary hr br article
    amat-quiz fieldset legend label thead tbody h1 h2 h3 h4 h5 h6""".split()  # noqa: SIM905 (easier to read)
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "source", "col", "wbr"})
# Not what the page says: links to its own headings, marks of notes, reading facts, offers of the interface.
_LEFT_OUT = frozenset(
    {
        "headerlink",
        "footnote-backref",
        "footnote-ref",
        "amat-facts",
        "amat-objectives",
        "amat-nojs",
        "amat-banner",
        "am-nosearch",
    }
)

# Blank forms and lists of what has pages of its own: their words would bury the pages that explain.
_EMBEDDED = frozenset({"amat-worksheet", "amat-logic-model", "amat-explorer", "amat-method-cards", "amat-connect"})

KINDS = (
    ("practice/", "question"),
    ("glossary/", "term"),
    ("methods/", "method"),
    ("forum/cases/", "case"),
    ("course/", "lesson"),
    ("guide/measurement/toolbox/", "tool"),
    ("guide/participation/toolbox/", "tool"),
    ("guide/participation/methods/", "method"),
    ("guide/", "guide"),
    ("lab/", "tool"),
    ("about/", "about"),
)
"""Beginning of a page's id → its kind; front matter may say another."""
FACETS = ("kind", "audience", "principle", "field")
_PLURALS = {"principles": "principle", "fields": "field", "audiences": "audience"}


@dataclass(frozen=True)
class Block:
    """A run of words. `tag` is h1 to h4 or p; `id` is where a link can lead to."""

    tag: str
    id: str
    text: str


@dataclass(frozen=True)
class Page:
    """`url` is below the site, without a leading slash."""

    url: str
    blocks: tuple[Block, ...]
    facets: tuple[tuple[str, str], ...] = ()
    asked: tuple[str, ...] = ()
    """What people type when they look for it."""


def page_id(path: str) -> str:
    """The page's id from the path of its file: without the language."""
    stem, dot, suffix = path.removesuffix(".md").rpartition(".")
    return f"{stem}.md" if dot and suffix in DIRECTION else path


def kind_of(id: str) -> str:
    """The kind of a page from its place."""
    return next((kind for start, kind in KINDS if id.startswith(start)), "page")


def facets_of(id: str, meta: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """(facet, value) of a page, from its front matter and its place."""
    yield "kind", str(meta.get("kind") or kind_of(id))
    for name, value in meta.items():
        facet = _PLURALS.get(name, name)
        if facet in FACETS[1:]:
            yield from ((facet, str(one)) for one in (value if isinstance(value, list | tuple) else [value]) if one)


def is_searched(id: str, meta: Mapping[str, Any]) -> bool:
    """False for pages that only repeat what is found on another; quizzes are found by their own page."""
    return kind_of(id) == "question" or not (meta.get("search") or {}).get("exclude")


def page_of(id: str, url: str, markup: str, meta: Mapping[str, Any]) -> Page:
    """One rendered page."""
    own_quiz = kind_of(id) == "question"
    blocks = tuple(_with_summary(tuple(blocks_of(markup, own_quiz)), str(meta.get("description") or "")))
    return Page(url, blocks, tuple(dict.fromkeys(facets_of(id, meta))), tuple(meta.get("asked", ())))


def _with_summary(blocks: tuple[Block, ...], summary: str) -> Iterator[Block]:
    """The author's description after the title: it says what the page is about, often in other words than the text."""
    titled = False
    for block in blocks:
        yield block
        if block.tag == "h1" and not titled and summary:
            titled = True
            yield Block("p", "", " ".join(summary.split()))


def blocks_of(markup: str, with_quiz: bool = False) -> Iterator[Block]:
    """The blocks of the article, without forms and lists; a quiz has a page of its own and counts only there."""
    found = _ARTICLE.search(markup)
    body = _NOISE.sub(" ", found[1] if found else "")
    reader = _Reader(with_quiz)
    at = 0
    for tag in _TAG.finditer(body):
        reader.words(body[at : tag.start()])
        at = tag.end()
        yield from reader.tag(*tag.groups())
    reader.words(body[at:])
    yield from reader.flush()


class _Reader:
    """Gathers words between the tags that end a block."""

    def __init__(self, with_quiz: bool) -> None:
        self.with_quiz = with_quiz
        self.held: list[str] = []
        self.name, self.id = "p", ""
        self.skip: list[str] = []

    def words(self, text: str) -> None:
        if not self.skip and text:
            self.held.append(text)

    def tag(self, closing: str, name: str, attributes: str) -> Iterator[Block]:
        name = name.lower()
        if name in _VOID or attributes.endswith("/"):
            if name in {"br", "hr"}:
                self.held.append(" ")
            return
        if self.skip:
            self._skipping(closing, name)
        elif closing:
            if name in _BLOCKS:
                yield from self.flush()
        else:
            yield from self._open(name, attributes)

    def _skipping(self, closing: str, name: str) -> None:
        if not closing:
            self.skip.append(name)
        elif name in self.skip:
            while self.skip.pop() != name:
                pass

    def _open(self, name: str, attributes: str) -> Iterator[Block]:
        classes = set(found[1].split()) if (found := _CLASS.search(attributes)) else set()
        if classes & _LEFT_OUT or name in _EMBEDDED or (name == "amat-quiz" and not self.with_quiz):
            self.skip.append(name)
            return
        if name in _BLOCKS:
            yield from self.flush()
            self.name = name if name in _HEADINGS else "dt" if name == "dt" else "p"
        id = _ID.search(attributes)
        if id and (name in _HEADINGS or self.name == "dt"):
            self.id = id[1]

    def flush(self) -> Iterator[Block]:
        text = " ".join(html.unescape("".join(self.held)).split())
        if text:
            # A defined term is a place of its own: search results lead to it.
            yield Block(
                "h3" if self.name == "dt" and self.id else "p" if self.name == "dt" else self.name, self.id, text
            )
        self.held, self.name, self.id = [], "p", ""
