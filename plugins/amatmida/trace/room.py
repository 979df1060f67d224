"""The trace of the decision and of the six-principle model, with its public page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from amatmida.core.catalog import Catalog
from amatmida.core.model import Lang
from amatmida.core.room import Made, Room
from amatmida.core.setting import Label
from amatmida.locale import strings
from amatmida.trace.checks import check_trace
from amatmida.trace.kinds import KINDS
from amatmida.trace.pages import trace_body

PAGE = "about/trace.md"


def made_ids(catalog: Catalog) -> Iterable[str]:
    """No trace, no page."""
    return (PAGE,) if catalog.all("trace.decision") else ()


def made(catalog: Catalog, lang: Lang, label: Label) -> Iterator[Made]:
    """The public page."""
    if catalog.all("trace.decision"):
        t = strings(lang, "trace")
        body = trace_body(catalog, lang, t, label)
        yield Made(PAGE, t["title"], t["description"], body, "course/trace.yml")


ROOM = Room(
    name="trace",
    kinds=KINDS,
    consequences={"course/trace": frozenset({"P007"})},
    check=lambda scope: check_trace(scope.catalog, scope.generated),
    made_ids=made_ids,
    made=made,
)
