"""The practice quiz, changed for a test, and the data its page carries."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, get_args

from amatmida.core.model import Lang
from amatmida.quiz.items import Item
from html_tree import Element
from web.quiz_site import load

LANGS: tuple[Lang, ...] = ("he", "en", "ar")
TYPES = {model.model_fields["type"].annotation.__args__[0] for model in get_args(get_args(Item)[0])}


def data_of(root: Element) -> dict[str, Any]:
    (script,) = root.find("script")
    data: dict[str, Any] = json.loads(script.text())
    return data


def changed(change: Mapping[str, Any], **of_item: Any) -> dict[str, Any]:
    """The practice quiz with other fields, and with other fields in every item."""
    quiz = load("practice")
    quiz["items"] = [{**item, **of_item} for item in quiz["items"]]
    return {**quiz, **change}
