"""The glossary: terms in three languages, each with a one-line definition."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from amatmida.core.model import Authored, Id, Lang, PageRef, Text

Name = Annotated[str, Field(min_length=1, max_length=80)]


class Term(Authored):
    """One idea, by its name in each language."""

    id: Id
    was: tuple[Id, ...] = ()
    he: Name
    """The Hebrew term the site uses."""
    en: Name
    """The English term."""
    ar: Name
    """The Arabic term; until a native professional has reviewed it, the page says so."""
    define: Text
    """One line in plain words."""
    variants: tuple[Name, ...] = ()
    """What people also write or search for: other spellings, synonyms, loanwords, common misspellings."""
    see: tuple[Id, ...] = ()
    """Related terms."""
    page: PageRef | None = None
    """The section that explains it best."""


def name_of(term: Term, lang: Lang) -> str:
    """The term's name in one language."""
    return {"he": term.he, "en": term.en, "ar": term.ar}[lang]


class Glossary(Authored):
    """course/glossary.yml"""

    terms: tuple[Term, ...] = Field(min_length=1)
