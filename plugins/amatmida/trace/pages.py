"""The public page of the trace: one table of clauses, one of items for each principle. Pure: models → Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from amatmida.core.catalog import Catalog
from amatmida.core.model import Lang
from amatmida.core.setting import Label
from amatmida.core.tables import table
from amatmida.core.text import shown
from amatmida.trace.codes import clause_label
from amatmida.trace.model import Row, Trace

Strings = Mapping[str, Any]


@dataclass(frozen=True)
class _View:
    """What every row needs to be shown."""

    catalog: Catalog
    lang: Lang
    t: Strings
    label: Label
    tools: Mapping[str, str]
    """Worksheet id → the page that holds it."""


def trace_body(catalog: Catalog, lang: Lang, t: Strings, label: Label) -> str:
    """Both tables, what they count, and why some rows have no lesson."""
    trace: Trace = next(d.record for d in catalog.documents if d.kind == "trace")
    view = _View(catalog, lang, t, label, pages_of_tools(catalog))
    parts = [t["intro"].format(**figures(trace)), ""]
    parts += [f"## {t['decision']} {{#decision-489}}", "", t["decision_intro"], "", _table(trace.decision, view), ""]
    parts += [f"## {t['principles']} {{#six-principles}}", "", t["principles_intro"], ""]
    for number, rows in groupby(trace.principles, key=lambda row: row.code[0]):
        parts += [f"### {t['names'].get(number, number)} {{#principle-{number}}}", "", _table(rows, view), ""]
    return "\n".join([*parts, *_no_lessons(trace, lang, t)])


def figures(trace: Trace) -> dict[str, int]:
    """Rows of each list, and how many of each have a limit."""
    return {
        "clauses": len(trace.decision),
        "items": len(trace.principles),
        "limits": sum(row.limit is not None for row in trace.decision),
        "brief": sum(row.limit is not None for row in trace.principles),
    }


def pages_of_tools(catalog: Catalog) -> dict[str, str]:
    """Worksheet id → the page that holds it."""
    return {
        mark.what: id
        for id, entry in catalog.all("page").items()
        for mark in entry.record.blocks
        if mark.detail == "worksheet"
    }


def _table(rows: Iterable[Row], view: _View) -> str:
    t = view.t
    cells = [
        [_name(row.code, view), "<br>".join(_says(row, view)), _list(_read(row, view)), _list(_practise(row, view))]
        for row in rows
    ]
    return table([t["code"], t["text"], t["read"], t["practise"]], cells)


def _list(items: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


def _name(code: str, view: _View) -> str:
    if "." in code:
        return f'<span id="item-{code.replace(".", "-").lower()}"></span>`{code}`'
    words = view.t["parts"].get(code) or f"<bdi>{clause_label(code, view.lang)}</bdi>"
    return f'<span id="clause-{code}"></span>{words}'


def _says(row: Row, view: _View) -> Iterator[str]:
    yield shown(row.text, view.lang).value
    if row.limit:
        yield f"**{view.t['limit']}** {shown(row.limit, view.lang).value}"


def _read(row: Row, view: _View) -> Iterator[str]:
    for ref in row.pages:
        yield f"[{view.label(ref)}](../{ref}) ({view.label(ref.partition('#')[0])})"
    for ref in row.lessons:
        yield f"{view.t['lesson']} [{view.label(ref)}](../{ref})"
    for id in row.tools:
        if id in view.tools:
            yield f"{view.t['tool']} [{view.label(view.tools[id])}](../{view.tools[id]})"


def _practise(row: Row, view: _View) -> Iterator[str]:
    for id in row.objectives:
        if entry := view.catalog.get("objective", id):
            yield f"[{shown(entry.record.text, view.lang).value}](../course/coverage.md#{id})"


def _no_lessons(trace: Trace, lang: Lang, t: Strings) -> Iterator[str]:
    rows = (*trace.decision, *trace.principles)
    counts = {key: sum(row.no_lessons == key and not row.lessons for row in rows) for key in trace.no_lessons}
    if not any(counts.values()):
        return
    yield f"## {t['lessons']} {{#lessons}}\n"
    for key, text in trace.no_lessons.items():
        if counts[key]:
            yield f"- {t['without'].format(n=counts[key], of=len(rows))} {shown(text, lang).value}"
