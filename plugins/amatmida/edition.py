"""The site in one language: authored pages, the pages no author wrote, and the fragments they embed. Pure."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any

from amatmida.core.artifact import Artifact
from amatmida.core.memo import Memo
from amatmida.core.model import SOURCE_LANG, Lang
from amatmida.core.room import Room
from amatmida.core.setting import Setting
from amatmida.core.text import inline_html
from amatmida.core.urls import asset_href, href
from amatmida.frames import Frames
from amatmida.locale import strings
from amatmida.prose.checks import kind_of
from amatmida.prose.model import Page
from amatmida.prose.pages import Choice, choose, generated_page, stage_page
from amatmida.prose.parse import parse_page
from amatmida.rooms import EMBEDS, ROOMS
from amatmida.site import Site

DOCS, FRAGMENTS = "docs", "fragments"
"""The two trees below the staging folder."""


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

    @cached_property
    def _frames(self) -> Frames:
        return Frames(self.site.catalog, self.lang, self._label)

    def artifacts(self) -> Iterator[Artifact]:
        """Every page of this language with its fragments."""
        for id in self.site.catalog.all("page"):
            yield from self._authored(id)
        yield from self._generated()
        yield from self._files()

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
        frame = self._frames.frame(source, choice)
        names = [file.path for file in fragments.values()]

        def make() -> Artifact:
            def embed(name: str, argument: str) -> str:
                return posixpath.basename(fragments[name, argument].path)

            hands = self._frames.hands(source, choice.page.lang, embed)
            markdown = stage_page(choice, self.lang, source, hands, frame)
            return Artifact.text(staged_path(source.id, self.lang), markdown, edit)

        yield from fragments.values()
        needs = (source, choice.page, choice.reason, edit, *vars(frame).values(), *self._frames.needs(), *names)
        yield self.memo.get(("page", source.id, self.lang), needs, make)

    def _generated(self) -> Iterator[Artifact]:
        """Pages that no author wrote."""
        for room in ROOMS:
            for made in room.made(self.site.catalog, self.lang, self.label):
                page = generated_page(made.title, made.description, made.body, unlisted=made.unlisted)
                yield from self._stage_made(made.id, page, made.edit)

    def _files(self) -> Iterator[Artifact]:
        for room in ROOMS:
            names = {kind.name for kind in room.kinds}
            needs = tuple(d.record for d in self.site.catalog.documents if d.kind in names)
            make = partial(self._files_of, room)
            yield from self.memo.get(("files", room.name, self.lang), needs, make)

    def _files_of(self, room: Room) -> tuple[Artifact, ...]:
        made = room.files(self.site.catalog, self.lang)
        return tuple(replace(file, path=f"{DOCS}/{file.path}") for file in made)

    def _stage_made(self, id: str, markdown: str, edit: str) -> Iterator[Artifact]:
        page = self.memo.get(("made", id, self.lang), (markdown,), lambda: self._parsed(id, markdown))
        yield from self._staged(page, Choice(page), edit)

    def _parsed(self, id: str, markdown: str) -> Page:
        document, _ = parse_page(markdown, f"docs/{id}")
        assert document is not None, id
        return Page(**{**vars(document.record), "lang": self.lang})

    def label(self, ref: str) -> str:
        """The title of a page, or of one of its sections, in this language."""
        return self._label(self.lang, ref)

    def _label(self, lang: Lang, ref: str) -> str:
        id, _, anchor = ref.partition("#")
        entry = self.site.catalog.get("page", id)
        if not entry:
            return ref
        page = entry.record if lang == SOURCE_LANG else self._choice(id).page
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
        embed = EMBEDS.get(name)
        if embed is None:
            return (name,)
        if embed.kind is None:
            return (name, *embed.needs(self.site.catalog, argument, self.label))
        entry = self.site.catalog.get(embed.kind, argument)
        return (entry.record, *embed.needs(self.site.catalog, argument, self.label)) if entry else (name,)

    def _fragment(self, name: str, argument: str, page: str) -> str:
        embed = EMBEDS.get(name)
        if embed is None or (embed.kind and not self.site.catalog.get(embed.kind, argument)):
            words = self.text["not_found"].format(block=name, id=argument)
            return f'<p class="amat-banner" role="note">{inline_html(words)}</p>'
        return embed.render(self._setting(page), argument)

    def _setting(self, page: str) -> Setting:
        return Setting(
            lang=self.lang,
            page=page,
            catalog=self.site.catalog,
            href=lambda ref: href(page, ref, self.directory_urls),
            label=self.label,
            asset=lambda src: asset_href(page, self.lang, src, self.directory_urls),
        )
