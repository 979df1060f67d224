"""The trace: the closed lists are what the brief counts, and the public page shows every row."""

from __future__ import annotations

import re
from collections import Counter

from amatmida.assemble import Plan, assemble
from amatmida.site import Site
from amatmida.trace.codes import CLAUSES, ITEMS, clause_label
from support import Project, trace


def test_the_lists_are_whole() -> None:
    assert len(ITEMS) == len(set(ITEMS)) == 60
    assert Counter(code[2] for code in ITEMS) == {"A": 12, "S": 16, "I": 13, "O": 13, "G": 6}
    assert len(CLAUSES) == len(set(CLAUSES)) == 19


def test_clauses_are_named_as_people_cite_them() -> None:
    assert clause_label("2b1", "he") == "§2(ב)(1)"
    assert clause_label("2b1", "en") == "§2(b)(1)"
    assert clause_label("8", "he") == "§8"
    assert clause_label("9z", "en") == "9z"


def test_items_are_worded_as_on_the_page_of_the_model(real_site: Site) -> None:
    """Two places say what an item is; they may not drift apart."""
    for lang, kind in (("he", "page"), ("en", "page.en")):
        page = real_site.catalog.all(kind)["methods/six-principles.md"].record.body
        told = dict(re.findall(r"^\| `(\d\.[ASIOG]\d)` \| ([^|]*) \|$", page.partition("{#items}")[2], re.M))
        rows = real_site.catalog.all("trace.principles")
        assert {code: re.sub(r"\[\[.*?\|(.*?)\]\]", r"\1", told[code]) for code in ITEMS} == {
            code: getattr(rows[code].record.text, lang) for code in ITEMS
        }


def test_what_only_ministries_can_do_is_said(real_site: Site) -> None:
    rows = real_site.catalog.all("trace.decision")
    for code in ("3", "4", "5a", "5b", "6a", "6b", "7", "8"):
        assert rows[code].record.limit, code


def test_the_page_shows_every_row_in_both_languages(project: Project) -> None:
    project.write("course/trace.yml", trace())
    made = {a.path: a.content for a in assemble(project.load(), Plan(("he", "en")))}
    for path in ("docs/about/trace.md", "docs/about/trace.en.md"):
        page = made[path]
        assert isinstance(page, bytes)
        text = page.decode()
        assert len(re.findall(r'<span id="clause-', text)) == len(CLAUSES)
        assert len(re.findall(r'<span id="item-', text)) == len(ITEMS)
        assert "(../guide/chapter.md#one)" in text


def test_without_a_trace_there_is_no_page(project: Project) -> None:
    assert "docs/about/trace.md" not in {a.path for a in assemble(project.load(), Plan(("he",)))}
