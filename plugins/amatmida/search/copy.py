"""The indexed copy of a page: for every word of the reader's, in its place, the keys it is found by.

The engine counts words; the n-th word of the copy stands for the n-th word of the page. After indexing, index.py puts
the reader's words back into the engine's texts, from which excerpts are cut. Words of Latin letters alone stay as they
are: the engine knows how to stem English.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass

from amatmida.search.analysis import Analyser
from amatmida.search.folding import WORD, folded, is_arabic, is_hebrew, plain
from amatmida.search.page import Block, Page

_OWN = re.compile(r"[\u0590-\u06ff\ufb1d-\ufb4f]")
BETWEEN = "-"
"""Stands between two keys. The engine splits a word only at ASCII signs, and gives each part its share of the weight;
alone, it holds the place of a word without keys."""
APART = f" {BETWEEN} {BETWEEN} {BETWEEN} {BETWEEN} {BETWEEN} {BETWEEN} "
"""Between phrases: the words of two do not stand near each other."""
LIGHT = "0.5"
"""Weight of pages that list or ask about what others explain. It also levels headings, so only they get one."""
LISTS = ("about/sources", "about/checks", "about/trace", "about/decisions", "about/search-analysis", "course/coverage")


@dataclass(frozen=True)
class Copy:
    """`html` is what the engine indexes; `words` the reader's, one for each of the engine's, in order."""

    url: str
    html: str
    title: str
    words: str
    headings: dict[str, str]
    """Id → the heading in the reader's words."""


class Copier:
    """Copies pages by one analyser; a word is analysed once."""

    def __init__(self, analyser: Analyser) -> None:
        self.analyser = analyser
        self._kept: dict[str, str] = {}

    def copy(self, page: Page, lang: str) -> Copy:
        """The copy, and the reader's words to put back."""
        asks = ("kind", "question") in page.facets
        light = asks or page.url.removeprefix(f"{lang}/").startswith(LISTS)
        weight = f' data-pagefind-weight="{LIGHT}"' if light else ""
        blocks = _title_first(page.blocks)
        title = blocks[0].text if blocks else ""
        marks = [f'<i data-pagefind-filter="{html.escape(f"{facet}:{value}")}"></i>' for facet, value in page.facets]
        # A quiz has the name of its chapter; a title without keys keeps it from standing before the chapter.
        name = BETWEEN if asks else self.text(title)
        named = f'<b data-pagefind-meta="title" data-pagefind-ignore>{name}</b>'
        heads = " ".join(self.text(block.text) for block in blocks if block.tag in {"h2", "h3"})
        headed = f'<b data-pagefind-meta="heads" data-pagefind-ignore>{heads}</b>' if heads and not light else ""
        asked = APART.join(map(self.text, page.asked))
        typed = f'<b data-pagefind-meta="asked" data-pagefind-ignore>{asked}</b>' if asked else ""
        body = "\n".join([*marks, named, headed, typed, *(self._block(block) for block in blocks)])
        whole = f'<html lang="{lang}"><body data-pagefind-body{weight}>\n{body}\n</body></html>'
        headings = {block.id: block.text for block in blocks if block.id}
        return Copy(page.url, whole, title, " ".join(block.text for block in blocks), headings)

    def _block(self, block: Block) -> str:
        id = f' id="{html.escape(block.id)}"' if block.id else ""
        return f"<{block.tag}{id}>{self.text(block.text)}</{block.tag}>"

    def text(self, text: str) -> str:
        """The keys of a text, word by word."""
        return " ".join(self._token(word) for word in text.split())

    def _token(self, word: str) -> str:
        found = self._kept.get(word)
        if found is None:
            self._kept[word] = found = self._make(word)
        return found

    def _make(self, word: str) -> str:
        if not _OWN.search(word):
            # The engine takes what begins with underscores for a sign of its own.
            return html.escape(word.strip("_\u200b")) or BETWEEN
        parts = [folded(part) for part in WORD.findall(plain(word))]
        keys = [key for part in parts if len(part) > 1 or len(parts) == 1 for key in self._keys(part)]
        return html.escape(BETWEEN.join(dict.fromkeys(keys))) or BETWEEN

    def _keys(self, part: str) -> Iterable[str]:
        return self.analyser.keys(part) if is_hebrew(part) or is_arabic(part) else (part,)


def _title_first(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The title is that of the top heading, wherever a banner may stand."""
    top = next((n for n, block in enumerate(blocks) if block.tag == "h1"), 0)
    return (*blocks[top : top + 1], *blocks[:top], *blocks[top + 1 :])
