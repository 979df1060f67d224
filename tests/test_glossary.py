"""The glossary page: every term in every language, in its alphabet, with links that lead somewhere."""

from __future__ import annotations

import re

import pytest

from amatmida.assemble import Plan, assemble
from amatmida.site import Site
from support import Project

TERMS = """\
terms:
  - {id: output, he: תפוקה, en: output, ar: مُخرَج, define: {he: "כמה ניתן", en: "how much was given"}, see: [outcome]}
  - {id: outcome, he: תוצאה, en: outcome, ar: نتيجة, define: {he: "מה השתנה", en: "what changed"}, page: guide/chapter.md#one}
  - {id: rfp, he: RFP, en: request for proposals, ar: طلب, define: {he: "מכרז", en: "a tender"}, variants: [בקשה להצעות]}
"""


def pages(project: Project) -> dict[str, str]:
    made = assemble(project.load(), Plan(("he", "en", "ar")))
    return {
        a.path: a.content.decode() for a in made if a.path.startswith("docs/glossary/") and isinstance(a.content, bytes)
    }


@pytest.mark.parametrize(
    ("path", "order"),
    [
        ("docs/glossary/index.md", ["outcome", "output", "rfp"]),
        ("docs/glossary/index.en.md", ["outcome", "output", "rfp"]),
        ("docs/glossary/index.ar.md", ["rfp", "output", "outcome"]),
    ],
)
def test_terms_stand_in_the_order_of_their_alphabet(project: Project, path: str, order: list[str]) -> None:
    project.write("course/glossary.yml", TERMS)
    assert re.findall(r'<span id="([a-z]+)">', pages(project)[path]) == order


def test_a_term_links_to_related_terms_and_to_its_section(project: Project) -> None:
    project.write("course/glossary.yml", TERMS)
    page = pages(project)["docs/glossary/index.md"]
    assert "[תוצאה](#outcome)" in page
    assert "[אחד](../guide/chapter.md#one)" in page
    assert "<bdi>בקשה להצעות</bdi>" in page


def test_without_terms_there_is_no_page_and_no_link_may_lead_to_it(project: Project) -> None:
    assert pages(project) == {}
    project.replace("docs/index.md", "# בית\n", "# בית\n\n[מונחון](glossary/index.md)\n")
    assert "P007" in {p.code for p in project.problems()}


def test_the_real_glossary_is_complete(real_site: Site) -> None:
    terms = [entry.record for entry in real_site.catalog.all("term").values()]
    assert len(terms) >= 125
    assert all(term.define.en and term.ar for term in terms)
    assert sum(bool(term.page) for term in terms) >= 100
