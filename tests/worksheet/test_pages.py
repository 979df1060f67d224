"""The server's form: everything to print and fill in by hand, nothing a person or an author writes taken for markup."""

from __future__ import annotations

import json
import re

import pytest

from amatmida.assemble import Plan, assemble
from amatmida.core.model import Text
from amatmida.worksheet.pages import render_worksheet
from support import Project
from worksheet.sheets import FIXTURE, catalog, render, setting


def data_of(markup: str) -> dict:
    found = re.search(r'<script type="application/json" class="amat-data">(.*?)</script>', markup, re.S)
    assert found
    return json.loads(found[1])


@pytest.mark.parametrize("lang", ["he", "en"])
def test_every_control_has_a_name_and_ids_are_unique(lang: str) -> None:
    markup = render(lang)
    ids = re.findall(r' id="([^"]+)"', markup)
    assert len(ids) == len(set(ids))
    for control in re.findall(r'<(?:select|textarea|input)[^>]* id="([^"]+)"', markup):
        assert f'for="{control}"' in markup, control
    for described in re.findall(r'aria-(?:describedby|labelledby)="([^"]+)"', markup):
        assert set(described.split()) <= set(ids), described


def test_it_is_one_block_for_a_markdown_parser() -> None:
    assert "\n\n" not in render("he")


def test_rows_start_filled_and_go_on_empty() -> None:
    markup = render("en")
    assert markup.count('class="amat-row" data-row="s') == 3
    assert 'value="Quarterly report"' in markup and 'value="2"' in markup


def test_the_browser_gets_one_language_and_no_markup() -> None:
    data = data_of(render("en"))
    sections = {section["id"]: section for section in data["sections"]}
    assert [section["kind"] for section in data["sections"]] == [
        "form",
        "table",
        "scored",
        "tree",
        "letter",
        "document",
    ]
    assert [step.get("score") for step in sections["readiness"]["scale"]] == [0, 1, 2, None]
    assert sections["appendix"]["heading"] == "Measurement appendix for the service"
    assert sections["work"]["takes"][0]["columns"] == {"task": "title"}
    assert sections["letter"]["text"].count("\n") == 4
    strings = json.dumps({key: value for key, value in data.items() if key != "strings"}, ensure_ascii=False)
    assert "השירות" not in strings


def test_words_of_an_author_are_never_markup() -> None:
    known = catalog()
    sheet = known.all("worksheet")["source"].record
    nasty = sheet.model_copy(update={"title": Text(he='</script><img src=x onerror="x">', en="&amp; <b>")})
    markup = render_worksheet(nasty, setting("he", known))
    assert "<img" not in markup and markup.count("</script>") == 1
    assert data_of(markup)["title"] == '</script><img src=x onerror="x">'


def test_a_missing_translation_is_said() -> None:
    known = catalog()
    sheet = known.all("worksheet")["source"].record
    partly = sheet.model_copy(update={"intro": Text(he="רק בעברית")})
    markup = render_worksheet(partly, setting("en", known))
    assert "amat-banner" in markup and '<p class="amat-intro" lang="he" dir="rtl">' in markup
    assert "amat-banner" not in render("en")


def test_a_block_on_a_page_becomes_the_form_and_its_word_file(project: Project) -> None:
    for file in FIXTURE.glob("*.yml"):
        project.write(f"course/worksheets/{file.name}", file.read_bytes())
    project.replace("docs/guide/chapter.md", "/// quiz | first\n///\n", "/// worksheet | sample\n///\n")
    made = {a.path: a for a in assemble(project.load(), Plan())}
    (fragment,) = (a for path, a in made.items() if path.startswith("fragments/worksheet-sample-he"))
    assert b"<amat-worksheet" in fragment.content
    assert b'href="../../assets/worksheets/sample-he.docx"' in fragment.content
    assert {"docs/assets/worksheets/sample-he.docx", "docs/assets/worksheets/source-en.docx"} <= set(made)
    assert not [p for p in project.problems() if p.code.startswith("W")]


def test_a_worksheet_that_does_not_exist_is_named(project: Project) -> None:
    project.replace("docs/guide/chapter.md", "/// quiz | first\n///\n", "/// worksheet | sampel\n///\n")
    assert "P011" in {p.code for p in project.problems()}
