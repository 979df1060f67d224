"""Terms in pages, and the common mistakes that a chapter gets from its misconceptions."""

from __future__ import annotations

import json
import re

import pytest

from amatmida.assemble import Plan, assemble
from amatmida.site import Site
from support import CHAPTER, CHAPTER_EN, Project
from test_glossary import TERMS

HE, EN, AR = "docs/guide/chapter.md", "docs/guide/chapter.en.md", "docs/guide/chapter.ar.md"


def staged(project: Project) -> dict[str, str]:
    made = assemble(project.load(), Plan(("he", "en", "ar")))
    return {a.path: a.content.decode() for a in made if isinstance(a.content, bytes)}


def data(page: str) -> dict[str, object]:
    found = re.search(r'<script type="application/json" id="amat-terms">(.*?)</script>', page)
    assert found
    loaded: dict[str, object] = json.loads(found[1])
    return loaded


@pytest.fixture
def chapter(project: Project) -> Project:
    """A chapter that marks a term three times in two sections, and its translation."""
    project.write("course/glossary.yml", TERMS)
    he = CHAPTER.replace("עובדה אחת", "[[outcome|התוצאות]] ועוד [[outcome|תוצאות]]").replace(
        "עוד עובדה", "[[outcome]] `[[output]]`"
    )
    project.write(HE, he)
    en = (
        CHAPTER_EN.format(hash=project.stamp())
        .replace("One fact", "[[outcome|Outcomes]]")
        .replace("Another", "[[outcome]]")
    )
    project.write(EN, en)
    return project


def test_the_first_mention_in_a_section_is_a_link_and_the_next_are_words(chapter: Project) -> None:
    page = staged(chapter)[HE]
    link = "](../glossary/index.md#outcome){ .amat-term data-term=outcome }"
    assert f"[התוצאות{link} ועוד תוצאות" in page
    assert f"[תוצאה{link} `[[output]]`" in page, "without words the term's name stands there; code stays code"
    assert page.count(link) == 2
    assert chapter.codes() == []


def test_definitions_travel_in_the_page_in_the_language_of_its_reader(chapter: Project) -> None:
    tree = staged(chapter)
    assert data(tree[HE])["terms"] == {"outcome": {"name": "תוצאה", "text": "מה השתנה"}}
    assert data(tree[EN])["terms"] == {"outcome": {"name": "outcome", "text": "what changed"}}
    # Arabic readers get the Hebrew page: the word is Hebrew, the definition has no Arabic and says so.
    arabic = data(tree[AR])
    assert (arabic["lang"], arabic["dir"]) == ("ar", "rtl")
    assert arabic["terms"] == {"outcome": {"name": "نتيجة", "text": "מה השתנה", "lang": "he", "dir": "rtl"}}
    assert "amat-terms" not in tree["docs/index.md"]


def test_a_definition_cannot_end_its_element(chapter: Project) -> None:
    chapter.replace("course/glossary.yml", "what changed", "a < b, **not** `x`")
    page = staged(chapter)[EN]
    assert data(page)["terms"] == {"outcome": {"name": "outcome", "text": "a < b, not x"}}
    assert "a < b" not in page


def test_a_changed_definition_changes_the_pages_that_hold_it(chapter: Project) -> None:
    from amatmida.core.memo import Memo
    from amatmida.site import Loader

    loader, memo = Loader(chapter.root), Memo()
    first = {a.path: a.content for a in assemble(loader.load(), Plan(("he",)), memo)}
    chapter.replace("course/glossary.yml", "מה השתנה", "שינוי אצל אנשים")
    second = {a.path: a.content for a in assemble(loader.load(), Plan(("he",)), memo)}
    changed = {path for path in second if first.get(path) != second[path]}
    assert HE in changed and "docs/index.md" not in changed


def test_an_entry_of_the_glossary_names_the_sections_that_use_it(chapter: Project) -> None:
    page = staged(chapter)["docs/glossary/index.md"]
    assert "מופיע ב: [פרק](../guide/chapter.md#one)" in page
    assert page.count("מופיע ב:") == 1


MISTAKES = "".join(
    f"  - id: idea-{n}\n    text: {{he: רעיון {n}, en: idea {n}}}\n    repair: {{he: תיקון {n}, en: repair {n}}}\n"
    f"    page: guide/chapter.md#two\n"
    for n in range(8)
)


def test_the_most_met_mistakes_come_first_and_the_rest_is_folded(project: Project) -> None:
    project.write("course/misconceptions.yml", project.read("course/misconceptions.yml") + MISTAKES)
    page = staged(project)[HE]
    seen, folded = page.split('<details class="amat-mistakes"')
    assert "## טעויות נפוצות {#common-mistakes}" in seen
    # output-as-outcome stands first: a wrong answer of the quiz names it.
    assert re.findall(r"^\| (מספר|רעיון \d)", seen, re.M) == ["מספר", *(f"רעיון {n}" for n in range(5))]
    assert re.findall(r"^\| (רעיון \d)", folded, re.M) == ["רעיון 5", "רעיון 6", "רעיון 7"]
    assert "תיקון 0 [שניים](#two)" in seen
    assert "One more" not in page and "עוד 3 טעויות" in folded


def test_mistakes_stand_before_the_practice_section(project: Project) -> None:
    project.replace(HE, "## שניים {#two}", "## תרגול {#practice}")
    page = staged(project)[HE]
    assert page.index("{#one}") < page.index("{#common-mistakes}") < page.index("{#practice}")


def test_an_authors_own_section_comes_first_and_the_others_are_folded_into_it(project: Project) -> None:
    project.replace(HE, "## שניים {#two}", "## טעויות {#common-mistakes}\n\nשלנו.\n\n## שניים {#two}")
    page = staged(project)[HE]
    assert page.count("{#common-mistakes}") == 1
    assert page.index("שלנו.") < page.index("עוד טעות אחת") < page.index("{#two}")


def test_front_matter_turns_the_mistakes_off(project: Project) -> None:
    project.replace(HE, "objectives: [goal.one]\n", "objectives: [goal.one]\nmistakes: false\n")
    assert "common-mistakes" not in staged(project)[HE]


def test_every_chapter_shows_at_most_six_open(real_site: Site) -> None:
    pages = [a for a in assemble(real_site, Plan(("he", "en"))) if a.path.startswith("docs/guide/")]
    shown = 0
    for page in pages:
        if isinstance(page.content, bytes) and b"{#common-mistakes}" in page.content:
            text = page.content.decode().split("{#common-mistakes}")[1].split("\n## ")[0].split("<details")[0]
            assert text.count("\n| ") - 2 <= 6, page.path
            shown += 1
    assert shown > 30
