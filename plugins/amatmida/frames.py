"""What stands around the words of a page, and what its marks become: gathered from all rooms. Pure."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from amatmida.core.catalog import Catalog
from amatmida.core.model import Lang
from amatmida.core.text import shown
from amatmida.course.mistakes import mistakes_of, mistakes_section, use_of
from amatmida.course.pages import citation
from amatmida.glossary.links import definitions, term_link
from amatmida.locale import strings
from amatmida.prose.model import MISTAKES, Page, PageMeta
from amatmida.prose.pages import Choice, Cite, Embed, Frame, Hands, opening
from amatmida.sharing.linked_data import Facts, linked_data

SOURCES_PAGE = "about/sources.md"
GLOSSARY_PAGE = "glossary/index.md"


@dataclass(frozen=True)
class Frames:
    """Frames of the pages of one language."""

    catalog: Catalog
    lang: Lang
    """The reader's language; the words of a page may be in another (no translation yet)."""
    label: Callable[[Lang, str], str]
    """(language, page reference) → title."""

    def frame(self, source: Page, choice: Choice) -> Frame:
        """Banner, opening, common mistakes, definitions and data for machines of one page."""
        lang = choice.page.lang
        objectives = self._objectives(source, lang)
        t = strings(self.lang, "page")
        return Frame(
            banner=t["banner"].get(choice.reason, ""),
            opening=opening(_meta(source), objectives, strings(lang, "page")["opening"]),
            linked=self._linked(source, choice.page, objectives),
            mistakes=self._mistakes(source, lang),
            closing=self._definitions(choice.page, t),
        )

    def hands(self, source: Page, lang: Lang, embed: Embed) -> Hands:
        """What the marks in a page's words, which are in `lang`, become."""
        return Hands(self._cite(source.id, lang), embed, self._term(source.id, lang))

    def needs(self) -> tuple[Any, ...]:
        """What every page may depend on besides its own frame."""
        return (self.catalog.document("sources"), self.catalog.document("glossary"))

    def _objectives(self, source: Page, lang: Lang) -> list[str]:
        found = (self.catalog.get("objective", id) for id in _meta(source).objectives)
        return [shown(entry.record.text, lang).value for entry in found if entry]

    def _linked(self, source: Page, page: Page, objectives: list[str]) -> str:
        audiences = strings(page.lang, "page")["opening"]["audiences"]
        named = page.meta.title, page.meta.description
        site = strings(page.lang, "sharing")["site"]
        facts = Facts(source.id, page.lang, *named, _meta(source), objectives, audiences, site)
        return linked_data(facts, self.catalog)

    def _mistakes(self, source: Page, lang: Lang) -> str:
        found = mistakes_of(source.id, self.catalog, self._use) if _meta(source).mistakes else []
        own = source.section(MISTAKES) is not None
        return mistakes_section(found, lang, strings(lang, "page")["mistakes"], partial(self.label, lang), own=own)

    @cached_property
    def _use(self) -> dict[str, int]:
        return use_of(self.catalog)

    def _definitions(self, page: Page, t: dict[str, Any]) -> str:
        found = (self.catalog.get("term", id) for id in dict.fromkeys(mark.what for mark in page.terms))
        return definitions((entry.record for entry in found if entry), self.lang, t)

    def _cite(self, page: str, lang: Lang) -> Cite:
        link = posixpath.relpath(SOURCES_PAGE, posixpath.dirname(page) or ".")

        def cite(id: str, locator: str) -> str:
            entry = self.catalog.get("source", id)
            return citation(entry.record, locator, lang, link) if entry else ""

        return cite

    def _term(self, page: str, lang: Lang) -> Callable[[str, str], str]:
        link = posixpath.relpath(GLOSSARY_PAGE, posixpath.dirname(page) or ".")

        def term(id: str, words: str) -> str:
            entry = self.catalog.get("term", id)
            return term_link(entry.record, words, lang, link) if entry else words or id

        return term


def _meta(source: Page) -> PageMeta:
    assert isinstance(source.meta, PageMeta)
    return source.meta
