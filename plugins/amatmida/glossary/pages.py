"""The glossary page: every term by its first letter, with its other languages, spellings and links. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import Any

from amatmida.core.catalog import Catalog
from amatmida.core.model import Lang
from amatmida.core.text import shown
from amatmida.glossary.model import Term, name_of
from amatmida.prose.model import Page

Label = Callable[[str], str]
"""A page reference → the title of its section in the reader's language."""


def glossary_body(catalog: Catalog, lang: Lang, t: Mapping[str, Any], label: Label) -> str:
    """All terms as a list of definitions, sorted by their name in `lang`; names in another script stand last."""
    terms: list[Term] = [entry.record for entry in catalog.all("term").values()]
    names = {term.id: name_of(term, lang) for term in terms}
    ordered = sorted(terms, key=lambda term: (_foreign(names[term.id], lang), names[term.id].casefold()))
    places = appearances(catalog)
    parts = [t["glossary_intro"].format(n=len(terms)), ""]
    for number, (letter, group) in enumerate(groupby(ordered, key=lambda term: names[term.id][0].upper()), 1):
        parts += [f"## {letter} {{#letter-{number}}}", ""]
        parts += [line for term in group for line in _entry(term, lang, t, label, names, places.get(term.id, ()))]
    return "\n".join(parts)


def _foreign(name: str, lang: Lang) -> bool:
    return name[0].isascii() != (lang == "en")


def _entry(
    term: Term, lang: Lang, t: Mapping[str, Any], label: Label, names: Mapping[str, str], places: Sequence[str]
) -> list[str]:
    definition = shown(term.define, lang).value
    if term.see:
        links = ", ".join(f"[{names[id]}](#{id})" for id in term.see if id in names)
        definition += f" {t['see']} {links}."
    if term.page:
        definition += f" {t['read']} [{label(term.page)}](../{term.page})."
    lines = [f'<span id="{term.id}"></span>{names[term.id]}', f":   {definition}", f":   {_elsewhere(term, lang, t)}"]
    if places:
        links = ", ".join(f"[{label(ref.partition('#')[0])}](../{ref})" for ref in places)
        lines.append(f':   <span class="amat-elsewhere">{t["appears_in"]} {links}</span>')
    return [*lines, ""]


def appearances(catalog: Catalog) -> dict[str, list[str]]:
    """Term id → page#section of its first mention on each page."""
    found: dict[str, list[str]] = {}
    for id, entry in catalog.all("page").items():
        page: Page = entry.record
        for term, line in {mark.what: mark.line for mark in reversed(page.terms)}.items():
            section = page.section_at(line)
            anchor = f"#{section.id}" if section and section.id and section.level > 1 else ""
            found.setdefault(term, []).append(f"{id}{anchor}")
    return found


def _elsewhere(term: Term, lang: Lang, t: Mapping[str, Any]) -> str:
    others = {"he": term.he, "en": term.en, "ar": term.ar}
    marked = [f'<bdi lang="{one}">{words}</bdi>' for one, words in others.items() if one != lang]
    if term.variants:
        forms = ", ".join(f"<bdi>{form}</bdi>" for form in term.variants)
        marked.append(f'{t["variants"]} <span lang="he">{forms}</span>')
    return f'<span class="amat-elsewhere">{" · ".join(marked)}</span>'
