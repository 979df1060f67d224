"""The glossary page: every term by its first letter, with its other languages, spellings and links. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import groupby
from typing import Any

from amatmida.core.catalog import Catalog
from amatmida.core.model import Lang
from amatmida.core.text import shown
from amatmida.glossary.model import Term

Label = Callable[[str], str]
"""A page reference → the title of its section in the reader's language."""


def glossary_body(catalog: Catalog, lang: Lang, t: Mapping[str, Any], label: Label) -> str:
    """All terms as a list of definitions, sorted by their name in `lang`; names in another script stand last."""
    terms: list[Term] = [entry.record for entry in catalog.all("term").values()]
    names = {term.id: _name(term, lang) for term in terms}
    ordered = sorted(terms, key=lambda term: (_foreign(names[term.id], lang), names[term.id].casefold()))
    parts = [t["glossary_intro"].format(n=len(terms)), ""]
    for number, (letter, group) in enumerate(groupby(ordered, key=lambda term: names[term.id][0].upper()), 1):
        parts += [f"## {letter} {{#letter-{number}}}", ""]
        parts += [line for term in group for line in _entry(term, lang, t, label, names)]
    return "\n".join(parts)


def _name(term: Term, lang: Lang) -> str:
    return {"he": term.he, "en": term.en, "ar": term.ar}[lang]


def _foreign(name: str, lang: Lang) -> bool:
    return name[0].isascii() != (lang == "en")


def _entry(term: Term, lang: Lang, t: Mapping[str, Any], label: Label, names: Mapping[str, str]) -> list[str]:
    definition = shown(term.define, lang).value
    if term.see:
        links = ", ".join(f"[{names[id]}](#{id})" for id in term.see if id in names)
        definition += f" {t['see']} {links}."
    if term.page:
        definition += f" {t['read']} [{label(term.page)}](../{term.page})."
    return [
        f'<span id="{term.id}"></span>{names[term.id]}',
        f":   {definition}",
        f":   {_elsewhere(term, lang, t)}",
        "",
    ]


def _elsewhere(term: Term, lang: Lang, t: Mapping[str, Any]) -> str:
    others = {"he": term.he, "en": term.en, "ar": term.ar}
    marked = [f'<bdi lang="{one}">{words}</bdi>' for one, words in others.items() if one != lang]
    if term.variants:
        forms = ", ".join(f"<bdi>{form}</bdi>" for form in term.variants)
        marked.append(f'{t["variants"]} <span lang="he">{forms}</span>')
    return f'<span class="amat-elsewhere">{" · ".join(marked)}</span>'
