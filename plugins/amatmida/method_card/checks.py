"""Rules of method cards: sound figures, known sources, no talk with bidders while a tender is open, fits the paper."""

from __future__ import annotations

from collections.abc import Iterator

from amatmida.core.catalog import Catalog, Entry
from amatmida.core.checks import check_page_ref
from amatmida.core.model import Lang
from amatmida.core.problem import Problem
from amatmida.core.source import Loc
from amatmida.core.text import shown
from amatmida.method_card.budget import LINES, MOST_LETTERS, lines, pieces
from amatmida.method_card.model import FOLDER, Method, Range

_MARKET = frozenset({"operators", "potential-operators"})


def check_methods(catalog: Catalog, languages: tuple[Lang, ...]) -> Iterator[Problem]:
    """All rules of cards. `languages`: those in which the site is complete."""
    for entry in catalog.all("method").values():
        yield from _check_figures(entry)
        yield from _check_references(entry, catalog)
        yield from _check_stages(entry)
        for lang in languages:
            yield from _check_room(entry, lang)


def _check_figures(entry: Entry[Method]) -> Iterator[Problem]:
    card = entry.record
    ranges: list[tuple[Loc, Range]] = [(("group",), card.group)]
    ranges += [(("time", name), getattr(card.time, name)) for name in type(card.time).model_fields]
    for loc, pair in ranges:
        if pair.min > pair.max:
            yield entry.problem("C001", *loc, min=pair.min, max=pair.max)


def _check_references(entry: Entry[Method], catalog: Catalog) -> Iterator[Problem]:
    for index, source in enumerate(entry.record.source):
        if not catalog.get("source", source.id):
            yield entry.problem("O006", "source", index, id=source.id)
    yield from check_page_ref(entry, entry.record.read, catalog, "read")
    if catalog.get("page", f"{FOLDER}/{entry.id}.md"):
        yield entry.problem("C005", "method", id=entry.id, page=f"{FOLDER}/{entry.id}.md")


def _check_stages(entry: Entry[Method]) -> Iterator[Problem]:
    card = entry.record
    if "live" in card.stages and (found := sorted(_MARKET & set(card.who))):
        yield entry.problem("C004", "stages", who=", ".join(found))


def _check_room(entry: Entry[Method], lang: Lang) -> Iterator[Problem]:
    fits = True
    for piece in pieces(entry.record):
        letters, most = len(shown(piece.text, lang).value), MOST_LETTERS[piece.field]
        if letters > most:
            fits = False
            yield entry.problem("C002", *piece.loc, field=piece.field, lang=lang, letters=letters, most=most)
    if fits and (needed := lines(entry.record, lang)) > LINES:
        yield entry.problem("C003", lang=lang, lines=needed, most=LINES)
