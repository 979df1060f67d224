"""Figures of a card in words: minutes as people say them, group sizes, lists. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from amatmida.method_card.model import Method, Range

DAY = 8 * 60
"""Minutes of a working day."""
_UNITS = ((120, 1, "minutes"), (2 * DAY - 1, 60, "hours"), (10**9, DAY, "days"))
"""(longest span told in this unit, minutes of one, its name)."""


def span(minutes: Range, t: Mapping[str, Any]) -> str:
    """Range(min=60, max=240) → "1 to 4 hours"; working days from two days on."""
    _, size, unit = next(row for row in _UNITS if minutes.max <= row[0])
    return counted(_rounded(minutes.min, size), _rounded(minutes.max, size), t[unit], t["range"])


def _rounded(minutes: int, size: int) -> float:
    """Halves are fine enough for a plan; what is there never becomes nothing."""
    return max(round(2 * minutes / size) / 2, 0.5 if minutes else 0) if size > 1 else minutes


def counted(least: float, most: float, forms: Mapping[str, str], template: str) -> str:
    """A number or a span with its noun, by the forms one/two/other."""
    if least != most:
        return forms["other"].format(n=template.format(min=f"{least:g}", max=f"{most:g}"))
    return forms[{1: "one", 2: "two"}.get(int(most) if most == int(most) else 0, "other")].format(n=f"{most:g}")


def people(card: Method, t: Mapping[str, Any]) -> str:
    """The size of the group."""
    return counted(card.group.min, card.group.max, t["people"], t["range"])


def listed(names: Iterable[str], table: Mapping[str, str]) -> str:
    """Names of a table, in its own order."""
    wanted = set(names)
    return ", ".join(words for name, words in table.items() if name in wanted)
