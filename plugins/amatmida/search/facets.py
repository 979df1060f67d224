"""What the search knows of a page besides the page itself: the principles whose items it teaches, what people type."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from amatmida.core.catalog import Catalog
from amatmida.search.room import asked_of
from amatmida.trace.model import Row, Trace

TOOLBOX = "toolbox"


def searched_as(catalog: Catalog, id: str, lang: Any) -> dict[str, Any]:
    """As further front matter of the page."""
    return {"principles": principles_of(catalog, id), "asked": asked_of(catalog, id, lang)}


def principles_of(catalog: Catalog, id: str) -> tuple[str, ...]:
    """Numbers of the principles whose items name the page, or its worksheet, in course/trace.yml."""
    rows = (row for one in catalog.documents if one.kind == "trace" for row in _rows(one.record))
    return tuple(dict.fromkeys(row.code[0] for row in rows if _names(row, id)))


def _rows(trace: Trace) -> tuple[Row, ...]:
    return trace.principles


def _names(row: Row, id: str) -> bool:
    path = PurePosixPath(id)
    is_tool = path.parent.name == TOOLBOX and path.stem in row.tools
    return is_tool or any(page.partition("#")[0] == id for page in row.pages)
