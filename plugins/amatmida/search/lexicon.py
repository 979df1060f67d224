"""The lexicon: general Hebrew words in dictionary form, each with its classes."""

from __future__ import annotations

from functools import cache

from amatmida.search.folding import folded
from amatmida.search.rules import DATA


@cache
def general() -> dict[str, str]:
    """data/lexicon.he.txt: folded lemma → classes."""
    found: dict[str, str] = {}
    for line in (DATA / "lexicon.he.txt").read_text(encoding="utf-8").splitlines():
        name, _, lemmas = line.partition(":")
        for lemma in lemmas.split() if line[:1] != "#" else ():
            key = folded(lemma)
            found[key] = found.get(key, "") + (name if name not in found.get(key, "") else "")
    return found
