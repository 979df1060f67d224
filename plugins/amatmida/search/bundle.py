"""Everything the search of one language needs: copies for the engine, and the words' file for the browser."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from amatmida.core.model import Lang
from amatmida.search.analysis import Analyser
from amatmida.search.copy import Copier
from amatmida.search.folding import is_hebrew, words
from amatmida.search.lexicon import site_lexicon
from amatmida.search.page import Page
from amatmida.search.rules import table

WORDS_FILE = "words.bin"
"""Compressed JSON, under a name that no server decides to unpack on the way."""


@dataclass(frozen=True)
class Bundle:
    """`copies`: (address, HTML) for the engine. `words`: the bytes of WORDS_FILE. `digest` changes with any of it."""

    lang: Lang
    copies: tuple[tuple[str, str], ...]
    words: bytes
    digest: str


def bundle(lang: Lang, pages: Sequence[Page], terms: Sequence[dict[str, Any]]) -> Bundle:
    """All pages of one language."""
    rules = table()
    vocabulary = count_words(pages)
    lexicon = site_lexicon({w: n for w, n in vocabulary.items() if is_hebrew(w)}, rules)
    copier = Copier(Analyser(rules, lexicon))
    copies = tuple((page.url, copier.copy(page, lang)) for page in pages)
    data = {"rules": rules, "lexicon": packed(lexicon), "vocabulary": [], "terms": list(terms)}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    digest = hashlib.sha256(text.encode())
    for address, html in copies:
        digest.update(f"{address}\n{html}\n".encode())
    return Bundle(lang, copies, gzip.compress(text.encode(), 9, mtime=0), digest.hexdigest()[:16])


def count_words(pages: Iterable[Page]) -> Counter[str]:
    """Folded words of all pages."""
    return Counter(word for page in pages for block in page.blocks for word in words(block.text))


def packed(lexicon: dict[str, str]) -> dict[str, str]:
    """Classes → lemmas, sorted and joined: repeated beginnings compress well."""
    groups: dict[str, list[str]] = {}
    for lemma, classes in sorted(lexicon.items()):
        groups.setdefault("".join(sorted(classes)), []).append(lemma)
    return {classes: " ".join(lemmas) for classes, lemmas in sorted(groups.items())}
