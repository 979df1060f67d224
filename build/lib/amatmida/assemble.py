"""Site → artifacts: a complete docs tree (authored pages and generated ones) and the fragments pages embed.

Pure: nothing is written here. Renderers (MkDocs, ProperDocs, Zensical) build the tree that adapters/disk.py lays out.
"""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from amatmida.core.artifact import Artifact
from amatmida.core.model import SOURCE_LANG, Lang
from amatmida.core.text import inline_html, shown
from amatmida.core.urls import asset_href, href
from amatmida.course import pages as course_pages
from amatmida.locale import strings
from amatmida.prose.checks import kind_of
from amatmida.prose.model import Page, PageMeta
from amatmida.prose.pages import Choice, choose, generated_page, stage_page
from amatmida.prose.parse import parse_page
from amatmida.quiz import pages as quiz_pages
from amatmida.quiz.model import Quiz
from amatmida.reference import checks_body
from amatmida.site import Site

DOCS, FRAGMENTS = "docs", "fragments"
"""The two trees below the staging folder."""
WEB = Path(__file__).parent / "web"
SOURCES_PAGE = "about/sources.md"


@dataclass(frozen=True)
class Plan:
    """What to assemble."""

    langs: tuple[Lang, ...] = ("he", "en")
    directory_urls: bool = True


def assemble(site: Site, plan: Plan) -> list[Artifact]:
    """Everything that goes below the staging folder, sorted by path, each path once."""
    found: dict[str, Artifact] = {}
    for artifact in (*_assets(site), *_pages(site, plan)):
        found[artifact.path] = artifact
    return [found[path] for path in sorted(found)]


def _assets(site: Site) -> Iterator[Artifact]:
    for path in sorted(site.files):
        yield Artifact(f"{DOCS}/{path}", site.root / "docs" / path, f"docs/{path}")
    for file in sorted(WEB.rglob("*")):
        if file.is_file() and file.suffix != ".py" and "__pycache__" not in file.parts:
            yield Artifact(f"{DOCS}/assets/amatmida/{file.relative_to(WEB).as_posix()}", file)


def _pages(site: Site, plan: Plan) -> Iterator[Artifact]:
    for lang in plan.langs:
        edition = Edition(site, plan, lang)
        for id in site.catalog.all("page"):
            yield from edition.authored(id)
        yield from edition.generated()


def staged_path(id: str, lang: Lang) -> str:
    """a/b.md in English → docs/a/b.en.md"""
    return f"{DOCS}/{id}" if lang == SOURCE_LANG else f"{DOCS}/{id[:-3]}.{lang}.md"


@dataclass(frozen=True)
class Edition:
    """The site in one language."""

    site: Site
    plan: Plan
    lang: Lang

    @cached_property
    def text(self) -> dict[str, Any]:
        """Interface strings of generated pages."""
        return strings(self.lang, "page")

    def authored(self, id: str) -> Iterator[Artifact]:
        """An authored page and the fragments it embeds."""
        source = self.site.catalog.all("page")[id]
        choice = Choice(source.record)
        document = source.document
        if self.lang != SOURCE_LANG:
            translation = self.site.catalog.get(kind_of(self.lang), id)
            choice = choose(source.record, translation.record if translation else None)
            document = source.document if choice.reason or translation is None else translation.document
        yield from self._staged(source.record, choice, document.path)

    def _staged(self, source: Page, choice: Choice, edit: str) -> Iterator[Artifact]:
        fragments: dict[str, Artifact] = {}

        def embed(name: str, argument: str) -> str:
            markup = self._fragment(name, argument, source.id)
            digest = hashlib.sha256(markup.encode()).hexdigest()[:16]
            file = f"{name}-{argument or 'block'}-{self.lang}-{digest}.html"
            fragments[file] = Artifact.text(f"{FRAGMENTS}/{file}", markup)
            return file

        def cite(id: str, locator: str) -> str:
            entry = self.site.catalog.get("source", id)
            link = posixpath.relpath(SOURCES_PAGE, posixpath.dirname(source.id) or ".")
            return course_pages.citation(entry.record, locator, choice.page.lang, link) if entry else ""

        banner = self.text["banner"].get(choice.reason, "")
        markdown = stage_page(choice, self.lang, source, cite, embed, banner)
        yield from fragments.values()
        yield Artifact.text(staged_path(source.id, self.lang), markdown, edit)

    def generated(self) -> Iterator[Artifact]:
        """Pages that no author wrote: practice, coverage, sources, checks."""
        catalog, text = self.site.catalog, self.text
        yield from self._made(
            "about/sources.md", "sources", course_pages.sources_body(catalog, self.lang, text), "course/sources.yml"
        )
        body = course_pages.coverage_body(catalog, self.lang, text, self.label)
        yield from self._made("course/coverage.md", "coverage", body, "course/objectives.yml")
        yield from self._made("about/checks.md", "checks", checks_body(self.lang, text), "")
        yield from self._made("practice/index.md", "practice", self._practice_list(), "")
        for id, entry in catalog.all("quiz").items():
            title = shown(entry.record.title, self.lang).value
            body = f"/// quiz | {id}\n///\n"
            description = text["practice_one"].format(title=title)
            yield from self._stage_made(f"practice/{id}.md", title, description, body, entry.document.path)

    def _made(self, id: str, name: str, body: str, edit: str) -> Iterator[Artifact]:
        return self._stage_made(id, self.text[f"{name}_title"], self.text[f"{name}_description"], body, edit)

    def _stage_made(self, id: str, title: str, description: str, body: str, edit: str) -> Iterator[Artifact]:
        document, _ = parse_page(generated_page(title, description, body), f"docs/{id}")
        assert document is not None, id
        page = Page(**{**vars(document.record), "lang": self.lang})
        assert isinstance(page.meta, PageMeta)
        yield from self._staged(page, Choice(page), edit)

    def _practice_list(self) -> str:
        rows = []
        for id, entry in self.site.catalog.all("quiz").items():
            quiz: Quiz = entry.record
            count = len(quiz.items) + sum(draw.take for draw in quiz.behaviour.draw)
            purpose = self.text["purposes"][quiz.purpose]
            rows.append([f"[{shown(quiz.title, self.lang).value}]({id}.md)", purpose, str(count)])
        head = [self.text["quiz"], self.text["purpose"], self.text["items"]]
        return f"{self.text['practice_intro']}\n\n{course_pages.table(head, rows)}\n"

    def label(self, ref: str) -> str:
        """The title of a page, or of one of its sections, in this language."""
        id, _, anchor = ref.partition("#")
        source = self.site.catalog.get("page", id)
        if source is None:
            return ref
        translation = self.site.catalog.get(kind_of(self.lang), id)
        page: Page = choose(source.record, translation.record if translation else None).page
        page = source.record if self.lang == SOURCE_LANG else page
        section = page.section(anchor) if anchor else None
        return section.title if section else page.meta.title

    def _fragment(self, name: str, argument: str, page: str) -> str:
        if name == "my-data":
            return quiz_pages.render_my_data(self.lang)
        entry = self.site.catalog.get("quiz", argument)
        if entry is None:
            return f'<p class="amat-banner" role="note">{inline_html(self.text["no_quiz"].format(id=argument))}</p>'
        return quiz_pages.render_quiz(entry.record, self._asked(entry.record), self._setting(page))

    def _asked(self, quiz: Quiz) -> list[quiz_pages.Asked]:
        asked = [quiz_pages.Asked(item, quiz.stems.get(item.stem or ""), None) for item in quiz.items]
        for draw in quiz.behaviour.draw:
            bank = self.site.catalog.get("bank", draw.bank) or self.site.catalog.get("quiz", draw.bank)
            if bank:
                stems = bank.record.stems
                asked += [quiz_pages.Asked(item, stems.get(item.stem or ""), draw.bank) for item in bank.record.items]
        return asked

    def _setting(self, page: str) -> quiz_pages.Setting:
        urls, catalog = self.plan.directory_urls, self.site.catalog
        return quiz_pages.Setting(
            lang=self.lang,
            href=lambda ref: href(page, ref, urls),
            label=self.label,
            asset=lambda src: asset_href(page, self.lang, src, urls),
            misconceptions={id: e.record for id, e in catalog.all("misconception").items()},
            sources={id: e.record for id, e in catalog.all("source").items()},
        )
