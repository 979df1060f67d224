"""Each card on a page of its own, and the page of all cards to print and cut. Pure: models → Markdown."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from typing import Any

from amatmida.core.catalog import Catalog, Entry
from amatmida.core.model import Lang, Text
from amatmida.core.room import Made
from amatmida.core.setting import Label
from amatmida.core.tables import table
from amatmida.core.text import shown
from amatmida.locale import strings
from amatmida.method_card.model import FOLDER, INDEX, PRINT, Method
from amatmida.method_card.words import listed, people, span


def page_of(id: str) -> str:
    """The id of a card's page."""
    return f"{FOLDER}/{id}.md"


def made_ids(catalog: Catalog) -> Iterable[str]:
    """No cards, no pages."""
    cards = catalog.all("method")
    return (*(page_of(id) for id in cards), PRINT) if cards else ()


def made(catalog: Catalog, lang: Lang, label: Label) -> Iterator[Made]:
    """The page of each card and the page to print."""
    t = strings(lang, "method_card")
    entries = list(catalog.all("method").values())
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

    parts = t["parts"]
    yield from (table(["", ""], _facts(card, lang, t)), "", f"{parts['figures_note']} {_cited('inference')}", "")
    for name in ("what", "why"):
        yield from _section(name, parts, say(getattr(card, name)))
    yield from _section("how", parts, *(f"{n}. {say(step)}" for n, step in enumerate(card.how, 1)))
    yield from _section("product", parts, say(card.product))
    yield from _section("access", parts, say(card.access.how), "", f"**{parts['not_for']}:** {say(card.access.not_for)}")
    points = (f"- **{t['legal_topics'][point.topic]}:** {say(point.text)}" for point in card.legal)
    yield from _section("legal", parts, *points, "", f"**{parts['legal_note']}**")
    yield from _section("mistakes", parts, *(f"- {say(text)}" for text in card.mistakes))
    yield from _section("sources", parts, " ".join(_cited(source.id, source.at) for source in card.source))
    yield from _links(card, catalog, label, t)


def _section(name: str, parts: dict[str, str], *lines: str) -> Iterator[str]:
    yield from (f"## {parts[name]} {{#{name}}}", "", *lines, "")


def _cited(id: str, at: str | None = None) -> str:
    return f"[@{id} {at}]" if at else f"[@{id}]"


def _facts(card: Method, lang: Lang, t: dict[str, Any]) -> list[list[str]]:
    facts = t["facts"]
    spans = (f"{facts[name]}: {span(getattr(card.time, name), facts)}" for name in type(card.time).model_fields)
    cost = f"{facts['levels'][card.cost.level]}. {shown(card.cost.words, lang).value}"
    rows = {
        "time": f"{'; '.join(spans)}. {facts['total']}: {span(card.time.total, facts)}",
        "group": people(card, facts),
        "cost": cost,
        "stages": listed(card.stages, t["stages"]),
        "who": listed(card.who, t["participants"]),
        "needs": listed(card.access.needs, t["needs"]) or facts["none"],
    }
    return [[f"**{facts[name]}**", words] for name, words in rows.items()]


def _links(card: Method, catalog: Catalog, label: Label, t: dict[str, Any]) -> Iterator[str]:
    def link(words: str, ref: str) -> str:
        id, _, anchor = ref.partition("#")
        target = posixpath.relpath(id, FOLDER)
        return f"[{words}]({target}{'#' + anchor if anchor else ''})"

    yield from (f"## {t['parts']['more']} {{#next}}", "")
    yield f"- {link(label(card.read), card.read)}"
    if catalog.get("page", INDEX):
        yield f"- {link(t['page']['all_cards'], INDEX)}"
    yield f"- {link(t['page']['to_print'], f'{PRINT}#card-{card.method}')}"

