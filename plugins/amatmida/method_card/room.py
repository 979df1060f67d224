"""Participation methods: cards to choose by what one has, to read, and to print and cut."""

from __future__ import annotations

from amatmida.core.room import Embed, Room
from amatmida.method_card.checks import check_methods
from amatmida.method_card.kinds import IDS, KINDS
from amatmida.method_card.pages import made, made_ids
from amatmida.method_card.render import needs, render_list, render_sheets

ROOM = Room(
    name="method_card",
    kinds=KINDS,
    ids=IDS,
    consequences={"course/methods/": frozenset({"P007", "I004"})},
    check=lambda scope: check_methods(scope.catalog, scope.languages),
    embeds=(
        Embed("method-cards", None, render_list, needs),
        Embed("method-cards-print", None, render_sheets, needs),
    ),
    made_ids=made_ids,
    made=made,
)
