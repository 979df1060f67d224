"""Rules of pages: headings, anchors, links, citations, translations."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise

from amatmida.core.catalog import Catalog, Entry
from amatmida.core.model import SOURCE_LANG, Lang
from amatmida.core.problem import Problem, problem
from amatmida.core.validate import near
from amatmida.prose.model import SOURCED, Mark, Page, PageMeta, Section, TranslationMeta


def kind_of(lang: str) -> str:
    """The Catalog kind of pages in one language."""
    return "page" if lang == SOURCE_LANG else f"page.{lang}"


def check_pages(
    catalog: Catalog, complete: tuple[Lang, ...], files: Collection[str], generated: Collection[str]
) -> Iterator[Problem]:
    """All page rules. `files`: paths below docs/ that exist; `generated`: page ids the build adds."""
    pages = catalog.all("page")
    for entry in pages.values():
        yield from _check_source_page(entry, catalog)
    for lang in ("en", "ar"):
        for entry in catalog.all(f"page.{lang}").values():
            yield from _check_translation(entry, pages.get(entry.id))
    for lang in complete:
        for id, entry in pages.items():
            if lang != SOURCE_LANG and not catalog.get(kind_of(lang), id):
                yield entry.problem("T005", lang=lang, file=f"docs/{id[:-3]}.{lang}.md")
    known = {*pages, *generated}
    for lang in ("he", "en", "ar"):
        for entry in catalog.all(kind_of(lang)).values():
            yield from _check_headings(entry)
            yield from _check_links(entry, catalog, known, files)
            yield from _check_citations(entry, catalog)


def _check_source_page(entry: Entry[Page], catalog: Catalog) -> Iterator[Problem]:
    page = entry.record
    assert isinstance(page.meta, PageMeta)
    for index, id in enumerate(page.meta.objectives):
        if not catalog.get("objective", id):
            yield entry.problem("O001", "objectives", index, id=id)
    if page.id.startswith(SOURCED) and not page.citations:
        yield entry.problem("P012")


def _check_translation(entry: Entry[Page], source: Entry[Page] | None) -> Iterator[Problem]:
    page = entry.record
    assert isinstance(page.meta, TranslationMeta)
    if source is None:
        yield entry.problem("T006", id=page.id)
        return
    if page.meta.translates != source.record.hash:
        yield entry.problem("T007", "translates", stamp=page.meta.translates or "—", hash=source.record.hash)
    ours, theirs = [s.id for s in page.sections], [s.id for s in source.record.sections]
    for extra in sorted(({*ours} ^ {*theirs}) - {""}):
        section = page.section(extra)
        yield Problem(entry.document.path, section.line if section else 1, "T008", (("id", extra),))


def _check_headings(entry: Entry[Page]) -> Iterator[Problem]:
    page, path = entry.record, entry.document.path
    tops = [s for s in page.sections if s.level == 1]
    if len(tops) != 1 or page.sections[0].level != 1:
        yield entry.problem("P004", count=len(tops))
    for before, section in pairwise(page.sections):
        if section.level > before.level + 1:
            yield Problem(path, section.line, "P005", (("title", section.title),))
    seen: set[str] = set()
    for section in page.sections:
        yield from _check_heading_id(path, section, seen)


def _check_heading_id(path: str, section: Section, seen: set[str]) -> Iterator[Problem]:
    if not section.id and section.level in (2, 3):
        yield Problem(path, section.line, "P003", (("title", section.title),))
    if section.id and section.id in seen:
        yield Problem(path, section.line, "P006", (("id", section.id),))
    seen.add(section.id)


def _check_links(
    entry: Entry[Page], catalog: Catalog, known: Collection[str], files: Collection[str]
) -> Iterator[Problem]:
    page, path = entry.record, entry.document.path
    for link in page.links:
        target = resolve(page.id, link.what)
        if target is None:
            continue
        id, _, anchor = target.partition("#")
        if id.endswith(".md") and id not in known:
            yield Problem(path, link.line, "P007", (("target", link.what),))
        elif anchor and (found := catalog.get("page", id)) and not found.record.section(anchor):
            yield Problem(path, link.line, "P008", (("anchor", anchor), ("id", id)))
        elif not id.endswith(".md") and id not in files:
            yield Problem(path, link.line, "P007", (("target", link.what),))
    for image in page.images:
        target = resolve(page.id, image.what)
        if target is None or target not in files:
            yield Problem(path, image.line, "P009", (("target", image.what),))


def resolve(page_id: str, href: str) -> str | None:
    """A relative link of a page as a path below docs/; None when it leads off the site."""
    if "://" in href or href.startswith(("mailto:", "tel:")):
        return None
    path, _, anchor = href.partition("#")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page_id), path)) if path else page_id
    return f"{target}#{anchor}" if anchor else target


def _check_citations(entry: Entry[Page], catalog: Catalog) -> Iterator[Problem]:
    for mark in entry.record.citations:
        if not catalog.get("source", mark.what):
            yield Problem(entry.document.path, mark.line, "O006", (("id", mark.what),))


def check_blocks(catalog: Catalog, known: Mapping[str, str | None]) -> Iterator[Problem]:
    """Embedded blocks are known ones and name what exists. `known`: name of a block → kind of its argument."""
    for lang in ("he", "en", "ar"):
        for entry in catalog.all(kind_of(lang)).values():
            for mark in entry.record.blocks:
                yield from _check_block(entry.document.path, mark, catalog, known)


def _check_block(path: str, mark: Mark, catalog: Catalog, known: Mapping[str, str | None]) -> Iterator[Problem]:
    if mark.detail not in known:
        yield problem(path, mark.line, "P010", name=mark.detail, known=" ".join(known))
        return
    kind = known[mark.detail]
    if kind and not catalog.get(kind, mark.what):
        suggestion = near(mark.what, list(catalog.all(kind)))
        yield problem(path, mark.line, "P011", block=mark.detail, id=mark.what, near=suggestion)
