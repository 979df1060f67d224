"""The glossary as the search uses it: every name a term goes by, and its definition."""

from __future__ import annotations

from typing import Any

from amatmida.core.catalog import Catalog
from amatmida.core.model import SOURCE_LANG, Lang
from amatmida.core.text import shown
from amatmida.core.urls import page_url
from amatmida.glossary.model import Term

GLOSSARY = "glossary/index.md"


def terms_of(catalog: Catalog, lang: Lang, directory_urls: bool) -> list[dict[str, Any]]:
    """Terms as plain data: the name to show, all names to find it by, definition, and addresses below the site."""
    return [_term(entry.record, lang, directory_urls) for entry in catalog.all("term").values()]


def _term(term: Term, lang: Lang, directory_urls: bool) -> dict[str, Any]:
    start = "" if lang == SOURCE_LANG else f"{lang}/"
    name = {"he": term.he, "en": term.en, "ar": term.ar}[lang]
    names = dict.fromkeys([name, term.he, term.en, term.ar, *term.variants])
    data: dict[str, Any] = {
        "name": name,
        "names": list(names)[1:],
        "define": shown(term.define, lang).value,
        "url": f"{start}{page_url(GLOSSARY, directory_urls)}#{term.id}",
    }
    if term.page:
        id, _, anchor = term.page.partition("#")
        data["page"] = f"{start}{page_url(id, directory_urls)}" + (f"#{anchor}" if anchor else "")
    return data
