"""Worksheets: their files, rules, the block that shows one, and the blank Word forms."""

from __future__ import annotations

from typing import Any

from amatmida.core.catalog import Catalog
from amatmida.core.room import Embed, Room
from amatmida.core.setting import Label, Setting
from amatmida.worksheet.blank import blank_forms
from amatmida.worksheet.checks import check_worksheets, refs_in
from amatmida.worksheet.kinds import IDS, KINDS
from amatmida.worksheet.pages import render_worksheet


def _render(setting: Setting, id: str) -> str:
    return render_worksheet(setting.catalog.all("worksheet")[id].record, setting)


def _needs(catalog: Catalog, id: str, label: Label) -> tuple[Any, ...]:
    sheet = catalog.all("worksheet")[id].record
    others = (catalog.get("worksheet", take.worksheet) for s in sheet.sections if s.table for take in s.table.takes)
    return (*(other.record for other in others if other), *(label(ref) for _, ref in refs_in(sheet)))


ROOM = Room(
    name="worksheet",
    kinds=KINDS,
    ids=IDS,
    breaking="W",
    consequences={"course/worksheets/": frozenset({"P011", "I004", "L018", "W010"})},
    check=lambda scope: check_worksheets(scope.catalog),
    embeds=(Embed("worksheet", "worksheet", _render, _needs),),
    files=blank_forms,
)
