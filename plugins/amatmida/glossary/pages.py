"""The glossary page: every term by its first letter, with its other languages, spellings and links. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import groupby
from typing import Any

from amatmida.core.catalog import Catalog
from amatmida.core.model import Lang
from amatmida.core.tables import table
from amatmida.core.text import shown
from amatmida.glossary.model import Term

Label = Callable[[str], str]
"""A page reference → the title of its section in the reader's language."""


def glossary_body(catalog: Catalog, lang: Lang, t: Mapping[str, Any], label: Label) -> str:
    """All terms, sorted by their name in `lang`."""
    terms: list[Term] = [entry.record for entry in catalog.all("term").values()]
    names = {term.id: _name(term, lang) for term in terms}
    ordered = sorted(terms, key=lambda term: names[term.id].casefold())
    parts = [t["glossary_intro"].format(n=len(terms)), ""]
    for number, (letter, group) in enumerate(groupby(ordered, key=lambda term: names[term.id][0].upper()), 1):
        rows = [_row(term, lang, t, label, names) for term in group]
        parts += [
            f"## {letter} {{#letter-{number}}}",
            "",
            table([t["term"], t["definition"], t["elsewhere"]], rows),
            "",
        ]
    return "\n".join(parts)


def _name(term: Term, lang: Lang) -> str:
    return {"he": term.he, "en": term.en, "ar": term.ar}[lang]


def _row(term: Term, lang: Lang, t: Mapping[str, Any], label: Label, names: Mapping[str, str]) -> list[str]:
    others = {"he": term.he, "en": term.en, "ar": term.ar}
    translations = [f'<span lang="{one}">{words}</span>' for one, words in others.items() if one != lang]
    definition = shown(term.define, lang).value
    if term.see:
        links = ", ".join(f"[{names[id]}](#{id})" for id in term.see if id in names)
        definition += f" {t['see']} {links}."
    if term.page:
        definition += f" [{label(term.page)}]({term.page})"
    elsewhere = "<br>".join(translations)
    if term.variants:
        elsewhere += f'<br><span class="amat-variants" lang="he">{t["variants"]} {", ".join(term.variants)}</span>'
    return [f'<span id="{term.id}"></span>**{names[term.id]}**', definition, elsewhere]
