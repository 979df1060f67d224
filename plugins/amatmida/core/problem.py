"""A Problem: one mistake in an authored file, where it is, and what to do about it, in Hebrew and English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

TEXTS = Path(__file__).parent.parent / "locale" / "problems.yml"


@cache
def problem_texts() -> dict[str, dict[str, str]]:
    """Code → {en, he, fix_en, fix_he}; the one table behind messages and docs/about/checks.md."""
    table: dict[str, dict[str, str]] = yaml.load(TEXTS.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return table


@dataclass(frozen=True, order=True)
class Problem:
    """`path` is relative to the project; `line` starts at 1; `values` fill the code's message."""

    path: str
    line: int
    code: str
    values: tuple[tuple[str, str], ...] = field(default=())

    def _text(self, key: str) -> str:
        return problem_texts()[self.code][key].format(**dict(self.values))

    def message(self, lang: str = "en") -> str:
        """What is wrong."""
        return self._text("he" if lang == "he" else "en")

    def fix(self, lang: str = "en") -> str:
        """What to do."""
        return self._text("fix_he" if lang == "he" else "fix_en")

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.code} {self.message()} {self.fix()}"


def problem(path: str, line: int, code: str, **values: Any) -> Problem:
    """A Problem with its values as short, printable strings, in a fixed order."""
    return Problem(path, line, code, tuple(sorted((k, printable(v)) for k, v in values.items())))


def printable(value: Any, limit: int = 80) -> str:
    """One line without control characters (a terminal obeys them), cut at `limit` characters."""
    text = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in str(value))
    return text if len(text) <= limit else text[: limit - 1] + "…"


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sorted, each once."""
    return sorted(set(problems))


def both_languages(found: Problem) -> Iterator[str]:
    """The terminal lines of one Problem: English with its place, then Hebrew."""
    yield f"{found.path}:{found.line}: {found.code} {found.message('en')} → {found.fix('en')}"
    yield f"    {found.message('he')} ← {found.fix('he')}"
