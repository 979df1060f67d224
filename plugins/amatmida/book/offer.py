"""The place on a guide's index page where its PDF is offered: empty and hidden until there is one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from amatmida.core.model import Lang
from amatmida.locale import strings

PLACE = re.compile(r'<div class="am-book" data-book="([a-z-]+)"[^>]*>.*?</div>', re.S)


@dataclass(frozen=True)
class Offer:
    """One PDF that readers can fetch."""

    book: str
    lang: Lang
    href: str
    """From the index page."""
    pages: int
    size: int
    """Bytes."""
    version: str


def offered(html: str, offer: Offer) -> str:
    """The index page with the link in its place; a page without a place for this book stays as it is."""
    text = strings(offer.lang, "book")
    facts = text["download_facts"].format(
        pages=offer.pages, size=f"{offer.size / 1e6:.1f}", version=escape(offer.version)
    )
    link = f'<a href="{escape(offer.href)}" type="application/pdf">{escape(text["download"])}</a> ({facts})'
    whole = f'<div class="am-book" data-book="{offer.book}"><p>{link}</p></div>'
    return PLACE.sub(lambda found: whole if found[1] == offer.book else found[0], html)
