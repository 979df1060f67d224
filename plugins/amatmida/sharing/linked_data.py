"""What a page says about itself to machines: schema.org records as JSON-LD. Pure.

Vocabulary: https://schema.org/LearningResource, Course, Quiz, DefinedTermSet, DefinedTerm, WebSite. `{url}` stands for
the page's canonical address, which only the renderer knows.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from amatmida.core.catalog import Catalog
from amatmida.core.model import Lang
from amatmida.core.text import shown
from amatmida.glossary.model import Term
from amatmida.prose.model import GUIDE, PageMeta

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
URL = "{url}"
HOME, GLOSSARY, PRACTICE = "index.md", "glossary/index.md", "practice/"
TAUGHT = (GUIDE, "methods/", "lab/")
"""Folders whose pages are there to learn from."""


@dataclass(frozen=True)
class Facts:
    """One page in the language in which it is shown."""

    id: str
    lang: Lang
    title: str
    description: str
    meta: PageMeta
    objectives: Sequence[str]
    audiences: Mapping[str, str]
    """Audience id → its name in `lang`."""
    site: str
    """The site's name in `lang`."""


def linked_data(facts: Facts, catalog: Catalog) -> str:
    """JSON-LD of the page with every `<` escaped, or "" for a page with nothing to say."""
    record = _record(facts, catalog)
    if not record:
        return ""
    text = json.dumps({"@context": "https://schema.org", **record}, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _record(facts: Facts, catalog: Catalog) -> dict[str, Any]:
    if facts.id == HOME:
        return {**_common(facts, "WebSite"), "name": facts.site}
    if facts.id == GLOSSARY:
        return {**_common(facts, "DefinedTermSet"), "hasDefinedTerm": _terms(facts.lang, catalog)}
    if facts.id.startswith(PRACTICE) and facts.id != f"{PRACTICE}index.md":
        return _common(facts, "Quiz")
    if not facts.id.startswith(TAUGHT):
        return {}
    if facts.id.startswith(GUIDE) and facts.id.count("/") == 2 and facts.id.endswith("/index.md"):
        return {**_common(facts, "Course"), **_course(facts, catalog)}
    return {**_common(facts, "LearningResource"), **_lesson(facts)}


def _common(facts: Facts, type: str) -> dict[str, Any]:
    return {
        "@type": type,
        "@id": URL,
        "url": URL,
        "name": facts.title,
        "description": facts.description,
        "inLanguage": facts.lang,
        "isAccessibleForFree": True,
        "license": LICENCE,
        **({"dateModified": str(facts.meta.reviewed)} if facts.meta.reviewed else {}),
    }


def _lesson(facts: Facts) -> dict[str, Any]:
    named = [facts.audiences[one] for one in facts.meta.audience]
    audience = [{"@type": "Audience", "audienceType": name} for name in named]
    return {
        **({"audience": audience} if audience else {}),
        **({"timeRequired": f"PT{facts.meta.minutes}M"} if facts.meta.minutes else {}),
        **({"teaches": list(facts.objectives)} if facts.objectives else {}),
    }


def _course(facts: Facts, catalog: Catalog) -> dict[str, Any]:
    """A guide as a self-paced course; its minutes are the sum of its chapters'."""
    folder = facts.id.removesuffix("index.md")
    pages = [entry.record.meta for id, entry in catalog.all("page").items() if id.startswith(folder)]
    minutes = sum(meta.minutes or 0 for meta in pages)
    return {
        "provider": {"@type": "Organization", "name": facts.site},
        **({"timeRequired": f"PT{minutes}M"} if minutes else {}),
    }


def _terms(lang: Lang, catalog: Catalog) -> list[dict[str, Any]]:
    return [_term(entry.record, lang) for entry in catalog.all("term").values()]


def _term(term: Term, lang: Lang) -> dict[str, Any]:
    names = {"he": term.he, "en": term.en, "ar": term.ar}
    others = [name for one, name in names.items() if one != lang]
    return {
        "@type": "DefinedTerm",
        "@id": f"{URL}#{term.id}",
        "termCode": term.id,
        "name": names[lang],
        "alternateName": others,
        "description": shown(term.define, lang).value,
    }
