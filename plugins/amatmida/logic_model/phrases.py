"""Sentences of ours around an author's words, in every language at once."""

from __future__ import annotations

from typing import Any

from amatmida.core.model import Lang, Text
from amatmida.core.text import shown
from amatmida.locale import strings

LANGS: tuple[Lang, ...] = ("he", "en", "ar")


def phrase(key: str, **values: Text | str | int) -> Text:
    """The sentence `exercise.<key>` with values put into it; Arabic only where every text of the author has it."""
    texts = [value for value in values.values() if isinstance(value, Text)]
    langs = [lang for lang in LANGS if lang != "ar" or all(text.ar for text in texts)]
    return Text.model_validate({lang: _filled(key, lang, values) for lang in langs})


def _filled(key: str, lang: Lang, values: dict[str, Any]) -> str:
    table: Any = strings(lang, "logic_model")["exercise"]
    for part in key.split("."):
        table = table[part]
    words = {name: shown(v, lang).value if isinstance(v, Text) else v for name, v in values.items()}
    return str(table).format(**words)


def kind_name(kind: str) -> Text:
    """The name of a column."""
    return Text.model_validate({lang: strings(lang, "logic_model")["browser"]["kinds"][kind] for lang in LANGS})
