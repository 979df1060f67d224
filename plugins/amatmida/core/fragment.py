"""Small things every room needs that writes HTML: plain words, filled sentences, data a page carries. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from amatmida.core.model import Lang, Text
from amatmida.core.text import shown


def plain(text: Text, lang: Lang) -> str:
    """The words alone, for places that hold no markup (a choice in a list, an alt text)."""
    return re.sub(r"\*\*|`", "", shown(text, lang).value)


def fill(template: str | Mapping[str, str], **values: object) -> str:
    """Put values into {names}; a template with one/other forms is chosen by `n`."""
    if not isinstance(template, str):
        template = template["one" if values["n"] == 1 else "other"]
    return re.sub(r"\{(\w+)\}", lambda found: str(values[found[1]]), template)


def compact(markup: str) -> str:
    """No blank lines and no indentation: a Markdown parser around us must see one block."""
    return "\n".join(line.strip() for line in markup.splitlines() if line.strip())


def inert_json(data: Any) -> str:
    """JSON that no HTML parser can take for markup: every `<` is escaped, so neither a tag nor a comment can start."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


@cache
def templates(module: str) -> Environment:
    """The HTML templates in the folder `templates` beside a module (its `__file__`); a name they lack is an error."""
    return Environment(
        loader=FileSystemLoader(Path(module).parent / "templates"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
