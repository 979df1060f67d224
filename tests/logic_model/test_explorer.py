"""The explorer as the server writes it, and the one list of items that four files share."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from amatmida.core.catalog import Catalog, Document, build_catalog
from amatmida.core.model import Lang
from amatmida.core.setting import Setting
from amatmida.locale import strings
from amatmida.logic_model.explorer import render_explorer
from amatmida.logic_model.kinds import KINDS
from amatmida.logic_model.matrix_checks import check_matrix
from amatmida.logic_model.model import Matrix
from amatmida.site import Site
from amatmida.trace.codes import ITEMS
from amatmida.worksheet.kinds import KINDS as SHEETS
from amatmida.worksheet.model import Worksheet
from support import ROOT

MATRIX = """
matrix: tiny
title: {he: "קטן", en: "Tiny"}
note: {he: "הערה <b>", en: "A note <b>"}
principles: [{id: voice, text: {he: "קול & מענה", en: "Voice & response"}}]
columns: [{id: do, text: {he: "פעולות: תכנון", en: "Actions: planning"}, short: {he: "פעולות", en: "Actions"}}]
stages: [{id: before, text: {he: "לפני", en: "Before"}}, {id: during, text: {he: "בזמן", en: "During"}}]
roles: [{id: planner, text: {he: "תכנון", en: "Planning"}}]
items:
  - id: p1-a1
    code: "1.A1"
    principle: voice
    column: do
    stages: [before, during]
    roles: [planner]
    text: {he: "נשמעו \\"כולם\\"", en: "Everybody was heard"}
    pages: [guide/chapter.md#one]
    cases: [cases/one.md]
checklist: {worksheet: sheet, section: marks, page: guide/sheet.md#worksheet}
"""
SHEET = """
worksheet: sheet
title: {he: "דף", en: "Sheet"}
intro: {he: "דף", en: "Sheet"}
page: guide/chapter.md#one
audience: [trainer]
minutes: 5
sections:
  - id: marks
    title: {he: "סימון", en: "Marks"}
    scored:
      scale: [{id: none, score: 0, label: {he: "לא", en: "None"}}, {id: full, score: 1, label: {he: "כן", en: "Full"}}]
      items: [{id: voice, code: "1.A1", text: {he: "נשמעו?", en: "Heard?"}}]
exports: [json]
"""
ITEM = """\
<li class="lm-item" id="lm-p1-a1" data-id="p1-a1" data-principle="voice" data-column="do" data-stage="before during" data-role="planner" data-mark-of="marks.voice">
<p class="lm-words"><bdi class="lm-code" dir="ltr">1.A1</bdi> <span id="lm-p1-a1-text">Everybody was heard</span></p>
<dl>
<div><dt>Column</dt><dd>Actions: planning</dd></div>
<div><dt>Stage</dt><dd>Before, During</dd></div>
<div><dt>Role</dt><dd>Planning</dd></div>
<div class="lm-links"><dt>Read</dt><dd><ul role="list">
<li><a href="to/guide/chapter.md#one">About guide/chapter.md#one</a></li></ul></dd></div>
<div class="lm-links"><dt>Cases</dt><dd><ul role="list">
<li><a href="to/cases/one.md">About cases/one.md</a></li></ul></dd></div>
<div class="lm-links"><dt>Self-assessment</dt><dd><span class="lm-mark"></span> <a href="to/guide/sheet.md#ws-sheet-marks-voice">Mark item <bdi class="lm-code" dir="ltr">1.A1</bdi></a></dd></div>
</dl>
</li>
"""
ROW = """\
<tr><th scope="row">1. Voice &amp; response</th><td><ul role="list"><li data-of="p1-a1">\
<a href="#lm-p1-a1" aria-describedby="lm-p1-a1-text"><bdi class="lm-code" dir="ltr">1.A1</bdi></a></li></ul></td></tr>
"""


def catalog(sheet: str = SHEET) -> Catalog:
    made = [
        Document("course/logic_models/tiny.yml", "matrix", Matrix.model_validate(yaml.safe_load(MATRIX))),
        Document("course/worksheets/sheet.yml", "worksheet", Worksheet.model_validate(yaml.safe_load(sheet))),
    ]
    kinds = {kind.name: kind for kind in (*KINDS, *SHEETS)}
    return build_catalog(made, lambda document: kinds[document.kind].entries(document))[0]


def render(lang: Lang, known: Catalog | None = None) -> str:
    setting = Setting(
        lang, "guide/explorer.md", known or catalog(),
        href=lambda ref: f"to/{ref}", label=lambda ref: f"About {ref}", asset=lambda src: f"../{src}",
    )  # fmt: skip
    return render_explorer(setting, "tiny")


def test_an_item_its_code_in_the_table_and_what_it_leads_to() -> None:
    html = render("en")
    assert ITEM in html
    assert ROW in html
    assert "A note &lt;b&gt;" in html and html.count("A note") == 1
    assert '"records":["sheet"],"scale":[{"id":"none","label":"None","score":0.0}' in html
    assert "\n\n" not in html


def test_hebrew_runs_from_the_right_and_codes_from_the_left() -> None:
    html = render("he")
    assert '<amat-explorer class="lm-explorer" lang="he" dir="rtl">' in html
    assert "נשמעו &#34;כולם&#34;" in html
    assert html.count("1.A1") == html.count('dir="ltr">1.A1</bdi>') == 3


@pytest.mark.parametrize("lang", ["he", "en"])
def test_without_a_worksheet_there_is_nothing_to_mark(lang: Lang) -> None:
    html = render(lang, catalog(SHEET.replace("- id: marks", "- id: other")))
    assert "lm-mine" not in html and "#ws-" not in html and '"records":[]' in html


def codes_of(sheet: str) -> list[tuple[str, str]]:
    known = catalog(sheet)
    found = check_matrix(known.all("matrix")["tiny"], known)
    return [(p.code, p.message("en")) for p in found if p.code.startswith("L")]


def test_the_worksheet_holds_the_items_of_the_matrix_and_no_other() -> None:
    assert codes_of(SHEET) == []
    code, said = codes_of(SHEET.replace('"1.A1"', '"1.A2"'))[0]
    assert code == "L017"
    assert "course/worksheets/sheet.yml" in said
    assert "Missing there: 1.A1. Only there: 1.A2. Twice: –." in said
    more = '[{id: voice, code: "1.A1", text: {he: "?", en: "?"}}, {id: two, code: "1.A1", text: {he: "?", en: "?"}}]'
    assert "Twice: 1.A1." in codes_of(re.sub(r"(?<=items: )\[.*\]", more, SHEET))[0][1]
    assert codes_of(SHEET.replace("- id: marks", "- id: other"))[0][0] == "L018"


def test_sixty_items_stand_in_matrix_trace_and_worksheet(real_site: Site) -> None:
    known = real_site.catalog
    matrix = known.all("matrix")["six-principles"].record
    assert matrix.checklist, "without it nobody compares the matrix with its worksheet"
    sheet = known.all("worksheet")[matrix.checklist.worksheet].record
    marked = next(one for one in sheet.sections if one.id == matrix.checklist.section).scored.items
    assert sorted(item.code for item in matrix.items) == sorted(row.code for row in marked) == sorted(ITEMS)
    assert set(known.all("trace.principles")) == set(ITEMS)
    for kind in ("page", "page.en"):
        body = known.all(kind)["methods/six-principles.md"].record.body.partition("{#items}")[2]
        assert sorted(re.findall(r"^\| `(\d\.[ASIOG]\d)` \| [^|]+ \|$", body, re.M)) == sorted(ITEMS)


def test_the_languages_have_the_same_words_to_say() -> None:
    he, en, ar = (strings(lang, "explorer") for lang in ("he", "en", "ar"))
    assert he["page"].keys() == en["page"].keys() == ar["page"].keys()
    assert he["browser"].keys() == en["browser"].keys() == ar["browser"].keys()


def test_every_element_has_the_module_its_name_says() -> None:
    package = ROOT / "plugins/amatmida"
    sources = [f for suffix in ("html", "py") for f in package.rglob(f"*.{suffix}")]
    names = {name for f in sources for name in re.findall(r"<amat-([a-z-]+)", f.read_text(encoding="utf-8"))}
    assert {"quiz", "worksheet", "my-data", "explorer"} <= names
    missing = [name for name in sorted(names) if not Path(package / "web" / name / "define.js").is_file()]
    assert missing == []
