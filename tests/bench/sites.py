"""The same generated Markdown, built by this project and by stock Material + static-i18n."""

from __future__ import annotations

import functools
import os
import random
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from amatmida.core.text import text_hash

ROOT = Path(__file__).parents[2]
QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
CASES = "forum/cases"


@dataclass(frozen=True)
class Built:
    """How long a build took and how much it wrote."""

    seconds: float
    megabytes: float


@functools.cache
def words_of(suffix: str, letters: str) -> tuple[str, ...]:
    """Every word of the authored pages of one language, as often as it stands there.

    Words drawn from it are as common or as rare as on the site. (The 35 words that the cases were made of before stood
    four times as often as the commonest terms of the site do, and on every page.)
    """
    files = (file for file in sorted((ROOT / "docs").rglob("*.md")) if file.name.count(".") == suffix.count("."))
    text = "\n".join(
        file.read_text(encoding="utf-8").split("---\n", 2)[-1] for file in files if file.name.endswith(suffix)
    )
    return tuple(re.findall(letters, re.sub(r"\[@[^]]*]|\{[^}]*}|\]\([^)]*\)|\[\[[^|\]]*\|", " ", text)))


def case(number: int, words: Sequence[str], title: str, stamp: str = "") -> str:
    """A page like a case study: five sections, about 400 words, the same for the same number."""
    pick = random.Random(number)
    parts = [f"---\ntitle: {title}\ndescription: {title}.\n{stamp}---\n", f"# {title}\n"]
    for section in range(5):
        sentence = " ".join(pick.choices(words, k=80))
        head, one, two = pick.choices(words, k=3)
        parts.append(f"## {head} {number} {{#part-{section}}}\n\n{sentence}.\n\n- {one}\n- {two}\n")
    return "\n".join(parts)


def write_cases(docs: Path, count: int) -> None:
    """`count` Hebrew pages and their English translations."""
    folder = docs / CASES
    folder.mkdir(parents=True, exist_ok=True)
    hebrew_words = words_of(".md", r"[א-ת]{2,}")
    english_words = words_of(".en.md", r"\b[A-Za-z]{2,}\b")
    for number in range(count):
        title = f"מקרה {number}"
        hebrew = case(number, hebrew_words, title)
        body = hebrew.split("---\n", 2)[2]
        words = f"{title}\n{title}.\n{body}"
        stamp = f"translates: {text_hash(words)}\n"
        english = case(number, english_words, f"Case {number}", stamp)
        (folder / f"case-{number:04}.md").write_text(hebrew, encoding="utf-8")
        (folder / f"case-{number:04}.en.md").write_text(english, encoding="utf-8")


def our_project(folder: Path, count: int, in_nav: bool) -> Path:
    """A copy of this repository's authored files with `count` cases added."""
    for name in ("docs", "course", "quizzes", "overrides"):
        shutil.copytree(ROOT / name, folder / name)
    write_cases(folder / "docs", count)
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("strict: true", "strict: false")
    if in_nav:
        rows = "".join(f"      - {CASES}/case-{number:04}.md\n" for number in range(count))
        text = text.rstrip("\n") + f"\n  - פורום:\n{rows}"
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    return folder


def stock_project(folder: Path, staged: Path, in_nav: bool = True) -> Path:
    """Stock Material + static-i18n on the Markdown that this project's renderer gets; all in nav, or the start only."""
    shutil.copytree(staged, folder / "docs")
    shutil.rmtree(folder / "docs/assets/amatmida", ignore_errors=True)
    languages = [
        {"locale": "he", "name": "עברית", "default": True, "build": True},
        {"locale": "en", "name": "English", "build": True},
    ]
    config: dict[str, Any] = {
        "site_name": "stock",
        "theme": {"name": "material", "language": "he", "features": ["navigation.tabs", "navigation.sections"]},
        "plugins": ["search", {"i18n": {"docs_structure": "suffix", "languages": languages}}],
        "markdown_extensions": ["admonition", "attr_list", "md_in_html", "tables", {"toc": {"permalink": True}}],
    }
    if not in_nav:
        config["nav"] = ["index.md"]
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    return folder


NO_INDEX = """from amatmida.adapters import indexer, mkdocs_plugin
mkdocs_plugin.is_searched = lambda *_: False
indexer.Indexer.begin = lambda *_: None
"""


def build_without_index(project: Path) -> Built:
    """The same build, but no page is read for the search and no index is made."""
    (project / "no_index.py").write_text(NO_INDEX, encoding="utf-8")
    text = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "no_index.yml").write_text(f"{text}\nhooks: [no_index.py]\nsite_dir: site-without\n", encoding="utf-8")
    return build(project, "no_index.yml")


def build(project: Path, config: str = "mkdocs.yml") -> Built:
    """One clean build in a process of its own."""
    tool = Path(sys.executable).with_name("mkdocs")
    started = time.perf_counter()
    done = subprocess.run(
        [str(tool), "build", "--clean", "-q", "-f", config],
        cwd=project,
        env=QUIET,
        capture_output=True,
        text=True,
        check=False,
    )
    seconds = time.perf_counter() - started
    if done.returncode:
        raise SystemExit(f"{project}: {done.stderr[-2000:]}")
    size = sum(f.stat().st_size for f in (project / "site").rglob("*") if f.is_file())
    return Built(seconds, size / 1e6)
