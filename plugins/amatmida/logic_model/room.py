"""Logic models: their files, rules, exercises, figures and pages."""

from __future__ import annotations

from amatmida.core.room import Room
from amatmida.logic_model.checks import check_models
from amatmida.logic_model.explorer import EMBED as EXPLORER
from amatmida.logic_model.figure_pages import EMBEDS, made, made_ids
from amatmida.logic_model.kinds import IDS, KINDS

ROOM = Room(
    name="logic-model",
    kinds=KINDS,
    ids=IDS,
    breaking="L",
    check=check_models,
    embeds=(*EMBEDS, EXPLORER),
    made_ids=made_ids,
    made=made,
)
