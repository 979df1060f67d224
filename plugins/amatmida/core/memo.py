"""Remembering what was made while nothing it was made of changed."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")


class Memo:
    """Values by key, each with what it was made of. Records are frozen, so the same object means the same content."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[tuple[Any, ...], Any]] = {}

    def get(self, key: Hashable, needs: tuple[Any, ...], make: Callable[[], T]) -> T:
        """The kept value when every one of `needs` is the same object (or equal text) as before; else a new one."""
        kept = self._kept.get(key)
        if kept is None or not _same(kept[0], needs):
            self._kept[key] = kept = (needs, make())
        value: T = kept[1]
        return value


def _same(before: tuple[Any, ...], now: tuple[Any, ...]) -> bool:
    return len(before) == len(now) and all(
        a is b or (isinstance(a, str) and a == b) for a, b in zip(before, now, strict=True)
    )
