"""The indexed copy of a page: every word of the reader's, wrapped so that the engine sees only its keys.

The engine indexes letters and digits and passes over everything else. So the reader's word is written in characters
of a private area, which are neither, followed by its keys; a result's text gives both, and web/search/excerpt.js takes
the reader's words out again. Words of Latin letters alone stay as they are: the engine knows how to stem English.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from amatmida.search.analysis import Analyser
from amatmida.search.folding import WORD, folded, is_arabic, is_hebrew, plain
from amatmida.search.page import Block, Page

_OWN = re.compile(r"[\u0590-\u06ff\ufb1d-\ufb4f]")
BETWEEN = "\u00b7"
"""Stands between two keys; the engine splits there."""

LIGHT = "0.5"
"""Weight of pages that list or ask about what others explain. It also levels headings, so only they get one."""
LISTS = ("about/sources", "about/checks", "about/search-analysis", "course/coverage")


def hidden(text: str) -> str:
    """The text in the private area: U+E000 + c below U+0900, U+F000 + c from U+2000 to U+20FF; else as it is."""
    return "".join(
        chr(0xE000 + n) if (n := ord(c)) < 0x900 else chr(0xF000 + n - 0x2000) if 0x2000 <= n < 0x2100 else c
        for c in text
    )


class Copier:
    """Copies pages by one analyser; a word is analysed once."""

    def __init__(self, analyser: Analyser) -> None:
        self.analyser = analyser
        self._kept: dict[str, str] = {}

    def copy(self, page: Page, lang: str) -> str:
        """The copy as the engine reads it."""
        asks = ("kind", "question") in page.facets
        light = asks or page.url.removeprefix(f"{lang}/").startswith(LISTS)
        weight = f' data-pagefind-weight="{LIGHT}"' if light else ""
        marks = [f'<i data-pagefind-filter="{html.escape(f"{facet}:{value}")}"></i>' for facet, value in page.facets]
        blocks = [self._block(block, n == 0, asks) for n, block in enumerate(_title_first(page.blocks))]
        body = "\n".join(marks + blocks)
        return f'<html lang="{lang}"><body data-pagefind-body{weight}>\n{body}\n</body></html>'

    def _block(self, block: Block, title: bool, asks: bool) -> str:
        """A quiz has the name of its chapter; a title without keys keeps it from standing before the chapter."""
        id = f' id="{html.escape(block.id)}"' if block.id else ""
        tag = f"<{block.tag}{id}>{self.text(block.text)}</{block.tag}>"
        if not title:
            return tag
        meta = " ".join(html.escape(hidden(word)) for word in block.text.split()) if asks else self.text(block.text)
        return f'<b data-pagefind-meta="title" data-pagefind-ignore>{meta}</b>\n{tag}'

    def text(self, text: str) -> str:
        """Words with their keys."""
        return " ".join(self._token(word) for word in text.split())

    def _token(self, word: str) -> str:
        found = self._kept.get(word)
        if found is None:
            self._kept[word] = found = self._make(word)
        return found

    def _make(self, word: str) -> str:
        if not _OWN.search(word):
            return html.escape(word)
        parts = [folded(part) for part in WORD.findall(plain(word))]
        keys = [key for part in parts if len(part) > 1 or len(parts) == 1 for key in self._keys(part)]
        return html.escape(hidden(word)) + BETWEEN.join(dict.fromkeys(keys))

    def _keys(self, part: str) -> Iterable[str]:
        return self.analyser.keys(part) if is_hebrew(part) or is_arabic(part) else (part,)


def _title_first(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The engine takes the title from the top heading, wherever a banner may stand."""
    top = next((n for n, block in enumerate(blocks) if block.tag == "h1"), 0)
    return (*blocks[top : top + 1], *blocks[:top], *blocks[top + 1 :])
