"""Matrix → the explorer of its items: a table of codes and the whole list. web/explorer/ adds filters and marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, partial
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from amatmida.core.catalog import Catalog
from amatmida.core.fragment import compact, fill, inert_json, plain, templates
from amatmida.core.model import Lang
from amatmida.core.room import Embed
from amatmida.core.setting import Label, Setting
from amatmida.core.text import DIRECTION
from amatmida.locale import strings
from amatmida.logic_model.flat import said
from amatmida.logic_model.matrix_checks import scored_section
from amatmida.logic_model.model import Item, Matrix, Row

CSS = "assets/amatmida/explorer/explorer.css"
MY_DATA_PAGE = "about/privacy.md#my-data"


def render_explorer(s: Setting, id: str) -> str:
    """Every item of a matrix, by principle, with what leads on from it."""
    matrix: Matrix = s.catalog.all("matrix")[id].record
    words = strings(s.lang, "explorer")
    values = {
        "lang": s.lang,
        "dir": DIRECTION[s.lang],
        "css": s.asset(CSS),
        "t": words["page"],
        "note": said(matrix.note, s.lang),
        "title": said(matrix.title, s.lang),
        "columns": [{**_named(row, s.lang), "letter": _letter(matrix, row)} for row in matrix.columns],
        "principles": [_principle(row, matrix, s) for row in matrix.principles],
        "filters": list(_filters(matrix, s.lang)),
        "sheet": _sheet(matrix, s),
        "data": Markup(inert_json({**_marks(matrix, s), "strings": words["browser"]})),
    }
    return compact(_templates().get_template("explorer.html").render(values))


def _named(row: Row, lang: Lang) -> dict[str, str]:
    return {"id": row.id, "text": said(row.text, lang), "short": said(row.short or row.text, lang)}


def _letter(matrix: Matrix, column: Row) -> str:
    """What codes call a column."""
    return next((item.code[2] for item in matrix.items if item.column == column.id), "")


def _filters(matrix: Matrix, lang: Lang) -> Iterator[tuple[str, list[dict[str, str]]]]:
    lists = {"principle": matrix.principles, "stage": matrix.stages, "role": matrix.roles, "column": matrix.columns}
    for name, rows in lists.items():
        yield name, [_named(row, lang) for row in rows]


def _principle(row: Row, matrix: Matrix, s: Setting) -> dict[str, Any]:
    items = [_item(item, matrix, s) for item in matrix.items if item.principle == row.id]
    cells = [[item for item in items if item["column"]["id"] == column.id] for column in matrix.columns]
    return {**_named(row, s.lang), "list": items, "cells": cells}


def _item(item: Item, matrix: Matrix, s: Setting) -> dict[str, Any]:
    def chosen(rows: Iterable[Row], ids: tuple[str, ...]) -> list[dict[str, str]]:
        return [_named(row, s.lang) for row in rows if row.id in ids]

    row = _sheet_rows(matrix, s.catalog).get(item.code)
    list_ = matrix.checklist
    page = s.href(list_.page.partition("#")[0]) if list_ else ""
    return {
        "id": item.id,
        "code": item.code,
        "text": said(item.text, s.lang),
        "column": chosen(matrix.columns, (item.column,))[0],
        "stages": chosen(matrix.stages, item.stages),
        "roles": chosen(matrix.roles, item.roles),
        "pages": _links(item.pages, s),
        "cases": _links(item.cases, s),
        "mark": f"{list_.section}.{row.id}" if list_ and row else "",
        "check": f"{page}#ws-{list_.worksheet}-{list_.section}-{row.id}" if list_ and row else "",
    }


def _links(refs: tuple[str, ...], s: Setting) -> list[dict[str, str]]:
    return [{"href": s.href(ref), "label": s.label(ref)} for ref in refs]


def _section(matrix: Matrix, catalog: Catalog) -> Any:
    """The section of the worksheet where items are marked, or None."""
    sheet = matrix.checklist and catalog.get("worksheet", matrix.checklist.worksheet)
    return scored_section(sheet.record, matrix.checklist.section) if sheet and matrix.checklist else None


def _sheet_rows(matrix: Matrix, catalog: Catalog) -> dict[str, Any]:
    """Code → the worksheet's row."""
    section = _section(matrix, catalog)
    return {row.code: row for row in section.scored.items} if section else {}


def _sheet(matrix: Matrix, s: Setting) -> dict[str, str] | None:
    """Where the items are marked."""
    if not matrix.checklist or not _section(matrix, s.catalog):
        return None
    sheet = s.catalog.all("worksheet")[matrix.checklist.worksheet].record
    href, my_data = s.href(matrix.checklist.page), s.href(MY_DATA_PAGE)
    return {"href": href, "title": plain(sheet.title, s.lang), "my_data": my_data}


def _marks(matrix: Matrix, s: Setting) -> dict[str, Any]:
    """What the browser needs to read the marks somebody saved: names of records, and the scale from low to high."""
    section = _section(matrix, s.catalog)
    if not section or not matrix.checklist:
        return {"records": [], "scale": []}
    sheet = s.catalog.all("worksheet")[matrix.checklist.worksheet].record
    steps = [(step.id, plain(step.label, s.lang), step.score) for step in section.scored.scale]
    scale = [{"id": id, "label": label, "score": score} for id, label, score in steps]
    return {"records": [sheet.worksheet, *sheet.was], "scale": scale}


def _needs(catalog: Catalog, id: str, label: Label) -> tuple[Any, ...]:
    matrix = catalog.all("matrix")[id].record
    sheet = matrix.checklist and catalog.get("worksheet", matrix.checklist.worksheet)
    refs = (ref for item in matrix.items for ref in (*item.pages, *item.cases))
    return (sheet.record if sheet else None, *(label(ref) for ref in refs))


@cache
def _templates() -> Environment:
    env = templates(__file__)
    env.globals.update(fill=fill, ids=partial(map, lambda row: row["id"]))
    return env


EMBED = Embed("explorer", "matrix", render_explorer, _needs)
