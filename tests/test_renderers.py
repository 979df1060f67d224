"""The staged tree under real renderers: MkDocs with static-i18n (he, en, ar), ProperDocs, Zensical."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from amatmida.adapters.disk import sync
from amatmida.assemble import Plan, assemble
from support import QUIET, Project

CONFIG = """\
site_name: אתר
site_url: http://127.0.0.1:8000/
strict: {strict}
theme: {{name: material, language: he, font: false, features: [content.action.edit]}}
plugins:
  - amatmida
  - i18n:
      docs_structure: suffix
      languages:
        - {{locale: he, name: עברית, default: true, build: true}}
        - {{locale: en, name: English, build: true}}
        - {{locale: ar, name: العربية, build: true}}
markdown_extensions: [attr_list, md_in_html, tables, {{toc: {{permalink: true}}}}]
extra: {{repository: "https://example.org/team/site"}}
theme_note: null
"""


def run(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    tool = Path(sys.executable).with_name(command[0])
    return subprocess.run([str(tool), *command[1:]], cwd=cwd, capture_output=True, text=True, check=False, env=QUIET)


def configure(project: Project, strict: bool = True) -> None:
    config = CONFIG.format(strict=str(strict).lower()).replace("theme_note: null\n", "")
    project.write("mkdocs.yml", config)


def page(project: Project, path: str) -> str:
    return project.read(f"site/{path}/index.html" if path else "site/index.html")


@pytest.mark.parametrize("tool", ["mkdocs", "properdocs"])
def test_a_site_in_three_languages_builds_strictly(project: Project, tool: str) -> None:
    configure(project)
    done = run(tool, "build", *(["-f", "mkdocs.yml"] if tool == "properdocs" else []), cwd=project.root)
    assert done.returncode == 0, done.stderr
    hebrew, english, arabic = (page(project, f"{lang}guide/chapter") for lang in ("", "en/", "ar/"))
    assert re.match(r'\s*<!doctype html>\s*<html lang="he" dir="rtl"', hebrew)
    assert '<html lang="en" dir="ltr"' in english
    assert '<html lang="ar" dir="rtl"' in arabic
    for html in (hebrew, english, arabic):
        assert html.count("<amat-quiz") == html.count("</amat-quiz>") == 1
        assert "<p><amat-quiz" not in html
    assert "לא תורגמה" in arabic or "لم تُترجم" in arabic
    assert re.search(r'<div (lang="he" dir="rtl"|dir="rtl" lang="he")>', arabic)
    assert 'id="one"' in arabic
    assert "One fact" in english
    assert 'lang="he"' in project.read("site/404.html")[:400]
    assert 'href="https://example.org/team/site/edit/main/docs/guide/chapter.en.md"' in english


def test_the_output_holds_nothing_that_no_browser_asks_for(project: Project) -> None:
    configure(project)
    assert run("mkdocs", "build", cwd=project.root).returncode == 0
    assert list((project.root / "site").rglob("*.map")) == []
    assert list((project.root / "site/assets/javascripts").rglob("*search*.js")) == []
    for lang in ("he", "en", "ar"):
        folder = project.root / f"site/search/{lang}"
        sign = (folder / "digest.txt").read_text(encoding="utf-8")
        assert {p.name for p in folder.iterdir()} == {"words.bin", "terms.bin", "pages.bin", "digest.txt", sign}
        assert {p.name for p in (folder / sign).iterdir()} == {"index", "text", "facet"}
        assert len(list((folder / sign / "text").iterdir())) >= 6


def test_strict_fails_on_a_problem_and_says_where(project: Project) -> None:
    project.replace("quizzes/first.yml", "        correct: true\n", "")
    configure(project)
    done = run("mkdocs", "build", cwd=project.root)
    assert done.returncode == 1
    assert "quizzes/first.yml:10: Q002" in done.stderr
    assert "Traceback" not in done.stderr


def test_authored_files_are_never_written_to(project: Project) -> None:
    configure(project)

    def authored() -> dict[str, int]:
        folders = ("docs", "course", "quizzes")
        return {str(p): p.stat().st_mtime_ns for f in folders for p in (project.root / f).rglob("*")}

    before = authored()
    assert run("mkdocs", "build", cwd=project.root).returncode == 0
    assert authored() == before


def test_zensical_builds_the_staged_tree(project: Project) -> None:
    sync(assemble(project.load(), Plan()), project.root / ".amat/stage")
    project.write(
        "zensical.toml",
        '[project]\nsite_name = "אתר"\ndocs_dir = ".amat/stage/docs"\nsite_dir = "site"\n'
        '[project.theme]\nlanguage = "he"\n'
        "[project.markdown_extensions.attr_list]\n[project.markdown_extensions.md_in_html]\n"
        "[project.markdown_extensions.tables]\n"
        "[project.markdown_extensions.amatmida_embed]\n",
    )
    done = run("zensical", "build", cwd=project.root)
    assert done.returncode == 0, done.stdout + done.stderr
    for path, words in (("guide/chapter", "עובדה אחת"), ("guide/chapter.en", "One fact"), ("practice/first", "ראשון")):
        html = page(project, path)
        assert words in html
        assert html.count("<amat-quiz") == 1
        assert "<p><amat-quiz" not in html
