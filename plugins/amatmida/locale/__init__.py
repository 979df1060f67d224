"""Interface strings: one YAML file per room and language, the same keys in each (a test holds them together)."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent


@cache
def strings(lang: str, room: str) -> dict[str, Any]:
    """The strings of one room ("quiz", "page") in one language."""
    table: dict[str, Any] = yaml.safe_load((HERE / f"{room}.{lang}.yml").read_text(encoding="utf-8"))
    return table
