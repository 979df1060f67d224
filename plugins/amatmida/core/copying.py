"""Words copied from another text: runs of eight words that stand in both. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

RUN = 8
"""Shorter runs are titles, terms and chance."""

_MARKS = re.compile(r"\[@[^\]]*\]|\]\([^)\s]*\)|\[\[[a-z0-9.-]*\||\{[:#.][^}]*\}|<[^>]*>")
_WORD = re.compile(r"\w[\w\"']*")
# Scanning lost most letters נ of one original, some to control signs inside the word, so they do not count.
_LOST = str.maketrans("", "", "נן\"'״׳")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ue000-\uf8ff]")


@dataclass(frozen=True)
class Copied:
    """A passage that stands in an original too."""

    line: int
    words: str
    """As the copying text writes them."""


def _bare(word: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return plain.casefold().translate(_LOST)


def _words(text: str) -> list[tuple[str, str, int]]:
    """(compared, written, line) of each word; links, citations, ids and HTML are no words."""
    found = []
    for number, line in enumerate(_CONTROLS.sub("", text).split("\n"), 1):
        for match in _WORD.finditer(_MARKS.sub(" ", line)):
            if len(bare := _bare(match[0])) > 1:  # the letters and numbers of lists are no words
                found.append((bare, match[0], number))
    return found


def runs(text: str) -> frozenset[tuple[str, ...]]:
    """Every run of `RUN` words."""
    words = [bare for bare, _, _ in _words(text)]
    return frozenset(zip(*(words[i:] for i in range(RUN)), strict=False))


def runs_of(texts: Iterable[str], allowed: Iterable[str] = ()) -> frozenset[tuple[str, ...]]:
    """The runs of all originals, without those of passages that may be quoted."""
    return frozenset().union(*map(runs, texts)) - frozenset().union(*map(runs, allowed))


def copied(text: str, originals: frozenset[tuple[str, ...]]) -> Iterator[Copied]:
    """Passages of `text` that the originals hold, each once and as long as it is."""
    words = _words(text)
    bare = [word for word, _, _ in words]
    hits = [at for at, run in enumerate(zip(*(bare[i:] for i in range(RUN)), strict=False)) if run in originals]
    start = end = -1
    for at in [*hits, len(words) + RUN]:
        if at > end:
            if end > 0:
                yield Copied(words[start][2], " ".join(written for _, written, _ in words[start:end]))
            start = at
        end = at + RUN
