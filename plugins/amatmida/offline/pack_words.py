"""What the pages of an offline pack say of themselves, and what they no longer say. Pure."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from html import escape

from amatmida.book.model import Imprint
from amatmida.core.fragment import fill
from amatmida.core.model import Lang
from amatmida.core.urls import is_local
from amatmida.locale import strings

LANGS: tuple[Lang, ...] = ("he", "en")
"""Languages of README.txt, which stands beside pages in both."""
UNDATED = "1970-01-01"
_LANG = re.compile(r'<html\b[^>]*\blang="(\w+)"')
_ANNOUNCE = re.compile(r'(<div data-md-component="announce">)\s*(?=</div>)')
_PLACE = re.compile(r'<p class="am-pack">.*?</p>', re.S)
# Addresses of the site on its server: a copy in a folder has none.
_SHARED = re.compile(
    r'<meta (?:property="og:|name="twitter:)[^>]*>\s*|<link rel="canonical"[^>]*>\s*'
    r'|<script type="application/ld\+json">.*?</script>\s*',
    re.S,
)
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)"')
_REVIEWED = re.compile(r'<time datetime="(\d{4}-\d\d-\d\d)"')


def imprint_of(pages: Iterable[str], version: str, date: str = "") -> Imprint:
    """What the pack says of itself. `date` (ISO): without one the newest review of a page, so that the same pages
    always make the same pack. A site that was built without its address has only a local one.
    """
    read = list(pages)
    newest = max((day for page in read for day in _REVIEWED.findall(page)), default=UNDATED)
    found = (_CANONICAL.search(page) for page in read)
    home = min((link[1] for link in found if link), key=len, default="").removesuffix("index.html")
    return Imprint(version, date or newest, "" if is_local(home) else home)


def pack_page(html: str, imprint: Imprint) -> str:
    """A page of the pack: it says at its top that it is a copy, and of when."""
    lang = _lang(html)
    words = strings(lang, "offline")["pack"]
    line = _line(words["banner"], imprint, lang)
    banner = f'<aside class="md-banner"><p class="md-banner__inner md-grid md-typeset">{line}</p></aside>'
    here = f'<p class="am-pack">{_line(words["here"], imprint, lang)}</p>'
    published = _published(html, imprint)
    plain = _SHARED.sub("", html).replace("</title>", f"</title>{published}", 1)
    return _PLACE.sub(lambda _: here, _ANNOUNCE.sub(lambda found: found[1] + banner, plain))


def offered(html: str, href: str, size: int, imprint: Imprint) -> str:
    """The page about reading without a network with a link to the pack; `size` in bytes."""
    words = strings(_lang(html), "offline")["pack"]
    facts = fill(escape(words["facts"]), mb=f"{size / 1e6:.1f}", **_facts(imprint))
    link = f'<p class="am-pack"><a href="{escape(href)}" download>{escape(words["download"])}</a> ({facts})</p>'
    return _PLACE.sub(lambda _: link, html)


def readme(imprint: Imprint) -> str:
    """Text for whoever unpacks: what it is, how to open it, how to know whether it is old."""
    parts = []
    for lang in LANGS:
        words = strings(lang, "offline")["pack"]
        newer = fill(words["newer"], address=imprint.address) if imprint.address else ""
        facts = {"version": imprint.version, "date": day_of(imprint.date)}
        parts.append("\n".join(filter(None, [fill(words["readme"], **facts).strip(), newer])))
    return "\n\n".join(parts) + "\n"


def day_of(iso: str) -> str:
    """2026-11-22 → 22.11.2026"""
    return f"{datetime.date.fromisoformat(iso):%d.%m.%Y}"


def _lang(html: str) -> Lang:
    found = _LANG.search(html)
    known: tuple[Lang, ...] = ("he", "en", "ar")
    return next(lang for lang in known if not found or lang == found[1])


def _line(template: str, imprint: Imprint, lang: Lang) -> str:
    site = strings(lang, "offline")["pack"]["site"]
    link = (
        f'<a href="{escape(imprint.address)}" style="text-decoration: underline">{escape(site)}</a>'
        if imprint.address
        else escape(site)
    )
    return fill(escape(template), site=link, **_facts(imprint))


def _facts(imprint: Imprint) -> dict[str, str]:
    facts = {"version": imprint.version, "date": day_of(imprint.date)}
    return {name: f'<bdi dir="ltr">{escape(value)}</bdi>' for name, value in facts.items()}


def _published(html: str, imprint: Imprint) -> str:
    """The address of the same page on the server, where addresses end in a slash."""
    found = _CANONICAL.search(html)
    if not found or not imprint.address:
        return ""
    address = re.sub(r"(?:(?<=/)index)?\.html$", lambda end: "" if end[0] == "index.html" else "/", found[1])
    return f'<link rel="canonical" href="{address}">'
