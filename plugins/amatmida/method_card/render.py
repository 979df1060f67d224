"""The list of cards with its filters, and the sheets to print: fragments of HTML, whole with JavaScript off. Pure."""

from __future__ import annotations

import json
from functools import cache, partial
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from amatmida.core.catalog import Catalog
from amatmida.core.fragment import templates
from amatmida.core.model import Lang, Text
from amatmida.core.setting import Label, Setting
from amatmida.core.text import DIRECTION, shown_html
from amatmida.locale import strings
from amatmida.method_card.model import INDEX, PRINT, Method
from amatmida.method_card.pages import in_order, page_of
from amatmida.method_card.words import listed, people, span


def render_list(setting: Setting, argument: str) -> str:
    """All cards in short, with the form that filters them."""
    return _render("list.html", "method_card", setting)


def render_sheets(setting: Setting, argument: str) -> str:
    """All cards in full, laid out to be cut from A4 paper."""
    return _render("sheets.html", "sheets", setting)


def needs(catalog: Catalog, argument: str, label: Label) -> tuple[Any, ...]:
    """Both fragments hang on every card and on the names of their sources."""
    cards = (entry.record for entry in catalog.all("method").values())
    return (catalog.document("sources"), *cards)


def _render(template: str, style: str, s: Setting) -> str:
    t = strings(s.lang, "method_card")
    markup = (
        _environment()
        .get_template(template)
        .render(
            cards=[entry.record for entry in in_order(s.catalog, s.lang)],
            style=s.asset(f"assets/amatmida/method_card/{style}.css"),
            href=s.href,
            page_of=page_of,
            INDEX=INDEX,
            PRINT=PRINT,
            lang=s.lang,
            dir=DIRECTION[s.lang],
            words=t,
            t=partial(_markup, lang=s.lang),
            source=partial(_source, s.catalog, s.lang),
            browser=json.dumps(t["browser"], ensure_ascii=False),
        )
    )
    return "\n".join(line.strip() for line in markup.splitlines() if line.strip())


def _markup(text: Text, lang: Lang) -> Markup:
    return Markup(shown_html(text, lang))


def _source(catalog: Catalog, lang: Lang, id: str) -> Markup:
    entry = catalog.get("source", id)
    return _markup(entry.record.short or entry.record.title, lang) if entry else Markup("")


def facets(card: Method) -> str:
    """What the browser filters by, as JSON; web/method_card/filter.js reads the same names."""
    data = {
        "time": card.time.total.min,
        "group": [card.group.min, card.group.max],
        "cost": card.cost.level,
        "stages": card.stages,
        "who": card.who,
        "needs": card.access.needs,
    }
    return json.dumps(data)


@cache
def _environment() -> Environment:
    env = templates(__file__)
    env.globals.update(facets=facets, listed=listed, people=people, span=span)
    return env
