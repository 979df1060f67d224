"""What a word means beside its neighbours. web/logic-model/context.js does the same."""

from __future__ import annotations

import itertools
import re

from amatmida.logic_model.endings import ENGLISH_STOPS
from amatmida.logic_model.marks import marked
from amatmida.logic_model.reading import MAIN, SEPARATORS, Token, is_any
from amatmida.logic_model.shapes import guess_verbs, plural, shape_of_first
from amatmida.logic_model.steps import grades, steps_in_service

DOING = re.compile(r"^מ[א-ת]+(?:ים|ות)$")
VERB_FORM = re.compile(r"(?:s|ing|ed|ion)$")
ACTS = re.compile(r"^[ימת](?!ו)|[a-z]s$")
YEAR = re.compile(r"^(?:199\d|20[0-3]\d)$")


def in_context(tokens: list[Token], lang: str) -> None:
    """Give each token the codes it has where it stands."""
    if lang == "en":
        _modifiers(tokens)
        _verbs_of_people(tokens)
        _late_verb(tokens)
    else:
        _hebrew_pairs(tokens)
    _adjuncts(tokens, lang)
    shape_of_first(tokens, lang)
    _wider(tokens, lang)
    _taking_part(tokens, lang)
    _daily_life(tokens, lang)
    _between_services(tokens, lang)
    _staff_acts(tokens, lang)
    _fewer(tokens, lang)
    guess_verbs(tokens, lang)
    steps_in_service(tokens, lang)
    grades(tokens, lang)
    _which_people(tokens, lang)
    _objects_of_deeds(tokens)


def _adjuncts(tokens: list[Token], lang: str) -> None:
    """Years and "in four towns" are no amounts of what is done; "after the course" says when, not what."""
    for index, token in enumerate(tokens):
        if token.codes == "N":
            before = tokens[index - 1].word if index else ""
            after = tokens[index + 1].codes if index + 1 < len(tokens) else ""
            elsewhere = YEAR.match(token.word) or marked(lang, "place", before) or token.word[0] in "בל"
            if elsewhere and not is_any(after, "UPRXT"):
                token.codes = "W"
        if marked(lang, "after", token.word):
            _adjunct(tokens[index + 1 : index + 4])


def _adjunct(tokens: list[Token]) -> None:
    for token in tokens:
        if token.codes == "V" and token.word.endswith("ing"):
            token.codes = "-"
        if token.word in SEPARATORS or is_any(token.codes, "PV"):
            return
        if is_any(token.codes, "TUAD"):
            token.codes = "-"


def _modifiers(tokens: list[Token]) -> None:
    """A noun or -ing word right before the noun it narrows: safety checks, cooking classes, family relationships."""
    for token in tokens:
        if "A" in token.codes and token.word.split(" ")[0].endswith("ed"):
            token.codes = "D"
    done = any("D" in t.codes for t in tokens)
    for before, token in itertools.pairwise(tokens):
        singular = "P" in before.codes and not plural(before.word)
        deed = is_any(token.codes, "AS")
        thing = is_any(token.codes, "UX") or (deed and not token.word.endswith("ed"))
        narrows = (
            before.codes == "L"
            or (before.codes == "Q" and not deed)
            or (before.codes == "V" and before.word.endswith("ing"))
        )
        system = token.codes == "Q" and before.codes in ("L", "U", "X")
        place = token.word == "community" and before.word in ("the", "in")
        hours = done and before.codes == "A" and token.codes == "U"
        if (thing and narrows) or system or hours or (singular and "L" in token.codes):
            before.codes = "-"
        if place:
            token.codes = "-"


def _verbs_of_people(tokens: list[Token]) -> None:
    """English verb forms. People in the plural right before a bare verb make it theirs (parents support each other);
    a service verb in -ed tells what was done, or only describes staff and things (trained volunteers, adapted for).
    """
    for before, token in itertools.pairwise(tokens):
        if "P" in before.codes and plural(before.word) and token.codes == "A" and not VERB_FORM.search(token.word):
            token.codes = "V"
        thing = is_any(tokens[0].codes + tokens[1].codes, "X")
        if token.word == "own" and before.word in ("their", "his", "her", "our", "your"):
            token.codes = ""
        if before.codes == "D" and (is_any(token.codes, "SX") or (thing and token.word in ("for", "with", "to"))):
            before.codes = "-"
        if "H" in before.codes and token.word == "use":
            token.codes = "-"
    for index, token in enumerate(tokens):
        there = tokens[index + 1 : index + 2]
        if token.word in ("are", "is") and there and there[0].word == "in":
            token.codes = "V" if any("L" in t.codes for t in tokens[index + 2 : index + 5]) else token.codes


def _late_verb(tokens: list[Token]) -> None:
    """Young adults with autism hold jobs: people open the sentence and their verb comes later."""
    opens = any("P" in t.codes and plural(t.word) for t in tokens[:2])
    if not opens or any("V" in t.codes for t in tokens):
        return
    for before, token in itertools.pairwise(tokens):
        plain = token.codes == "A" and not VERB_FORM.search(token.word)
        if plain and before.word not in ENGLISH_STOPS and not before.codes and not before.word.endswith("ed"):
            token.codes = "V"
            return


def _hebrew_pairs(tokens: list[Token]) -> None:
    """Two staff words in a row are two people, or one who does the other (guides accompany the tenants); a service
    verb right after people is theirs; a number after "of" is an age or a size; the community may be only a place.
    """
    for index, (before, token) in enumerate(itertools.pairwise(tokens)):
        if "S" in before.codes and "S" in token.codes:
            after = tokens[index + 2] if index + 2 < len(tokens) else token
            ours = marked("he", "we", before.word)
            acts = not token.joined and (ours or after.word == "את" or "P" in after.codes)
            token.codes = "A" if acts else "S"
        if before.codes == "P" and before.word.endswith("מי") and token.word[0] != "ש":
            before.codes = "-"
        worker = not index and "S" in before.codes and "A" in before.codes and not before.word.endswith("ות")
        if worker and token.word != "את" and not is_any(token.codes, "PU"):
            before.codes = "S"
        if "P" in before.codes and token.codes == "A" and DOING.match(token.word):
            token.codes = "V"
        if "N" in token.codes and before.word in ("בן", "בת"):
            before.codes, token.codes = "-", "W"
        if before.codes == "L" and token.codes == "Q" and token.word[0] == "ה":
            before.codes = "Q"
        if token.word == "בקהילה":
            token.codes = "-"


def _which_people(tokens: list[Token], lang: str) -> None:
    """After a service's word, a relative clause only says which people: treatment for men who used violence."""
    _started(tokens, lang)
    main = next((t for t in tokens if is_any(t.codes, MAIN)), None)
    if main and is_any(main.codes, "AU"):
        for before, token in itertools.pairwise(tokens):
            told = marked(lang, "relative", before.word) or token.word.startswith("ש") or token.word.endswith("ing")
            if "V" in token.codes and told:
                token.codes = "-"
            if token.codes == "LV":
                token.codes = "L"


def _started(tokens: list[Token], lang: str) -> None:
    """Of those who started the course, most work: what they took only says who they are. So do volunteers who were
    trained.
    """
    staff = any("S" in t.codes for t in tokens) and not any("P" in t.codes for t in tokens)
    lives = max((i for i, t in enumerate(tokens) if "V" in t.codes), default=len(tokens) if staff else 0)
    for index, token in enumerate(tokens[:lives]):
        told = token.word.startswith("ש") or (index and marked(lang, "relative", tokens[index - 1].word))
        if "T" in token.codes and told:
            for of in tokens[index:lives]:
                if is_any(of.codes, "TUA" if staff else "TU"):
                    of.codes = "-"


def _wider(tokens: list[Token], lang: str) -> None:
    """Expanding what the service has or does is an activity; expanding someone's life is a change."""
    if tokens and marked(lang, "wider", tokens[0].word):
        what = next((t for t in tokens[1:4] if is_any(t.codes, "UASXLP")), None)
        life = any(is_any(t.codes, "PL") or marked(lang, "soft", t.word) for t in tokens)
        if is_any(what.codes, "UASX") if what else not life:
            tokens[0].codes = "A"


def _taking_part(tokens: list[Token], lang: str) -> None:
    """Taking part in decisions or elections is living; taking part in sessions is what was delivered."""
    if any(is_any(t.codes, "NCR") for t in tokens):
        return
    for index, token in enumerate(tokens[:-1]):
        delivered = any(is_any(t.codes, "UAQX") for t in tokens[index + 1 :])
        if token.codes == "T" and marked(lang, "taking", token.word) and not delivered:
            token.codes = "V"


def _daily_life(tokens: list[Token], lang: str) -> None:
    """Having a written plan is what people were given; finishing school or coming to work is their life."""
    for index, token in enumerate(tokens):
        if marked(lang, "have", token.word):
            after = tokens[index + 1 : index + 5]
            at = next((i for i, t in enumerate(after) if is_any(t.codes, MAIN)), 4)
            given = any(map(_given, after[at : at + 2])) or any(t.word.startswith("תוכני") for t in after)
            people = lang == "he" and any("P" in t.codes for t in tokens[:index])
            token.codes = "T" if given else "V" if people else token.codes
    for before, token in itertools.pairwise([t for t in tokens if t.codes != "-"]):
        begins = "V" in token.codes and token.word[0] == "ל"
        if "T" in before.codes and ("L" in token.codes or begins):
            before.codes = "V"


def _given(token: Token) -> bool:
    return "U" in token.codes and not token.word.startswith("meet")


def _between_services(tokens: list[Token], lang: str) -> None:
    """Ties between organisations are no one's life."""
    at = next((i for i, t in enumerate(tokens) if marked(lang, "between", t.word)), len(tokens))
    if any("P" in t.codes for t in tokens) or not any(is_any(t.codes, "SQAX") for t in tokens[at + 1 : at + 4]):
        return
    for token in tokens:
        if is_any(token.codes, "LV"):
            token.codes = "Q" if "L" in token.codes else "-"


def _staff_acts(tokens: list[Token], lang: str) -> None:
    """What staff or volunteers do is an activity."""
    staff = bool(tokens[1:]) and tokens[0].codes == "Q" and "A" in tokens[1].codes and _acts(tokens[1].word)
    if staff:
        tokens[0].codes = "S"
    for token in tokens:
        if "P" in token.codes or marked(lang, "relative", token.word):
            return
        if staff and "V" in token.codes and not marked(lang, "feels", token.word):
            token.codes = "A"
            return
        staff = staff or "S" in token.codes


def _acts(word: str) -> bool:
    """A verb in the third person: the service accompanies, the service will accompany."""
    return bool(ACTS.search(word))


def _fewer(tokens: list[Token], lang: str) -> None:
    """Fewer children are placed in care, less drinking: a change, whatever the verb and whatever there is less of."""
    if len(tokens) < 2 or not marked(lang, "fewer", tokens[0].word):
        return
    if "P" in tokens[1].codes:
        tokens[0].codes = "HL"
        for token in tokens[2:]:
            if is_any(token.codes, "TDU"):
                token.codes = "V"
    elif not is_any(tokens[1].codes, "LUQXSFW") or any("P" in t.codes for t in tokens[2:]):
        tokens[1].codes = "L"


def _objects_of_deeds(tokens: list[Token]) -> None:
    """Parents know two new games: the number belongs to what they do."""
    people = acted = False
    own = not any(is_any(t.codes, "TFD") for t in tokens)
    for token in tokens:
        if acted and (token.codes == "N" or (own and token.codes == "U")):
            token.codes = "W"
        acted = acted or (people and "V" in token.codes)
        people = people or "P" in token.codes
