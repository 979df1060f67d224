"""JSON Schemas of everything an author writes in YAML; editors complete and check with them."""

from __future__ import annotations

import json
from collections.abc import Iterator

from pydantic import BaseModel

from amatmida.core.artifact import Artifact
from amatmida.prose.model import PageMeta, TranslationMeta
from amatmida.site import KINDS


def schema_files() -> Iterator[Artifact]:
    """One schema a kind of file; quizzes/ holds two kinds, so its schema is either."""
    by_pattern: dict[str, list[type[BaseModel]]] = {}
    names: dict[str, str] = {}
    for kind in KINDS:
        by_pattern.setdefault(kind.pattern, []).append(kind.model)
        names.setdefault(kind.pattern, kind.name)
    for pattern, models in by_pattern.items():
        yield _file(names[pattern], models)
    yield _file("page", [PageMeta])
    yield _file("translation", [TranslationMeta])


def _file(name: str, models: list[type[BaseModel]]) -> Artifact:
    schema = models[0].model_json_schema() if len(models) == 1 else _either(models)
    full = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return Artifact.text(f"{name}.schema.json", json.dumps(full, ensure_ascii=False, indent=2, sort_keys=True))


def _either(models: list[type[BaseModel]]) -> dict[str, object]:
    definitions: dict[str, object] = {}
    for model in models:
        schema = model.model_json_schema()
        definitions.update(schema.pop("$defs", {}))
        definitions[model.__name__] = schema
    return {"oneOf": [{"$ref": f"#/$defs/{model.__name__}"} for model in models], "$defs": definitions}
