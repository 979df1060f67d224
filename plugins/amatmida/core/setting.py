"""One page in one language, as a room sees it that shows something there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from amatmida.core.catalog import Catalog
from amatmida.core.model import Lang

Label = Callable[[str], str]
"""A page reference ("guide/x.md#a") → the title of the page or section in the reader's language."""


@dataclass(frozen=True)
class Setting:
    """Where a fragment is shown, and what lies around it."""

    lang: Lang
    page: str
    """Id of the page that embeds the fragment."""
    catalog: Catalog
    href: Callable[[str], str]
    """A page reference → the relative link from the page."""
    label: Label
    asset: Callable[[str], str]
    """A file's path below docs/ → the relative link."""
