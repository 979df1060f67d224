"""A word as the search compares it: letters only, one form for each. web/search/folding.js does the same."""

from __future__ import annotations

import re
import unicodedata

FINALS = str.maketrans("ךםןףץ", "כמנפצ")
# Letters with their in-word quotation marks (דו"ח, ג'); numbers with their points; everything else separates.
WORD = re.compile(
    r"[\u05d0-\u05ea]+(?:[\"'\u05f3\u05f4][\u05d0-\u05ea]+)*|[\u0620-\u064a\u0671-\u06d3]+|[0-9]+(?:[.,/][0-9]+)*|[a-z]+"
)
_QUOTES = str.maketrans({"\u201c": '"', "\u201d": '"', "\u2018": "'", "\u2019": "'", "\u2033": '"', "\u2032": "'"})
_IGNORED = {"Mn", "Cf"}


def plain(text: str) -> str:
    """Small letters without niqqud, accents, controls and tatweel; quotation marks straight."""
    text = unicodedata.normalize("NFKD", text).translate(_QUOTES)
    return "".join(c for c in text if unicodedata.category(c) not in _IGNORED and c != "\u0640").lower()


def words(text: str) -> list[str]:
    """The words of a text, folded; a hyphen, a maqaf or a change of script ends a word."""
    return [folded(found) for found in WORD.findall(plain(text))]


def folded(word: str) -> str:
    """A single plain word: no quotation marks, no final letters, double yod as one."""
    word = word.replace('"', "").replace("'", "").replace("\u05f3", "").replace("\u05f4", "")
    return re.sub("יי+", "י", word.translate(FINALS))


def is_hebrew(word: str) -> bool:
    """True for a word of Hebrew letters."""
    return "\u05d0" <= word[:1] <= "\u05ea"


def is_arabic(word: str) -> bool:
    """True for a word of Arabic letters."""
    return "\u0620" <= word[:1] <= "\u06d3"
