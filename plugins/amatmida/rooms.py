"""All rooms of the house. A new room is one import and one place in this list."""

from __future__ import annotations

from collections.abc import Iterator

from amatmida.chooser.room import ROOM as CHOOSER
from amatmida.core.catalog import Catalog
from amatmida.core.model import Lang
from amatmida.core.room import Embed, Made, Room
from amatmida.core.setting import Label
from amatmida.course.room import ROOM as COURSE
from amatmida.glossary.room import ROOM as GLOSSARY
from amatmida.lab import LAB
from amatmida.locale import strings
from amatmida.logic_model.room import ROOM as LOGIC_MODEL
from amatmida.method_card.room import ROOM as METHOD_CARD
from amatmida.offline.room import ROOM as OFFLINE
from amatmida.prose.room import ROOM as PROSE
from amatmida.quiz.room import ROOM as QUIZ
from amatmida.reference import checks_body
from amatmida.search.room import ROOM as SEARCH
from amatmida.sharing.room import ROOM as SHARING
from amatmida.trace.room import ROOM as TRACE
from amatmida.worksheet.room import ROOM as WORKSHEET

CHECKS_PAGE = "about/checks.md"


def _reference(catalog: Catalog, lang: Lang, label: Label) -> Iterator[Made]:
    t = strings(lang, "page")
    yield Made(CHECKS_PAGE, t["checks_title"], t["checks_description"], checks_body(lang, t))


REFERENCE = Room(name="reference", made_ids=lambda catalog: (CHECKS_PAGE,), made=_reference)

ROOMS: tuple[Room, ...] = (
    COURSE,
    QUIZ,
    GLOSSARY,
    LOGIC_MODEL,
    METHOD_CARD,
    CHOOSER,
    LAB,
    PROSE,
    SEARCH,
    SHARING,
    TRACE,
    WORKSHEET,
    OFFLINE,
    REFERENCE,
)

EMBEDS: dict[str, Embed] = {embed.name: embed for room in ROOMS for embed in room.embeds}
"""Blocks a page may hold, by name."""
