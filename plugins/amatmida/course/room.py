"""The spine of the site: objectives, misconceptions and sources, with their two generated pages."""

from __future__ import annotations

from collections.abc import Iterator

from amatmida.core.catalog import Catalog
from amatmida.core.model import Lang
from amatmida.core.room import Made, Room
from amatmida.core.setting import Label
from amatmida.course.checks import check_course
from amatmida.course.kinds import IDS, KINDS
from amatmida.course.pages import coverage_body, sources_body
from amatmida.locale import strings

PAGES = ("about/sources.md", "course/coverage.md")


def made(catalog: Catalog, lang: Lang, label: Label) -> Iterator[Made]:
    """The sources and the coverage map."""
    t = strings(lang, "page")
    sources, coverage = PAGES
    body = sources_body(catalog, lang, t)
    yield Made(sources, t["sources_title"], t["sources_description"], body, "course/sources.yml")
    body = coverage_body(catalog, lang, t, label)
    yield Made(coverage, t["coverage_title"], t["coverage_description"], body, "course/objectives.yml")


ROOM = Room(
    name="course",
    kinds=KINDS,
    ids=IDS,
    consequences={
        "course/objectives": frozenset({"O001", "O008", "I004"}),
        "course/misconceptions": frozenset({"O007", "I004"}),
        "course/sources": frozenset({"O006", "I004"}),
    },
    check=lambda scope: check_course(scope.catalog),
    made_ids=lambda catalog: PAGES,
    made=made,
)
