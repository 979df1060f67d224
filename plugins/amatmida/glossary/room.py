"""The glossary: terms and their page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from amatmida.core.catalog import Catalog
from amatmida.core.model import Lang
from amatmida.core.room import Made, Room
from amatmida.core.setting import Label
from amatmida.glossary.checks import check_glossary
from amatmida.glossary.kinds import IDS, KINDS
from amatmida.glossary.pages import glossary_body
from amatmida.locale import strings

PAGE = "glossary/index.md"


def made_ids(catalog: Catalog) -> Iterable[str]:
    """No terms, no page."""
    return (PAGE,) if catalog.all("term") else ()


def made(catalog: Catalog, lang: Lang, label: Label) -> Iterator[Made]:
    """The page of all terms."""
    if catalog.all("term"):
        t = strings(lang, "page")
        body = glossary_body(catalog, lang, t, label)
        yield Made(PAGE, t["glossary_title"], t["glossary_description"], body, "course/glossary.yml")


ROOM = Room(
    name="glossary",
    kinds=KINDS,
    ids=IDS,
    check=lambda scope: check_glossary(scope.catalog),
    made_ids=made_ids,
    made=made,
)
