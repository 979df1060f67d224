"""Unknown words by shape and place: what was done, what people do. web/logic-model/context.js does the same."""

from __future__ import annotations

import itertools
import re

from amatmida.logic_model.endings import ENGLISH_STOPS
from amatmida.logic_model.marks import marked
from amatmida.logic_model.reading import SIDE, Token, is_any

PLURALS = re.compile(r"s$|^(?:people|women|men|children|youth|they|those)$")
PASSIVE = re.compile(r"^ו?(?:הו[א-ת]{3}|[א-ת]ו[א-ת]{2}|נ[א-ת]{3})ו$")
DEED = re.compile(r"^(?!.*ות$)(?:ה[א-ת]{3,4}[הת]|[א-ת]י[א-ת]{1,2}ו[א-ת]|[א-ת]{2}י[א-ת][הת]|ל[א-ת]{3,6})$")
THOSE = re.compile(r"^ה[א-ת]{3,}(?:ים|ות)$")
OPERATES = re.compile(r"^מ[א-ת]+ים$")
PARTICIPLE = re.compile(r"^ו?(?:[א-ת]ו[א-ת]{1,2}|מ(?!ו)[א-ת]{3,5}|נ[א-ת]{3})(?:ים|ות)$")
PAST = re.compile(r"^(?:ש?[א-ת]{3,5}ו|מת[א-ת]{3,4}[תה]?)$")
INFINITIVE = re.compile(r"^לה[א-ת]{2}י[א-ת]$")
DOERS = re.compile(r"(?:er|or|ee|ant|ent|ist|ian)s$")
ENGLISH_VERB = re.compile(r"^[a-z]{3,}$")
NOT_A_VERB = re.compile(r"(?:ed|ing|ly|al|ous|ful|less|ity|ions?|ness|ments?|ship)$")


def plural(word: str) -> bool:
    """An English word for several people."""
    return bool(PLURALS.search(word))


def shape_of_first(tokens: list[Token], lang: str) -> None:
    """An unknown first word by its shape: what was done, or what the service does."""
    if not tokens:
        return
    first, second = tokens[0], tokens[1] if len(tokens) > 1 else tokens[0]
    if marked(lang, "we", first.word) and second is not first and (not second.codes or "V" in second.codes):
        second.codes = "A"
    if lang == "en":
        _first_english(first, second, tokens)
    elif first.codes == "S" and OPERATES.match(first.word):
        if second.word == "את" or (second.codes == "U" and second.word[0] not in "לב"):
            first.codes = "A"
    elif (not first.codes or first.future) and PASSIVE.match(first.word):
        first.codes, first.future = "D", False
    elif not first.codes and "V" in second.codes and THOSE.match(first.word):
        first.codes = "P"
    elif (first.codes == "Q" and INFINITIVE.match(first.word)) or (not first.codes and DEED.match(first.word)):
        first.codes = "A"


def _first_english(first: Token, second: Token, tokens: list[Token]) -> None:
    if first.codes == "W" and not second.codes and second.word.endswith("ing"):
        second.codes = "A"
    if first.word.endswith("ing") and len(first.word) > 5:
        shared = first.codes == "V" and first.word != "living" and _with_people(tokens)
        first.codes = "A" if shared or first.codes in ("", "U", "C", "P", "T") else first.codes
    elif first.codes == "V" and second.word == "with" and "P" in "".join(t.codes for t in tokens[2:3]):
        first.codes = "A"
    elif (
        first.word in ("keep", "continue")
        and second.word.endswith("ing")
        and any(is_any(t.codes, "UA") for t in tokens)
    ):
        first.codes = "A"
        if "V" in second.codes:
            second.codes = "-"
    elif not first.codes and DOERS.search(first.word) and any("V" in t.codes for t in tokens):
        first.codes = "P"


def _with_people(tokens: list[Token]) -> bool:
    """Reading aloud with children: somebody of the service does it with them."""
    return any(a.word == "with" and "P" in b.codes for a, b in itertools.pairwise(tokens))


def guess_verbs(tokens: list[Token], lang: str) -> None:
    """An unknown word right after people, shaped like a verb, is what they do, or what was done to them."""
    counted = any(is_any(t.codes, "NCR") for t in tokens)
    free = any("R" in t.codes for t in tokens) or not any(is_any(t.codes, "NC") for t in tokens)
    people = ""
    acted = opens = False
    for index, token in enumerate(tokens):
        if not token.codes.strip(SIDE):
            after = tokens[index + 1].codes if index + 1 < len(tokens) else ""
            again = acted and free and lang == "he" and (opens or token.joined)
            if people and not (lang == "en" and is_any(after, "UX")):
                more = index + 1 < len(tokens) and tokens[index + 1].word in ("יותר", "פחות")
                token.codes += "V" if more else _verb(people, token.word, lang, counted, free)
            elif (again and PARTICIPLE.match(token.word)) or (
                acted and free and lang == "en" and _one_more(tokens, index)
            ):
                token.codes = "V"
        if people and token.word == "חיים":
            token.codes = "V"
        acted = acted or ("V" in token.codes and people != "")
        opens = token.word == ","
        people = _people(people, token, lang)


def _one_more(tokens: list[Token], index: int) -> bool:
    """They return to school and rebuild ties: an unknown verb after "and", with what it is about."""
    after = tokens[index + 1].codes if index + 1 < len(tokens) else ""
    fits = ENGLISH_VERB.match(tokens[index].word) and not NOT_A_VERB.search(tokens[index].word)
    return bool(fits) and tokens[index - 1].word in ("and", ",") and is_any(after, "LP")


def _people(people: str, token: Token, lang: str) -> str:
    """The last word for people, kept over words that may stand before their verb; "who" after a relative pronoun."""
    if "P" in token.codes and not token.word.startswith("the"):
        return token.word
    if people and marked(lang, "relative", token.word):
        return "who"
    of_them = people.endswith("י") and token.word.startswith("ה") and "V" not in token.codes
    return people if of_them or marked(lang, "skip", token.word) else ""


def _verb(people: str, word: str, lang: str, counted: bool, free: bool) -> str:
    """D, V or "": with a count only a relative clause tells what the people do themselves."""
    if lang == "he" and PASSIVE.match(word.removeprefix("ש")) and (counted or "נ" not in word[:2]):
        return "D"
    if not free and people != "who" and not word.startswith("ש"):
        return ""
    return "V" if (_hebrew_verb(word) if lang == "he" else _english_verb(people, word)) else ""


def _hebrew_verb(word: str) -> bool:
    return bool(PARTICIPLE.match(word) or PAST.match(word))


def _english_verb(people: str, word: str) -> bool:
    if word in ENGLISH_STOPS or not ENGLISH_VERB.match(word) or NOT_A_VERB.search(word):
        return False
    return people == "who" or plural(people) != word.endswith("s")
