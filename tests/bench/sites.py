"""The same generated Markdown, built by this project and by stock Material + static-i18n."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import yaml

from amatmida.core.text import text_hash

ROOT = Path(__file__).parents[2]
QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
HEBREW = [
    "שירות",
    "מדידה",
    "תוצאה",
    "תפוקה",
    "מדד",
    "מפעיל",
    "משרד",
    "מכרז",
    "נתונים",
    "למידה",
    "שיפור",
    "איכות",
    "מועילות",
    "שיתוף",
    "משפחה",
    "קהילה",
    "צוות",
    "תוכנית",
    "הערכה",
    "שינוי",
    "השפעה",
    "יעד",
    "בסיס",
    "מקור",
    "דיווח",
    "נטל",
    "תמריץ",
    "סיכון",
    "הבטחה",
    "תקציב",
    "רשות",
    "פיקוח",
    "קשר",
    "אמון",
    "ידע",
]
ENGLISH = [
    "service",
    "measurement",
    "outcome",
    "output",
    "indicator",
    "operator",
    "ministry",
    "tender",
    "data",
    "learning",
    "improvement",
    "quality",
    "effect",
    "participation",
    "family",
    "community",
    "team",
    "programme",
    "evaluation",
    "change",
    "baseline",
    "target",
    "source",
    "report",
    "burden",
    "risk",
    "trust",
]
CASES = "forum/cases"


@dataclass(frozen=True)
class Built:
    """How long a build took and how much it wrote."""

    seconds: float
    megabytes: float


def case(number: int, words: list[str], title: str, stamp: str = "") -> str:
    """A page like a case study: five sections, about 400 words, the same for the same number."""
    pick = random.Random(number)
    parts = [f"---\ntitle: {title}\ndescription: {title}.\n{stamp}---\n", f"# {title}\n"]
    for section in range(5):
        sentence = " ".join(pick.choices(words, k=80))
        parts.append(f"## {words[section]} {number} {{#part-{section}}}\n\n{sentence}.\n\n- {words[0]}\n- {words[1]}\n")
    return "\n".join(parts)


def write_cases(docs: Path, count: int) -> None:
    """`count` Hebrew pages and their English translations."""
    folder = docs / CASES
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        title = f"מקרה {number}"
        hebrew = case(number, HEBREW, title)
        body = hebrew.split("---\n", 2)[2]
        words = f"{title}\n{title}.\n{body}"
        stamp = f"translates: {text_hash(words)}\n"
        (folder / f"case-{number:04}.md").write_text(hebrew, encoding="utf-8")
        (folder / f"case-{number:04}.en.md").write_text(
            case(number, ENGLISH, f"Case {number}", stamp), encoding="utf-8"
        )


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


def stock_project(folder: Path, staged: Path) -> Path:
    """Stock Material + static-i18n on the Markdown that this project's renderer gets, everything in nav."""
    shutil.copytree(staged, folder / "docs")
    shutil.rmtree(folder / "docs/assets/amatmida", ignore_errors=True)
    languages = [
        {"locale": "he", "name": "עברית", "default": True, "build": True},
        {"locale": "en", "name": "English", "build": True},
    ]
    config = {
        "site_name": "stock",
        "theme": {"name": "material", "language": "he", "features": ["navigation.tabs", "navigation.sections"]},
        "plugins": ["search", {"i18n": {"docs_structure": "suffix", "languages": languages}}],
        "markdown_extensions": ["admonition", "attr_list", "md_in_html", "tables", {"toc": {"permalink": True}}],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    return folder


def build(project: Path) -> Built:
    """One clean build in a process of its own."""
    tool = Path(sys.executable).with_name("mkdocs")
    started = time.perf_counter()
    done = subprocess.run(
        [str(tool), "build", "--clean", "-q"], cwd=project, env=QUIET, capture_output=True, text=True, check=False
    )
    seconds = time.perf_counter() - started
    if done.returncode:
        raise SystemExit(f"{project}: {done.stderr[-2000:]}")
    size = sum(f.stat().st_size for f in (project / "site").rglob("*") if f.is_file())
    return Built(seconds, size / 1e6)
