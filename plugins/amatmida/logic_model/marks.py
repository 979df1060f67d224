"""Words that steer a reading and are no category: after, in, all, who. Kept beside the word lists."""

from __future__ import annotations

import re
from functools import cache

from amatmida.logic_model.lexicon import raw_words


@cache
def mark_words(lang: str) -> dict[str, str]:
    """Name → words that steer a reading, as the browser gets them."""
    return {name: str(words) for name, words in raw_words(lang)["marks"].items()}


def marked(lang: str, name: str, word: str) -> bool:
    """The word is one of the language's words of this name; a language that was not read has none."""
    pattern = _marks().get((lang, name))
    return bool(pattern and pattern.match(word))


@cache
def _marks() -> dict[tuple[str, str], re.Pattern[str]]:
    return {(lang, name): _pattern(words) for lang in ("he", "en") for name, words in mark_words(lang).items()}


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile("^(?:" + words.replace(" ", "|").replace("_", " ").replace("*", ".*") + ")$")
