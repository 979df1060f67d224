"""Each card on a page of its own, and the page of all cards to print and cut. Pure: models → Markdown."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from typing import Any

from amatmida.core.catalog import Catalog, Entry
from amatmida.core.model import Lang, Text
from amatmida.core.room import Made
from amatmida.core.setting import Label
from amatmida.core.text import shown
from amatmida.locale import strings
from amatmida.method_card.model import FOLDER, INDEX, PRINT, Method
from amatmida.method_card.words import listed, people, span


def page_of(id: str) -> str:
    """The id of a card's page."""
    return f"{FOLDER}/{id}.md"


def in_order(catalog: Catalog, lang: Lang) -> list[Entry[Method]]:
    """All cards, those that ask for the least work first."""
    entries: list[Entry[Method]] = list(catalog.all("method").values())
    return sorted(entries, key=lambda e: (e.record.time.total.min, shown(e.record.title, lang).value))


def made_ids(catalog: Catalog) -> Iterable[str]:
    """No cards, no pages."""
    cards = catalog.all("method")
    return (*(page_of(id) for id in cards), PRINT) if cards else ()


def made(catalog: Catalog, lang: Lang, label: Label) -> Iterator[Made]:
    """The page of each card and the page to print."""
    t = strings(lang, "method_card")
    entries = in_order(catalog, lang)
    for entry in entries:
        yield _card_page(entry, catalog, lang, label, t)
    if entries:
        body = f"{t['print_intro']}\n\n/// method-cards-print\n///\n"
        yield Made(PRINT, t["print_title"], t["print_description"], body, unlisted=True)


def _card_page(entry: Entry[Method], catalog: Catalog, lang: Lang, label: Label, t: dict[str, Any]) -> Made:
    card = entry.record
    what = shown(card.what, lang).value
    description = t["card_description"].format(what=what)
    description = description if len(description) <= 200 else f"{description[:198].rsplit(' ', 1)[0]}…"
    body = "\n".join(_body(card, catalog, lang, label, t))
    return Made(page_of(entry.id), shown(card.title, lang).value, description, body, entry.document.path)


def _body(card: Method, catalog: Catalog, lang: Lang, label: Label, t: dict[str, Any]) -> Iterator[str]:
    def say(text: Text) -> str:
        return shown(text, lang).value

    parts, page = t["parts"], t["page"]
    back = f"[{page['all_cards']}](index.md) · " if catalog.get("page", INDEX) else ""
    sheet = f"../{posixpath.basename(PRINT)}?card={card.method}"
    yield from (f"{back}[{page['print_one']}]({sheet})", "")
    yield from (*_facts(card, lang, t), "", f"{parts['figures_note']} {_cited('inference')}", "")
    yield from _section("what", parts["what_why"], say(card.what), "", say(card.why))
    steps = (f"{n}. {say(step)}" for n, step in enumerate(card.how, 1))
    yield from _section("how", parts["how"], *steps, "", f"**{parts['product']}:** {say(card.product)}")
    not_for = f"**{parts['not_for']}:** {say(card.access.not_for)}"
    yield from _section("access", parts["access"], say(card.access.how), "", not_for)
    points = (f"- **{t['legal_topics'][point.topic]}:** {say(point.text)}" for point in card.legal)
    yield from _section("legal", parts["legal"], *points, "", f"**{parts['legal_note']}**")
    yield from _section("mistakes", parts["mistakes"], *(f"- {say(text)}" for text in card.mistakes))
    cited = " ".join(_cited(source.id, source.at) for source in card.source)
    id, _, anchor = card.read.partition("#")
    more = f"[{label(card.read)}]({posixpath.relpath(id, FOLDER)}{'#' + anchor if anchor else ''})"
    yield from _section("next", parts["more"], f"{more}.", "", f"{parts['sources']}: {cited}")


def _section(name: str, heading: str, *lines: str) -> Iterator[str]:
    yield from (f"## {heading} {{#{name}}}", "", *lines, "")


def _cited(id: str, at: str | None = None) -> str:
    return f"[@{id} {at}]" if at else f"[@{id}]"


def _facts(card: Method, lang: Lang, t: dict[str, Any]) -> list[str]:
    facts = t["facts"]
    spans = (f"{facts[name]} {span(getattr(card.time, name), facts)}" for name in type(card.time).model_fields)
    rows = {
        "time": f"{facts['total']} {span(card.time.total, facts)} ({', '.join(spans)})",
        "group": people(card, facts),
        "cost": f"{facts['levels'][card.cost.level]}. {shown(card.cost.words, lang).value}",
        "stages": listed(card.stages, t["stages"]),
        "who": listed(card.who, t["participants"]),
        "needs": listed(card.access.needs, t["needs"]) or facts["none"],
    }
    return [f"- **{facts[name]}:** {words}" for name, words in rows.items()]
