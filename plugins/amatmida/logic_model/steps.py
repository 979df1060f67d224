"""Steps people take inside a service, and grades they give it. web/logic-model/context.js does the same."""

from __future__ import annotations

from amatmida.logic_model.marks import marked
from amatmida.logic_model.reading import Token, is_any


def steps_in_service(tokens: list[Token], lang: str) -> None:
    """Setting goals, choosing a course, agreeing to a plan, deciding with staff, staying with a host: steps in a
    service, and no change in anyone's life. Counted they are an output; otherwise they weigh nothing.
    """
    counted = any(is_any(t.codes, "NC") for t in tokens)
    for index, token in enumerate(tokens):
        after = tokens[index + 1 : index + 6]
        shared = (
            counted and len(after) > 1 and after[0].word in ("with", "עם") and any("S" in t.codes for t in after[1:3])
        )
        if "V" in token.codes and (shared or _is_step(token.word, after, lang)):
            token.codes = "T" if counted else "-"


def _is_step(verb: str, after: list[Token], lang: str) -> bool:
    if marked(lang, "stays", verb):
        thing = next((t.codes for t in after if is_any(t.codes, "SUAQXLPW")), "")
        return is_any(thing, "SUAQ")
    if not marked(lang, "sets", verb):
        return marked(lang, "decides", verb) and any("S" in t.codes for t in after)
    if any(marked(lang, "aims", t.word) for t in after):
        return True
    thing = next((t.codes for t in after if is_any(t.codes, "SUXLP")), "")
    return is_any(thing, "SU")


def grades(tokens: list[Token], lang: str) -> None:
    """A score out of five for a workshop is satisfaction."""
    if any("N" in t.codes for t in tokens) and any(is_any(t.codes, "UQS") for t in tokens):
        for token in tokens:
            if marked(lang, "score", token.word):
                token.codes = "F"
