"""Plain data against an author's model: pydantic's errors become Problems at the exact line."""

from __future__ import annotations

import difflib
import types
import typing
from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from amatmida.core.model import ID_PATTERN
from amatmida.core.problem import Problem, problem
from amatmida.core.source import Loc, Tree

LANGS = frozenset({"he", "en", "ar"})
M = TypeVar("M", bound=BaseModel)

# What pydantic expected, in words an author knows (locale/problems.yml holds the sentences).
_EXPECTED = {
    "string_type": "text / טקסט",
    "int_type": "a whole number / מספר שלם",
    "int_parsing": "a whole number / מספר שלם",
    "int_from_float": "a whole number / מספר שלם",
    "float_type": "a number / מספר",
    "float_parsing": "a number / מספר",
    "bool_type": "true or false / true או false",
    "bool_parsing": "true or false / true או false",
    "tuple_type": "a list / רשימה",
    "list_type": "a list / רשימה",
    "dict_type": "named fields / שדות עם שמות",
    "model_type": "named fields / שדות עם שמות",
    "model_attributes_type": "named fields / שדות עם שמות",
    "date_type": "a date YYYY-MM-DD / תאריך",
    "date_parsing": "a date YYYY-MM-DD / תאריך",
    "date_from_datetime_parsing": "a date YYYY-MM-DD / תאריך",
}


def validate(model: type[M], tree: Tree, path: str) -> tuple[M | None, list[Problem]]:
    """The record, or None and why not."""
    try:
        return model.model_validate(tree.data), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        return None, [_problem(model, tree, path, d) for d in details if not _only_follows(d, details)]


def _only_follows(detail: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """A list is also called too short when its items have faults of their own; those say it better."""
    loc = detail["loc"]
    inside = (other["loc"] for other in details if len(other["loc"]) > len(loc))
    return detail["type"] == "too_short" and any(other[: len(loc)] == loc for other in inside)


def _problem(model: type[BaseModel], tree: Tree, path: str, detail: ErrorDetails) -> Problem:
    loc, kind = locate(tree.data, detail["loc"]), detail["type"]
    if kind in {"missing", "extra_forbidden"}:
        return _field(model, tree, path, loc, detail)
    if kind in {"literal_error", "union_tag_invalid", "union_tag_not_found"}:
        return _choice(tree, path, loc, detail)
    return _value(tree, path, loc, detail)


def _field(model: type[BaseModel], tree: Tree, path: str, loc: Loc, detail: ErrorDetails) -> Problem:
    name, line = str(detail["loc"][-1]), tree.line(loc)
    if detail["type"] == "missing":
        return problem(path, line, "M002" if name == "he" else "M001", field=name, where=dotted(loc) or "·")
    known = sorted(fields_near(model, tree.data, loc[:-1]))
    return problem(path, line, "M003", field=name, near=near(name, known), where=dotted(loc))


def _value(tree: Tree, path: str, loc: Loc, detail: ErrorDetails) -> Problem:
    where, line, kind, got = dotted(loc), tree.line(loc), detail["type"], detail["input"]
    if kind == "string_too_short" and loc[-1] in LANGS:
        code, lang = ("M002", {}) if loc[-1] == "he" else ("T001", {"lang": loc[-1]})
        return problem(path, line, code, where=dotted(loc[:-1]), **lang)
    if detail.get("ctx", {}).get("pattern") == ID_PATTERN:
        return problem(path, line, "M008", id=got)
    if kind in _EXPECTED:
        return problem(path, line, "M004", where=where, expected=_EXPECTED[kind], got=got)
    return problem(path, line, "M006", where=where, reason=detail["msg"], got=got)


def _choice(tree: Tree, path: str, loc: Loc, detail: ErrorDetails) -> Problem:
    context = detail.get("ctx", {})
    options = [w.strip(" '") for w in str(context.get("expected") or context.get("expected_tags") or "").split(",")]
    options = [piece for option in options for piece in option.split("' or '") if piece]
    got = context.get("tag", "" if detail["type"] == "union_tag_not_found" else detail["input"])
    tagged = (*loc, "type") if detail["type"].startswith("union") else loc
    return problem(
        path,
        tree.line(tagged),
        "M005",
        where=dotted(tagged),
        got=got,
        near=near(str(got), options),
        options=" ".join(options),
    )


def locate(data: Any, loc: Loc) -> Loc:
    """Pydantic's loc without the steps that are not in the data (a union's tag, a key marker)."""
    kept: list[str | int] = []
    for step in loc:
        known = step in data if isinstance(data, dict) else isinstance(data, list) and step in range(len(data))
        if known:
            data = data[step]
            kept.append(step)
    return tuple(kept)


def dotted(loc: Loc) -> str:
    """("items", 2, "prompt") → items[2].prompt"""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in loc)
    return text.removeprefix(".")


def near(name: str, known: list[str]) -> str:
    """The known name an author probably meant, or all of them."""
    close = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    return close[0] if close else " ".join(known)


def fields_near(model: type[BaseModel], data: Any, loc: Loc) -> set[str]:
    """Field names that may stand at `loc`, whichever union member is meant there."""
    models: set[type[BaseModel]] = {model}
    for step in loc:
        if isinstance(step, int):
            data = data[step]
            continue
        data = data[step]
        hints = (m.model_fields[step].annotation for m in models if step in m.model_fields)
        models = {found for hint in hints for found in _models_in(hint)}
        tag = data.get("type") if isinstance(data, dict) else None
        models = {m for m in models if tag is None or _accepts_tag(m, tag)} or models
    if isinstance(data, dict) and "type" in data:
        models = {m for m in models if _accepts_tag(m, data["type"])} or models
    return {name for m in models for name in m.model_fields}


def _accepts_tag(model: type[BaseModel], tag: Any) -> bool:
    field = model.model_fields.get("type")
    return field is None or tag in typing.get_args(field.annotation)


def _models_in(hint: Any) -> Iterator[type[BaseModel]]:
    if isinstance(hint, type) and not isinstance(hint, types.GenericAlias) and issubclass(hint, BaseModel):
        yield hint
    for part in typing.get_args(hint):
        yield from _models_in(part)
