"""Site → staged tree: both languages whole, fallbacks visible, links right, and only what depends on an edit changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from amatmida.adapters.disk import sync
from amatmida.assemble import Plan, assemble
from amatmida.core.memo import Memo
from amatmida.core.urls import asset_href, href
from amatmida.site import Loader
from support import CHAPTER_EN, Project

THREE = Plan(("he", "en", "ar"))


def staged(project: Project, plan: Plan = THREE) -> dict[str, str]:
    return {a.path: a.content.decode() for a in assemble(project.load(), plan) if isinstance(a.content, bytes)}


def test_every_page_exists_in_every_language(project: Project) -> None:
    tree = staged(project)
    pages = {
        "index",
        "guide/chapter",
        "about/sources",
        "about/checks",
        "course/coverage",
        "practice/index",
        "practice/first",
    }
    expected = {f"docs/{page}{suffix}.md" for page in pages for suffix in ("", ".en", ".ar")}
    assert {path for path in tree if path.endswith(".md")} == expected


def test_a_missing_translation_shows_hebrew_with_a_banner(project: Project) -> None:
    page = staged(project)["docs/guide/chapter.ar.md"]
    assert 'class="amat-banner" role="note" lang="ar" dir="rtl"' in page
    assert '<div markdown="1" lang="he" dir="rtl">' in page
    assert "## אחד {#one}" in page


def test_a_stale_translation_shows_hebrew_with_a_banner(project: Project) -> None:
    assert "One fact" in staged(project)["docs/guide/chapter.en.md"]
    project.replace("docs/guide/chapter.md", "עובדה אחת", "עובדה אחרת")
    page = staged(project)["docs/guide/chapter.en.md"]
    assert "out of date" in page
    assert "עובדה אחרת" in page
    assert "One fact" not in page
    project.write("docs/guide/chapter.en.md", CHAPTER_EN.format(hash=project.stamp()))
    assert "One fact" in staged(project)["docs/guide/chapter.en.md"]


def test_citations_become_links_to_the_sources_page(project: Project) -> None:
    tree = staged(project)
    assert "(../about/sources.md#decision-489){ .amat-cite .amat-cite-seed }" in tree["docs/guide/chapter.md"]
    assert '<span id="decision-489"></span>' in tree["docs/about/sources.md"]


def test_blocks_and_citations_in_code_are_left_alone(project: Project) -> None:
    project.replace("docs/index.md", "# בית\n", "# בית\n\n```\n/// quiz | first\n[@inference]\n```\n")
    page = staged(project)["docs/index.md"]
    assert "```\n/// quiz | first\n[@inference]\n```" in page


def test_one_key_serves_every_language(project: Project) -> None:
    fragments = {path: text for path, text in staged(project).items() if path.startswith("fragments/quiz-first")}
    assert {path.split("-")[2] for path in fragments} == {"he", "en", "ar"}
    for text in fragments.values():
        assert text.count('"correct":true') == 1
        assert '"answer":false' in text


def test_editing_one_quiz_restages_only_what_depends_on_it(project: Project, tmp_path: Path) -> None:
    project.write("docs/guide/other.md", "---\ntitle: אחר\ndescription: אחר.\n---\n\n# אחר\n\nעובדה [@inference].\n")
    loader, memo, target = Loader(project.root), Memo(), tmp_path / "stage"
    sync(assemble(loader.load(), Plan(), memo), target)
    assert sync(assemble(loader.load(), Plan(), memo), target).written == ()
    project.replace("quizzes/first.yml", "That is an output", "That is only an output")
    done = sync(assemble(loader.load(), Plan(), memo), target)
    pages = {path for path in done.written if path.startswith("docs/")}
    assert pages == {"docs/guide/chapter.en.md", "docs/practice/first.en.md"}, "the Hebrew words did not change"


def test_the_same_input_gives_the_same_bytes(project: Project) -> None:
    assert staged(project) == staged(project)


def test_edit_links_lead_to_the_authored_file(project: Project) -> None:
    edit = {a.path: a.edit for a in assemble(project.load(), THREE)}
    assert edit["docs/guide/chapter.md"] == "docs/guide/chapter.md"
    assert edit["docs/guide/chapter.en.md"] == "docs/guide/chapter.en.md"
    assert edit["docs/guide/chapter.ar.md"] == "docs/guide/chapter.md"
    assert edit["docs/practice/first.en.md"] == "quizzes/first.yml"
    assert edit["docs/about/sources.md"] == "course/sources.yml"


def test_a_quiz_that_is_gone_leaves_words_in_its_place(project: Project) -> None:
    project.replace("docs/guide/chapter.md", "/// quiz | first", "/// quiz | gone")
    text = " ".join(staged(project).values())
    assert "quiz gone: לא נמצא" in text


@pytest.mark.parametrize(
    ("page", "ref", "pretty", "plain"),
    [
        ("guide/a.md", "guide/b.md#x", "../b/#x", "b.html#x"),
        ("guide/a.md", "guide/a.md#x", "./#x", "a.html#x"),
        ("guide/index.md", "guide/a.md", "a/", "a.html"),
        ("index.md", "guide/a.md", "guide/a/", "guide/a.html"),
        ("guide/a.md", "index.md", "../../", "../index.html"),
        ("practice/q.md", "guide/index.md", "../../guide/", "../guide/index.html"),
    ],
)
def test_links_fit_both_kinds_of_address(page: str, ref: str, pretty: str, plain: str) -> None:
    assert href(page, ref, True) == pretty
    assert href(page, ref, False) == plain


def test_shared_files_are_one_folder_further_for_translations() -> None:
    assert asset_href("guide/a.md", "he", "assets/p.svg", True) == "../../assets/p.svg"
    assert asset_href("guide/a.md", "en", "assets/p.svg", True) == "../../../assets/p.svg"
    assert asset_href("index.md", "he", "assets/p.svg", True) == "assets/p.svg"
