"""From a word to the keys it is indexed and searched by. web/search/analysis.js does the same, word by word.

A key is a lemma with a mark: "0" for a noun, adjective or other word, "1" for a verb. The mark also makes keys
prefix-free, which matters because the engine finds words by their beginning.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from amatmida.search.folding import is_arabic, is_hebrew
from amatmida.search.forms import (
    ACTION,
    RARE,
    VERB_CLASSES,
    Lexicon,
    spellings,
    stems_of,
    verb_forms,
    with_verbal_nouns,
)

NOUN, VERB = "0", "1"
Reading = tuple[float, str]
"""Cost and key."""


class Analyser:
    """The rules applied to one lexicon."""

    def __init__(self, rules: Mapping[str, Any], lexicon: Lexicon) -> None:
        self.he, self.ar = rules["he"], rules["ar"]
        self.listed = lexicon
        self.lexicon = with_verbal_nouns(lexicon, self.he)
        self.variants = spellings(self.lexicon, self.he)
        self.bases: Mapping[str, str] = self.he["bases"]
        self.verbs = verb_forms(lexicon, self.he)
        self._kept: dict[str, tuple[str, ...]] = {}

    def keys(self, word: str) -> tuple[str, ...]:
        """Keys of a folded word, the best first; a Latin word or a number is its own key."""
        found = self._kept.get(word)
        if found is None:
            self._kept[word] = found = self._keys(word)
        return found

    def _keys(self, word: str) -> tuple[str, ...]:
        if is_hebrew(word):
            return self._hebrew(word)
        return (light_stem(word, self.ar) + NOUN,) if is_arabic(word) else (word,)

    def _hebrew(self, word: str) -> tuple[str, ...]:
        if word in self.he["exceptions"]:
            key = self.he["exceptions"][word] + NOUN
            return (key, *self.kin(key))
        readings = sorted(self.readings(word))
        if not readings:
            guessed = (lemma for lemma in guesses(word, self.he) if lemma == word or lemma not in self.lexicon)
            return tuple(dict.fromkeys(lemma + NOUN for lemma in guessed))
        within = self.he["keep_within" if readings[0][0] else "exact_within"]
        kept = [*self._best(readings, within), *self._other(readings)]
        # What looks like a verb may be a noun the lexicon does not know.
        if all(key[-1] == VERB for _, key in readings):
            kept += [lemma + NOUN for lemma in bare(word, self.he) if lemma not in self.lexicon]
        return tuple(dict.fromkeys(kept))

    def asked(self, word: str) -> tuple[str, ...]:
        """Keys a query asks for: a dictionary form is meant as such, be it of a noun or of a verb."""
        readings = sorted(self.readings(word)) if is_hebrew(word) and word not in self.he["exceptions"] else []
        if not readings:
            return self.keys(word)
        other = (key for key in self._other(readings) if key[:-1] == word)
        within = 0.0 if readings[0][0] == 0 else self.he["ask_within"]
        return tuple(dict.fromkeys([*self._best(readings, within, active=False), *other]))

    def _best(self, readings: list[Reading], within: float, *, active: bool = True) -> list[str]:
        """The cheapest readings, and the words they lead to."""
        most = readings[0][0] + within
        best = [key for cost, key in readings if cost <= most]
        return [*best, *(noun for key in best for noun in self.kin(key, active=active))]

    def _other(self, readings: list[Reading]) -> Iterable[str]:
        """The best as a verb beside a noun, and as a noun beside a verb: which is meant, only the sentence tells."""
        for mark in NOUN, VERB:
            costs = [cost for cost, key in readings if key[-1] == mark]
            if costs and costs[0] <= readings[0][0] + self.he["keep_other"]:
                yield from (key for cost, key in readings if key[-1] == mark and cost <= costs[0])

    def readings(self, word: str) -> set[Reading]:
        """Every way to read the word by the lexicon."""
        found = set(self._whole(word))
        if word[0] == "ה" and word in self.lexicon and self._is_noun(word[1:]):
            found.add((self.he["article_cost"], word[1:] + NOUN))
        for letters, cost in self.he["prefixes"]:
            rest = word[len(letters) :]
            if not word.startswith(letters) or len(rest) < self.he["shortest"]:
                continue
            # A first ו is doubled after another letter: ועדה, הוועדה.
            for core in (rest, rest[1:]) if rest.startswith("וו") else (rest,):
                # A participle may stand as a noun: למתחרים.
                verbs = letters in self.he["verb_prefixes"] or core[0] == "מ"
                found |= {(round(cost + c, 2), key) for c, key in self._whole(core) if verbs or key[-1] != VERB}
                if core in self.he["exceptions"]:
                    found.add((cost, self.he["exceptions"][core] + NOUN))
        return found

    def _whole(self, word: str) -> Iterable[Reading]:
        """Readings without letters in front."""
        if len(word) < self.he["shortest"]:
            return
        if "x" in self.lexicon.get(word, ""):
            yield 0.0, word + NOUN
        cost = self.he["infinitive_cost" if word[0] == "ל" else "verb_cost"]
        for lemma in self.verbs.get(word, ()):
            yield self.he["rare_cost"] if lemma[0] == RARE else cost, lemma.removeprefix(RARE) + VERB
        for size in range(min(len(word) - 1, self.he["longest_end"]) + 1):
            stem, end = word[: len(word) - size], word[len(word) - size :]
            for rule in self.he["suffixes"].get(end, ()):
                if len(rule) < 4 or (stem.endswith(rule[3]) and len(stem) >= (rule[4] if len(rule) > 4 else 0)):
                    yield from self._lemma(stem if len(rule) > 3 else stem + rule[1], rule)

    def _lemma(self, lemma: str, rule: list[Any]) -> Iterable[Reading]:
        """Readings of one end: the lemma itself when it has the class, and what it is another spelling of."""
        if len(lemma) < self.he["shortest"]:
            return
        classes = self.lexicon.get(lemma, "")
        if not set(rule[0]).isdisjoint(classes):
            yield round(rule[2] + (self.he["action_cost"] if ACTION in classes else 0), 2), lemma + NOUN
        if lemma in self.bases and not set(rule[0]).isdisjoint(self.lexicon.get(self.bases[lemma], "")):
            yield rule[2], self.bases[lemma] + NOUN
        for other in self.variants.get(lemma, ()):
            if not set(rule[0]).isdisjoint(self.lexicon[other]):
                yield round(rule[2] + self.he["variant_cost"], 2), other + NOUN

    def kin(self, key: str, *, active: bool = True) -> list[str]:
        """What a word leads to, where the lexicon knows it: nouns of a verb (מודדים → מדידה), the noun of an adjective
        (תקציבי → תקציב, גמיש → גמישות), or instead what data/rules.yml names; and of a passive verb, the active one.
        """
        lemma, classes = key[:-1], self.lexicon.get(key[:-1], "")
        named = [noun + NOUN for noun in self.he["kin"].get(key, ())]
        if key[-1] == VERB:
            rows = [row for cls in classes for row in stems_of(lemma, cls, self.he)]
            found = [noun for row in rows for noun in row["nouns"]]
            return [*(named or self._nouns(found)), *(key for key in self._actives(found) if active or key[-1] == NOUN)]
        if "a" not in classes or key in self.he["kin"]:
            return named
        abstract = lemma.removesuffix("י" if lemma.endswith("אי") else "") + "ות"
        return [*self._nouns(self._bases(lemma))[:1], *self._nouns([abstract])]

    def _actives(self, nouns: list[str]) -> Iterable[str]:
        """Of a passive, the table names the active verb too: its class before its pattern."""
        for cls, verb in ((noun[0], noun[1:]) for noun in nouns if noun[0] in VERB_CLASSES):
            if cls in self.lexicon.get(verb, ""):
                yield from (verb + VERB, *self.kin(verb + VERB))

    def _nouns(self, lemmas: list[str]) -> list[str]:
        return [lemma + NOUN for lemma in lemmas if self._is_noun(lemma)]

    def _is_noun(self, lemma: str) -> bool:
        return not set("mfF").isdisjoint(self.lexicon.get(lemma, ""))

    def _bases(self, lemma: str) -> list[str]:
        short = len(lemma) < 4
        ends = ((end, noun) for end, noun in self.he["relational"] if lemma.endswith(end) and not (short and noun))
        return [lemma[: len(lemma) - len(end)] + noun for end, noun in ends]


def guesses(word: str, he: Mapping[str, Any]) -> list[str]:
    """Lemmas of a word that no rule explains: itself first, then what is left without letters in front and ends."""
    rests = bare(word, he)
    cut = [
        rest[: len(rest) - len(end)] + instead
        for rest in rests
        for end, instead in he["guess_ends"]
        if rest.endswith(end) and len(rest) - len(end) > 2
    ]
    return [word, *rests, *cut]


def bare(word: str, he: Mapping[str, Any]) -> list[str]:
    """The word, and what is left of it without letters in front."""
    return [word[len(front) :] for front in he["guess_fronts"] if word.startswith(front) and len(word) - len(front) > 2]


def light_stem(word: str, ar: Mapping[str, Any]) -> str:
    """An Arabic word without article, conjunction and the commonest ends."""
    word = "".join(ar["fold"].get(c, c) for c in word)
    for letters in [*ar["prefixes"], *ar["single"]]:
        if word.startswith(letters) and len(word) - len(letters) >= ar["shortest"]:
            word = word[len(letters) :]
            break
    for end in ar["suffixes"]:
        if word.endswith(end) and len(word) - len(end) >= ar["shortest"]:
            return word[: -len(end)]
    return word
