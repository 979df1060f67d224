"""A chooser as HTML: tables that decide on paper, and the form that reads them. Pure."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from markupsafe import Markup

from amatmida.chooser.model import Chooser
from amatmida.core.catalog import Catalog
from amatmida.core.fragment import templates
from amatmida.core.model import Lang, SourceRef, Text
from amatmida.core.setting import Label, Setting
from amatmida.core.text import DIRECTION, shown_html
from amatmida.locale import strings

SOURCES_PAGE = "about/sources.md"


def render_chooser(s: Setting, id: str) -> str:
    """Questions, answers with their reasons, and what each result demands."""
    chooser: Chooser = s.catalog.all("chooser")[id].record
    markup = (
        templates(__file__)
        .get_template("chooser.html")
        .render(
            chooser=chooser,
            results={result.id: result for result in chooser.results},
            name=f"amat-chooser-{id}",
            style=s.asset("assets/amatmida/chooser/chooser.css"),
            href=s.href,
            lang=s.lang,
            dir=DIRECTION[s.lang],
            words=strings(s.lang, "chooser"),
            t=partial(_markup, lang=s.lang),
            cited=partial(_cited, s.catalog, s.lang, s.href),
        )
    )
    return "\n".join(line.strip() for line in markup.splitlines() if line.strip())


def needs(catalog: Catalog, id: str, label: Label) -> tuple[Any, ...]:
    """Names of sources."""
    return (catalog.document("sources"),)


def _markup(text: Text, lang: Lang) -> Markup:
    return Markup(shown_html(text, lang))


def _cited(catalog: Catalog, lang: Lang, href: Callable[[str], str], refs: tuple[SourceRef, ...]) -> Markup:
    """Links to the sources' entries, as after a statement in prose."""
    links = []
    for ref in refs:
        entry = catalog.get("source", ref.id)
        if entry:
            words = _markup(entry.record.short or entry.record.title, lang)
            target = href(f"{SOURCES_PAGE}#{ref.id}")
            links.append(Markup('<a class="amat-cite" href="{}">{}</a>').format(target, words))
    return Markup(" ").join(links)
