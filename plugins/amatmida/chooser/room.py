"""Choosers: a few plain questions that lead to what fits, with the reasons in words."""

from __future__ import annotations

from amatmida.chooser.checks import check_choosers
from amatmida.chooser.kinds import IDS, KINDS
from amatmida.chooser.render import needs, render_chooser
from amatmida.core.room import Embed, Room

ROOM = Room(
    name="chooser",
    kinds=KINDS,
    ids=IDS,
    consequences={"course/choosers/": frozenset({"P011", "I004"})},
    check=lambda scope: check_choosers(scope.catalog),
    embeds=(Embed("chooser", "chooser", render_chooser, needs),),
)
