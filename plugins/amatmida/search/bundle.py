"""Everything the search of one language needs: copies for the engine, and the words' file for the browser."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from amatmida.core.model import Lang
from amatmida.locale import strings
from amatmida.search.analysis import NOUN, VERB, Analyser
from amatmida.search.copy import Copier, Copy
from amatmida.search.folding import is_hebrew, words
from amatmida.search.forms import VERB_CLASSES
from amatmida.search.index import compressed_json
from amatmida.search.lexicon import general
from amatmida.search.page import Page
from amatmida.search.rules import synonyms, table

WORDS_FILE, TERMS_FILE = "words.bin", "terms.bin"
"""Compressed JSON, under names that no server decides to unpack on the way. A search waits for the first only."""


@dataclass(frozen=True)
class Bundle:
    """`copies`: what the engine gets. `files`: name → bytes. `digest` changes with any of it."""

    lang: Lang
    copies: tuple[Copy, ...]
    files: dict[str, bytes]
    digest: str


def bundle(lang: Lang, pages: Sequence[Page], terms: Sequence[dict[str, Any]]) -> Bundle:
    """All pages of one language."""
    rules = table()
    vocabulary = count_words(pages)
    analyser = Analyser(rules, lexicon_for(lang, vocabulary))
    copier = Copier(analyser)
    copies = tuple(copier.copy(page, lang) for page in pages)
    counts = lemma_counts(vocabulary, analyser)
    lexicon = asked_for(vocabulary, analyser, counts)
    known = {"rules": bearing(rules, counts), "lexicon": packed(lexicon, counts), "synonyms": synonyms(lang)}
    texts = {WORDS_FILE: {**known, "strings": strings(lang, "search")}, TERMS_FILE: list(terms)}
    files = {name: compressed_json(data) for name, data in texts.items()}
    digest = hashlib.sha256(b"".join(files.values()))
    for copy in copies:
        digest.update(f"{copy.url}\n{copy.html}\n{copy.words}\n".encode())
    return Bundle(lang, copies, files, digest.hexdigest()[:16])


def bearing(rules: dict[str, Any], counts: Mapping[str, int]) -> dict[str, Any]:
    """The rules without the single words that lead to nothing the site uses."""
    he = rules["he"]
    kin = {key: nouns for key, nouns in he["kin"].items() if any(band(counts.get(noun, 0)) > 0 for noun in nouns)}
    single = {
        name: {form: lemma for form, lemma in he[name].items() if band(counts.get(lemma, 0)) > 0}
        for name in ("bases", "exceptions")
    }
    return {**rules, "he": {**he, "kin": kin, **single}}


def lexicon_for(lang: Lang, vocabulary: Iterable[str]) -> dict[str, str]:
    """The whole lexicon for Hebrew; elsewhere only the lemmas of the few Hebrew words that stand there."""
    if lang == "he":
        return general()
    analyser = Analyser(table(), general())
    used = {key[:-1] for word in vocabulary if is_hebrew(word) for key in analyser.keys(word)}
    return {lemma: classes for lemma, classes in general().items() if lemma in used}


def count_words(pages: Iterable[Page]) -> Counter[str]:
    """Folded words of all pages."""
    texts = (text for page in pages for text in (*(block.text for block in page.blocks), *page.asked))
    as_written = Counter(token for text in texts for token in text.split())
    counts: Counter[str] = Counter()
    for token, count in as_written.items():
        for word in words(token):
            counts[word] += count
    return counts


def lemma_counts(vocabulary: Counter[str], analyser: Analyser) -> Counter[str]:
    """How often each lemma is on the site, but not as a verb (so its key has a page); Latin words as they are."""
    counts: Counter[str] = Counter()
    for word, count in vocabulary.items():
        if is_hebrew(word):
            key = analyser.keys(word)[0]
            counts[key[:-1]] += count if key.endswith(NOUN) else 0
        elif word.isascii() and word.isalpha() and len(word) > 2:
            counts[word] += count
    return counts


def asked_for(vocabulary: Iterable[str], analyser: Analyser, counts: Mapping[str, int]) -> dict[str, str]:
    """The part of the lexicon that bears on an answer: what leads to the site's words, and what tells others from them.

    Of words that are not on the site: those that lead to a noun it uses, and nouns that without a place here
    would be taken for one that it uses very often.
    """
    used = {analyser.asked(word)[0] for word in vocabulary if is_hebrew(word)}
    nouns = {lemma + NOUN for lemma, count in counts.items() if band(count) > 0}

    def leads_on(lemma: str) -> bool:
        keys = lemma + NOUN, lemma + VERB
        return not used.isdisjoint(keys) or not nouns.isdisjoint(noun for key in keys for noun in analyser.kin(key))

    leads = {lemma: classes for lemma, classes in analyser.listed.items() if leads_on(lemma)}
    without = Analyser(table(), leads)
    others = (lemma for lemma, classes in analyser.listed.items() if not set(classes) <= set(VERB_CLASSES))
    taken = (lemma for lemma in others if lemma not in leads and band(counts.get(without.asked(lemma)[0][:-1], 0)) > 2)
    return {**leads, **{lemma: analyser.listed[lemma] for lemma in taken}}


def band(count: int) -> int:
    """How common a word is: 0 not on the site, 1 once or twice, 2 up to ten times, 3 more."""
    return 0 if not count else 1 if count < 3 else 2 if count < 11 else 3


def packed(lexicon: Mapping[str, str], counts: Mapping[str, int]) -> dict[str, str]:
    """Classes, a bar and the band → lemmas, sorted and joined: repeated beginnings compress well."""
    groups: dict[str, list[str]] = {}
    for lemma in sorted({*lexicon, *(word for word, count in counts.items() if count > 2 or word.isascii())}):
        classes = "".join(sorted(lexicon.get(lemma, "")))
        groups.setdefault(f"{classes}|{band(counts.get(lemma, 0))}", []).append(lemma)
    return {group: " ".join(lemmas) for group, lemmas in sorted(groups.items())}
