"""Which files of course/logic_models/ hold what, and the entries each gives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from amatmida.core.catalog import Document, Entry, Kind
from amatmida.logic_model.model import LogicModel, Matrix


def _entries(document: Document[Any]) -> Iterator[Entry[Any]]:
    file = document.record
    if isinstance(file, LogicModel):
        yield Entry("logic-model", file.model, file, document, ("model",), file.was)
    else:
        yield Entry("matrix", file.matrix, file, document, ("matrix",), file.was)
        for index, item in enumerate(file.items):
            yield Entry("matrix-item", item.id, item, document, ("items", index))
    for index, exercise in enumerate(file.exercises):
        yield Entry("exercise", exercise.id, exercise, document, ("exercises", index), exercise.was)


KINDS = (
    Kind("logic-model", "course/logic_models/*.yml", "model", LogicModel, _entries),
    Kind("matrix", "course/logic_models/*.yml", "matrix", Matrix, _entries),
)
IDS = ("logic-model", "matrix", "exercise")
