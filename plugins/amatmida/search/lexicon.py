"""The lexicon of one site: the general one as far as the site's words need it, and what only the site's words show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from amatmida.search.folding import folded, is_hebrew
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


def site_lexicon(vocabulary: Mapping[str, int], rules: Mapping[str, Any]) -> dict[str, str]:
    """The lemmas that the words of a site can come from."""
    return dict(general())
