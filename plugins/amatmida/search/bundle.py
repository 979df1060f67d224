"""Everything the search of one language needs: copies for the engine, and the words' file for the browser."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from amatmida.core.model import Lang
from amatmida.locale import strings
from amatmida.search.analysis import Analyser
from amatmida.search.copy import Copier
from amatmida.search.folding import is_hebrew, words
from amatmida.search.lexicon import general
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
    lexicon = general()
    copier = Copier(Analyser(rules, lexicon))
    copies = tuple((page.url, copier.copy(page, lang)) for page in pages)
    counts = lemma_counts(vocabulary, copier.analyser)
    data = {"rules": rules, "lexicon": packed(lexicon, counts), "terms": list(terms), "strings": strings(lang, "search")}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    digest = hashlib.sha256(text.encode())
    for address, html in copies:
        digest.update(f"{address}\n{html}\n".encode())
    return Bundle(lang, copies, gzip.compress(text.encode(), 9, mtime=0), digest.hexdigest()[:16])


def count_words(pages: Iterable[Page]) -> Counter[str]:
    """Folded words of all pages."""
    return Counter(word for page in pages for block in page.blocks for word in words(block.text))


def lemma_counts(vocabulary: Counter[str], analyser: Analyser) -> Counter[str]:
    """How often each lemma stands on the site; a word of Latin letters is its own lemma."""
    counts: Counter[str] = Counter()
    for word, count in vocabulary.items():
        if is_hebrew(word):
            counts[analyser.keys(word)[0][:-1]] += count
        elif word.isascii() and word.isalpha() and len(word) > 2:
            counts[word] += count
    return counts


def band(count: int) -> int:
    """How common a word is: 0 not on the site, 1 once or twice, 2 up to ten times, 3 more."""
    return 0 if not count else 1 if count < 3 else 2 if count < 11 else 3


def packed(lexicon: Mapping[str, str], counts: Mapping[str, int]) -> dict[str, str]:
    """"classes|band" → lemmas, sorted and joined: repeated beginnings compress well."""
    groups: dict[str, list[str]] = {}
    for lemma in sorted({*lexicon, *(word for word, count in counts.items() if count > 1)}):
        classes = "".join(sorted(lexicon.get(lemma, "")))
        groups.setdefault(f"{classes}|{band(counts.get(lemma, 0))}", []).append(lemma)
    return {group: " ".join(lemmas) for group, lemmas in sorted(groups.items())}
