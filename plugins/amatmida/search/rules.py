"""The rule table as both sides use it. The browser gets `table()` as JSON, with the lexicon of the site."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from amatmida.search.folding import words

DATA = Path(__file__).parent / "data"


@cache
def table() -> dict[str, Any]:
    """data/rules.yml, with word lists as lists and costs as numbers."""
    rules: dict[str, Any] = yaml.load((DATA / "rules.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    for lang in ("he", "ar", "en"):
        rules[lang]["stopwords"] = rules[lang]["stopwords"].split()
    rules["he"]["prefixes"] = [[letters, cost] for cost, group in rules["he"]["prefixes"].items() for letters in group]
    rules["he"]["suffixes"] = _by_suffix(rules["he"]["suffixes"])
    return rules


@cache
def synonyms(lang: str) -> list[str]:
    """data/synonyms.yml: the groups of one language, words with a space between them."""
    groups = yaml.load((DATA / "synonyms.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return [" ".join(words(group)) for group in groups.get(lang, ())]


def _by_suffix(rows: list[list[Any]]) -> dict[str, list[list[Any]]]:
    """End of a form → [classes, end of the lemma, cost]; with the ends that a double yod, written once, leaves.

    A rule may go on with what the rest must end in, and with its fewest letters.
    """
    found: dict[str, list[list[Any]]] = {}
    for classes, lemma_end, cost, ends, *fewest in rows:
        for end in ends:
            found.setdefault(end, []).append([classes, lemma_end, cost, *(["", *fewest] if fewest else [])])
            if end.startswith("י") and len(end) > 1 and not lemma_end:
                found.setdefault(end[1:], []).append([classes, "י", cost, "י"])
    return found
