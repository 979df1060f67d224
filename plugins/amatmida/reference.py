"""The page of Problem codes, from the one table of their texts."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Any

from amatmida.core.model import Lang
from amatmida.core.problem import problem_texts
from amatmida.core.tables import table


def checks_body(lang: Lang, t: dict[str, Any]) -> str:
    """Every code with what it means and what to do, grouped by its letter."""
    own = "he" if lang == "he" else "en"
    parts = [t["checks_intro"], ""]
    codes = sorted(problem_texts().items())
    for letter, group in groupby(codes, key=lambda pair: pair[0][0]):
        parts += [f"## {t['code_groups'][letter]} {{#codes-{letter.lower()}}}", ""]
        rows = [
            [f'<span id="{code.lower()}"></span>`{code}`', _plain(row[own]), _plain(row[f"fix_{own}"])]
            for code, row in group
        ]
        parts += [table([t["code"], t["meaning"], t["what_to_do"]], rows), ""]
    return "\n".join(parts)


_PLACEHOLDER = re.compile(r"(?<!\{)\{\w+\}(?!\})")


def _plain(template: str) -> str:
    """A message template as a table cell: placeholders stand as …, nothing reads as Markdown, HTML or attributes."""
    text = _PLACEHOLDER.sub("…", template).replace("{{", "{").replace("}}", "}")
    return re.sub(r"[<{*\[_`]", lambda m: f"&#{ord(m[0])};", text)
