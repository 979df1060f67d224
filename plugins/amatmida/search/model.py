"""What people type when they look for a page, in other words than the page's own."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from amatmida.core.model import Authored, Lang, PageRef

Phrase = Annotated[str, Field(min_length=2, max_length=80)]


class AskedPage(Authored):
    """Phrases that the page answers. Readers do not see them; the search finds the page by their words."""

    page: PageRef
    """Without an anchor."""
    he: tuple[Phrase, ...]
    en: tuple[Phrase, ...]
    ar: tuple[Phrase, ...] = ()

    def phrases(self, lang: Lang) -> tuple[str, ...]:
        """The phrases of one language."""
        return {"he": self.he, "en": self.en, "ar": self.ar}[lang]


class Asked(Authored):
    """course/asked/*.yml"""

    asked: tuple[AskedPage, ...] = Field(min_length=1)
