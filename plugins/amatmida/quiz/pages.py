"""Quiz → HTML: a page that can be read, answered on paper and checked without JavaScript, plus the data for it.

Pure: the same quiz and setting give the same text. What a browser adds is in web/quiz/.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from pydantic import BaseModel

from amatmida.core.fragment import compact, fill, inert_json, plain, templates
from amatmida.core.model import Lang, SourceRef, Text
from amatmida.core.text import DIRECTION, shown, shown_html
from amatmida.course.model import Misconception, Source
from amatmida.locale import strings
from amatmida.quiz.draws import Asked
from amatmida.quiz.items import NO_GROUP, UNSCORED, Classify, Cloze, Match
from amatmida.quiz.model import Quiz

MY_DATA_PAGE = "about/privacy.md#my-data"
# A browser needs none of these: they are for trainers, for the server's markup, or for the objectives' pages.
_SERVER_ONLY = frozenset({"trainer", "source", "image", "level", "stem", "read"})
_GAP = re.compile(r"\[\[([a-z0-9.-]+)\]\]")


@dataclass(frozen=True)
class Setting:
    """Where a quiz is shown: the reader's language and what lies around it."""

    lang: Lang
    href: Callable[[str], str]
    """A page reference → the relative link from the page that holds the quiz."""
    label: Callable[[str], str]
    """A page reference → the section's title in `lang`."""
    asset: Callable[[str], str]
    """A picture's path below docs/ → the relative link."""
    misconceptions: Mapping[str, Misconception]
    sources: Mapping[str, Source]


def render_quiz(quiz: Quiz, items: Sequence[Asked], setting: Setting) -> str:
    """One quiz with its items in the order given; everything a reader needs with JavaScript off."""
    ids = [asked.item.id for asked in items]
    if doubled := sorted({name for name in ids if ids.count(name) > 1}):
        raise ValueError(f"quiz {quiz.quiz} asks an item twice: {', '.join(doubled)}")
    return compact(
        _environment()
        .get_template("quiz.html")
        .render(
            quiz=quiz,
            asked=items,
            s=setting,
            fallback=_falls_back(quiz, items, setting),
            data=Markup(inert_json(_browser_data(quiz, items, setting))),
            **_words(setting.lang),
        )
    )


def render_my_data(lang: Lang) -> str:
    """The panel where a person sees, exports, imports and erases what the site keeps in their browser."""
    words = strings(lang, "quiz")["data"]
    data = Markup(inert_json({"lang": lang, "strings": words}))
    template = _environment().get_template("my_data.html")
    return compact(template.render(words=words, data=data, lang=lang, dir=DIRECTION[lang]))


# --- words -----------------------------------------------------------------------------------------------------------


def _markup(text: Text, lang: Lang) -> Markup:
    return Markup(shown_html(text, lang))


def _tongue(text: Text, lang: Lang) -> Markup:
    """Attributes that name the language of `text` when it is not the page's."""
    seen = shown(text, lang).lang
    return Markup("") if seen == lang else Markup(f' lang="{seen}" dir="{DIRECTION[seen]}"')


def _number(value: float) -> Markup:
    return Markup(f'<bdi dir="ltr">{value:,.12g}</bdi>')


def _words(lang: Lang) -> dict[str, Any]:
    """What every template may say."""
    table = strings(lang, "quiz")
    return {
        "lang": lang,
        "dir": DIRECTION[lang],
        "page": table["page"],
        "browser": table["browser"],
        "t": partial(_markup, lang=lang),
        "plain": partial(plain, lang=lang),
        "tongue": partial(_tongue, lang=lang),
        "gaps": partial(_gaps, lang=lang),
    }


@cache
def _environment() -> Environment:
    env = templates(__file__)
    env.globals.update(fill=fill, number=_number, partners=partners, scattered=scattered)
    env.globals.update(MY_DATA_PAGE=MY_DATA_PAGE, NO_GROUP=NO_GROUP, UNSCORED=UNSCORED, uses_none=_uses_none)
    return env


# --- orders that give nothing away -----------------------------------------------------------------------------------


def scattered(scope: str, ids: Sequence[str]) -> list[str]:
    """`ids` in an order fixed by their names, never the order they came in (which may be the key)."""
    mixed = sorted(ids, key=lambda name: hashlib.sha256(f"{scope}/{name}".encode()).digest())
    return mixed if mixed != list(ids) else [*mixed[1:], mixed[0]]


def partners(item: Match) -> list[str]:
    """Ids of all partners in the order shown; a form's value is the place in this list, so it gives nothing away."""
    return scattered(item.id, [p.id for p in item.pairs] + [x.id for x in item.extras])


def _uses_none(item: Classify) -> bool:
    return any(card.group == NO_GROUP for card in item.cards)


def _gaps(item: Cloze, control: Callable[[str, int], str], lang: Lang) -> Markup:
    """The item's text with `control(blank id, running number)` in place of each gap."""
    order = [found[1] for found in _GAP.finditer(shown(item.text, lang).value)]
    known = {blank.id for blank in item.blanks}

    def put(found: re.Match[str]) -> str:
        return str(control(found[1], order.index(found[1]) + 1)) if found[1] in known else found[0]

    return Markup(_GAP.sub(put, _markup(item.text, lang)))


# --- what the browser gets -------------------------------------------------------------------------------------------


def _browser_data(quiz: Quiz, items: Sequence[Asked], setting: Setting) -> dict[str, Any]:
    ideas = sorted(set(_misconceptions_of(items)) & setting.misconceptions.keys())
    return {
        "v": 1,
        "quiz": quiz.quiz,
        "was": list(quiz.was),
        "lang": setting.lang,
        "purpose": quiz.purpose,
        "behaviour": quiz.behaviour.model_dump(mode="json"),
        "items": [_item_data(asked, setting) for asked in items],
        "misconceptions": {name: _data(setting.misconceptions[name].repair, setting.lang) for name in ideas},
        "strings": strings(setting.lang, "quiz")["browser"],
    }


def _item_data(asked: Asked, setting: Setting) -> dict[str, Any]:
    item = asked.item
    data: dict[str, Any] = _data(item, setting.lang)
    data["read"] = {"href": setting.href(item.read), "label": setting.label(item.read)}
    if asked.bank:
        data["bank"] = asked.bank
    if isinstance(item, Match):
        data["partners"] = partners(item)
    return data


def _data(value: Any, lang: Lang) -> Any:
    """Authored fields under their own names, texts as HTML of one language, empty fields left out."""
    if isinstance(value, Text):
        return shown_html(value, lang)
    if isinstance(value, BaseModel):
        value = {name: getattr(value, name) for name in type(value).model_fields if name not in _SERVER_ONLY}
    if isinstance(value, dict):
        return {key: _data(one, lang) for key, one in value.items() if one not in (None, (), {})}
    return [_data(one, lang) for one in value] if isinstance(value, tuple) else value


# --- looking through everything authored -----------------------------------------------------------------------------


def _walk(value: Any) -> Iterator[Any]:
    """Every authored record inside `value` that a learner can meet."""
    if isinstance(value, BaseModel):
        yield value
        if not isinstance(value, SourceRef | Text):
            for name in type(value).model_fields:
                if name != "trainer":
                    yield from _walk(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from _walk(one)


def _misconceptions_of(items: Sequence[Asked]) -> Iterator[str]:
    for asked in items:
        for record in _walk(asked.item):
            if name := getattr(record, "misconception", None):
                yield name


def _falls_back(quiz: Quiz, items: Sequence[Asked], setting: Setting) -> bool:
    """True when the reader will meet a text in Hebrew because its translation is missing or stale."""
    named = set(_misconceptions_of(items))
    repairs = tuple(m.repair for name, m in setting.misconceptions.items() if name in named)
    met = (quiz.title, quiz.intro, *(asked.item for asked in items), *(asked.stem for asked in items), *repairs)
    texts = (record for record in _walk(met) if isinstance(record, Text))
    return any(shown(text, setting.lang).reason for text in texts)


__all__ = ["Asked", "Setting", "fill", "partners", "plain", "render_my_data", "render_quiz", "scattered"]
