"""The site in one language: authored pages, the pages no author wrote, and the fragments they embed. Pure."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from amatmida.core.artifact import Artifact
from amatmida.core.memo import Memo
from amatmida.core.model import SOURCE_LANG, Lang
from amatmida.core.tables import table
from amatmida.core.text import inline_html, shown
from amatmida.core.urls import asset_href, href
from amatmida.course import pages as course_pages
from amatmida.glossary.pages import glossary_body
from amatmida.locale import strings
from amatmida.prose.checks import kind_of
from amatmida.prose.model import Page, PageMeta
from amatmida.prose.pages import Choice, Frame, choose, generated_page, opening, stage_page
from amatmida.prose.parse import parse_page
from amatmida.quiz import pages as quiz_pages
from amatmida.quiz.draws import asked_by
from amatmida.quiz.model import Quiz
from amatmida.reference import checks_body
from amatmida.site import Site

DOCS, FRAGMENTS = "docs", "fragments"
"""The two trees below the staging folder."""
SOURCES_PAGE = "about/sources.md"


def staged_path(id: str, lang: Lang) -> str:
    """a/b.md in English → docs/a/b.en.md"""
    return f"{DOCS}/{id}" if lang == SOURCE_LANG else f"{DOCS}/{id[:-3]}.{lang}.md"


@dataclass(frozen=True)
class Edition:
    """The site in one language."""

    site: Site
    lang: Lang
    directory_urls: bool
    memo: Memo

    @cached_property
    def text(self) -> dict[str, Any]:
        """Interface strings of generated pages."""
        return strings(self.lang, "page")

    def artifacts(self) -> Iterator[Artifact]:
        """Every page of this language with its fragments."""
        for id in self.site.catalog.all("page"):
            yield from self._authored(id)
        yield from self._generated()

    def _authored(self, id: str) -> Iterator[Artifact]:
        source = self.site.catalog.all("page")[id]
        choice = self._choice(id)
        shown_entry = source if choice.reason else self.site.catalog.get(kind_of(self.lang), id)
        yield from self._staged(source.record, choice, shown_entry.document.path if shown_entry else "")

    def _choice(self, id: str) -> Choice:
        source = self.site.catalog.all("page")[id].record
        if self.lang == SOURCE_LANG:
            return Choice(source)
        translation = self.site.catalog.get(kind_of(self.lang), id)
        return choose(source, translation.record if translation else None)

    def _staged(self, source: Page, choice: Choice, edit: str) -> Iterator[Artifact]:
        marks = [(mark.detail, mark.what) for mark in choice.page.blocks]
        fragments = {mark: self._fragment_file(*mark, source.id) for mark in marks}
        frame = Frame(self.text["banner"].get(choice.reason, ""), self._opening(source, choice.page.lang))
        names = [file.path for file in fragments.values()]

        def make() -> Artifact:
            def embed(name: str, argument: str) -> str:
                return posixpath.basename(fragments[name, argument].path)

            markdown = stage_page(choice, self.lang, source, self._cite(source.id, choice.page.lang), embed, frame)
            return Artifact.text(staged_path(source.id, self.lang), markdown, edit)

        yield from fragments.values()
        needs = (source, choice.page, choice.reason, edit, frame.opening, self._document("sources"), *names)
        yield self.memo.get(("page", source.id, self.lang), needs, make)

    def _opening(self, source: Page, lang: Lang) -> str:
        assert isinstance(source.meta, PageMeta)
        found = (self.site.catalog.get("objective", id) for id in source.meta.objectives)
        texts = [shown(entry.record.text, lang).value for entry in found if entry]
        return opening(source.meta, texts, strings(lang, "page")["opening"])

    def _cite(self, page: str, lang: Lang) -> Any:
        link = posixpath.relpath(SOURCES_PAGE, posixpath.dirname(page) or ".")

        def cite(id: str, locator: str) -> str:
            entry = self.site.catalog.get("source", id)
            return course_pages.citation(entry.record, locator, lang, link) if entry else ""

        return cite

    def _document(self, kind: str) -> Any:
        return next((d.record for d in self.site.catalog.documents if d.kind == kind), None)

    def _generated(self) -> Iterator[Artifact]:
        """Pages that no author wrote: practice, coverage, sources, checks."""
        catalog, text = self.site.catalog, self.text
        sources = course_pages.sources_body(catalog, self.lang, text)
        coverage = course_pages.coverage_body(catalog, self.lang, text, self.label)
        yield from self._made("about/sources.md", "sources", sources, "course/sources.yml")
        yield from self._made("course/coverage.md", "coverage", coverage, "course/objectives.yml")
        if catalog.all("term"):
            glossary = glossary_body(catalog, self.lang, text, self.label)
            yield from self._made("glossary/index.md", "glossary", glossary, "course/glossary.yml")
        yield from self._made("about/checks.md", "checks", checks_body(self.lang, text), "")
        yield from self._made("practice/index.md", "practice", self._practice_list(), "")
        for id, entry in catalog.all("quiz").items():
            title = shown(entry.record.title, self.lang).value
            description = text["practice_one"].format(title=title)
            page = generated_page(title, description, f"/// quiz | {id}\n///\n", unlisted=True)
            yield from self._stage_made(f"practice/{id}.md", page, entry.document.path)

    def _made(self, id: str, name: str, body: str, edit: str) -> Iterator[Artifact]:
        page = generated_page(self.text[f"{name}_title"], self.text[f"{name}_description"], body)
        return self._stage_made(id, page, edit)

    def _stage_made(self, id: str, markdown: str, edit: str) -> Iterator[Artifact]:
        page = self.memo.get(("made", id, self.lang), (markdown,), lambda: self._parsed(id, markdown))
        yield from self._staged(page, Choice(page), edit)

    def _parsed(self, id: str, markdown: str) -> Page:
        document, _ = parse_page(markdown, f"docs/{id}")
        assert document is not None, id
        return Page(**{**vars(document.record), "lang": self.lang})

    def _practice_list(self) -> str:
        """Quizzes by part of the site, in the order in which the objectives stand."""
        order = {id: place for place, id in enumerate(self.site.catalog.all("objective"))}
        quizzes = [entry.record for entry in self.site.catalog.all("quiz").values()]
        first = {
            q.quiz: min((order.get(id, 0) for item in q.items for id in item.objectives), default=-1) for q in quizzes
        }
        parts: dict[str, list[list[str]]] = {}
        for quiz in sorted(quizzes, key=lambda q: (first[q.quiz], q.quiz)):
            parts.setdefault(self._part(quiz), []).append(self._practice_row(quiz))
        head = [self.text["quiz"], self.text["purpose"], self.text["items"]]
        tables = [f"## {name} {{#part-{n}}}\n\n{table(head, rows)}\n" for n, (name, rows) in enumerate(parts.items())]
        return "\n".join([self.text["practice_intro"], "", *tables])

    def _part(self, quiz: Quiz) -> str:
        asked = asked_by(quiz, self.site.catalog)
        folder = posixpath.dirname(asked[0].item.read) if asked else ""
        return (
            self.label(f"{folder}/index.md")
            if self.site.catalog.get("page", f"{folder}/index.md")
            else self.text["other"]
        )

    def _practice_row(self, quiz: Quiz) -> list[str]:
        count = len(quiz.items) + sum(draw.take for draw in quiz.behaviour.draw)
        link = f"[{shown(quiz.title, self.lang).value}]({quiz.quiz}.md)"
        return [link, self.text["purposes"][quiz.purpose], str(count)]

    def label(self, ref: str) -> str:
        """The title of a page, or of one of its sections, in this language."""
        id, _, anchor = ref.partition("#")
        if not self.site.catalog.get("page", id):
            return ref
        page = self._choice(id).page
        section = page.section(anchor) if anchor else None
        return section.title if section else page.meta.title

    def _fragment_file(self, name: str, argument: str, page: str) -> Artifact:
        """The fragment of one block on one page; its name follows its content, so a page changes when it does."""

        def make() -> Artifact:
            markup = self._fragment(name, argument, page)
            digest = hashlib.sha256(markup.encode()).hexdigest()[:16]
            return Artifact.text(f"{FRAGMENTS}/{name}-{argument or 'block'}-{self.lang}-{digest}.html", markup)

        needs = self._fragment_needs(name, argument)
        return self.memo.get(("fragment", name, argument, page, self.lang), needs, make)

    def _fragment_needs(self, name: str, argument: str) -> tuple[Any, ...]:
        entry = self.site.catalog.get("quiz", argument) if name == "quiz" else None
        if entry is None:
            return (name,)
        asked = asked_by(entry.record, self.site.catalog)
        labels = (self.label(one.item.read) for one in asked)
        shared = (self._document("sources"), self._document("misconceptions"))
        return (entry.record, *shared, *(one.item for one in asked), *labels)

    def _fragment(self, name: str, argument: str, page: str) -> str:
        if name == "my-data":
            return quiz_pages.render_my_data(self.lang)
        entry = self.site.catalog.get("quiz", argument)
        if name != "quiz" or entry is None:
            words = self.text["no_quiz"].format(id=argument)
            return f'<p class="amat-banner" role="note">{inline_html(words)}</p>'
        return quiz_pages.render_quiz(entry.record, asked_by(entry.record, self.site.catalog), self._setting(page))

    def _setting(self, page: str) -> quiz_pages.Setting:
        catalog = self.site.catalog
        return quiz_pages.Setting(
            lang=self.lang,
            href=lambda ref: href(page, ref, self.directory_urls),
            label=self.label,
            asset=lambda src: asset_href(page, self.lang, src, self.directory_urls),
            misconceptions={id: e.record for id, e in catalog.all("misconception").items()},
            sources={id: e.record for id, e in catalog.all("source").items()},
        )
