"""What every form of a worksheet (page, browser data, Word) needs to know about its sections. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from amatmida.core.fragment import plain
from amatmida.core.model import Lang, Text
from amatmida.core.text import shown
from amatmida.worksheet.model import Item, Section, Tree, Worksheet

BLANK = "________"
PLACEHOLDER = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
KINDS = ("fields", "table", "scored", "tree", "letter", "document")
SCORED_NOTE = "note"
"""Last word of the name under which an item's evidence is kept."""
TREE_END = "end"
"""`{{section.end}}` of a decision: the words of the end that was reached."""


def kinds_of(section: Section) -> list[str]:
    """Which of the kinds the section has; one, when it is sound."""
    return [kind for kind in KINDS if getattr(section, kind)]


def kind_of(section: Section) -> str:
    """`form`, `table`, `scored`, `tree`, `letter` or `document`."""
    kind = next(iter(kinds_of(section)), "fields")
    return "form" if kind == "fields" else kind


@dataclass(frozen=True)
class Run:
    """Items that stand one after another under one heading."""

    group: Text | None
    items: tuple[Item, ...]


def runs(items: tuple[Item, ...]) -> Iterator[Run]:
    """Items by group, in the order written."""
    for _, run in groupby(items, key=lambda item: item.group.he if item.group else ""):
        found = tuple(run)
        yield Run(found[0].group, found)


def starts(section: Section, lang: Lang) -> list[dict[str, str]]:
    """The rows of a new table, as words per column."""
    assert section.table is not None
    given = [{name: words(value, lang) for name, value in row.items()} for row in section.table.starts]
    return given + [{}] * (section.table.rows - len(given))


def words(value: Text | float, lang: Lang) -> str:
    """A prefilled cell."""
    return plain(value, lang) if isinstance(value, Text) else f"{value:.12g}"


def lines(text: Text, lang: Lang) -> list[str]:
    """The lines of a letter, blanks for placeholders."""
    return [PLACEHOLDER.sub(BLANK, line).strip() for line in shown(text, lang).value.strip().split("\n")]


def node_names(tree: Tree, page: Mapping[str, object], fill: Callable[..., str]) -> dict[str, str]:
    """Node id → "Question 2" or "Result B", in the order written."""
    letters = page["letters"]
    assert isinstance(letters, list)
    names: dict[str, str] = {}
    asks = ends = 0
    for node in tree.nodes:
        if node.ask:
            asks += 1
            names[node.id] = fill(page["question"], n=asks)
        else:
            names[node.id] = fill(page["end"], letter=letters[ends] if ends < len(letters) else ends + 1)
            ends += 1
    return names


def section_named(sheet: Worksheet, id: str) -> Section | None:
    """The section with this id."""
    return next((section for section in sheet.sections if section.id == id), None)


def blank_path(id: str, lang: Lang) -> str:
    """Where the blank Word form lies, below docs/."""
    return f"assets/worksheets/{id}-{lang}.docx"
