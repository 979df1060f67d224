"""What an indicator's words tell beside what they count: who finished, gaps, harm. The twin of sides.js."""

from __future__ import annotations

from functools import cache

from amatmida.logic_model.lexicon import Table, side_lists
from amatmida.logic_model.reading import parsed_words, phrase_at, script


def side(text: str, category: str) -> str:
    """The words of a category of `lexicon.SIDES` in the text, or ""."""
    lang = script(text)
    if lang not in ("he", "en"):
        return ""
    table = _table(lang, category)
    words, parsed = parsed_words(text, lang)
    found = [" ".join(words[at : at + phrase_at(parsed, at, table)[0]]) for at in range(len(words))]
    return " ".join(phrase for phrase in found if phrase)


@cache
def _table(lang: str, category: str) -> Table:
    """{phrases: {first word: [[what follows, ""]]}}."""
    phrases: Table = {}
    for phrase in side_lists(lang)[category]:
        first, *rest = phrase.split()
        phrases.setdefault(first, []).append([rest, ""])
    return {"phrases": phrases}
