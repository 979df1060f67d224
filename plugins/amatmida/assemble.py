"""Site → artifacts: a complete docs tree (authored pages and generated ones) and the fragments pages embed.

Pure: nothing is written here. Renderers (MkDocs, ProperDocs, Zensical) build the tree that adapters/disk.py lays out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from amatmida.browser_files import browser_files
from amatmida.core.artifact import Artifact
from amatmida.core.memo import Memo
from amatmida.core.model import Lang
from amatmida.edition import DOCS, FRAGMENTS, Edition
from amatmida.site import Site

__all__ = ["DOCS", "FRAGMENTS", "Plan", "assemble"]


@dataclass(frozen=True)
class Plan:
    """What to assemble."""

    langs: tuple[Lang, ...] = ("he", "en")
    directory_urls: bool = True


def assemble(site: Site, plan: Plan, memo: Memo | None = None) -> list[Artifact]:
    """Everything that goes below the staging folder, sorted by path, each path once.

    With the `memo` of an earlier call, only what depends on a changed file is made again.
    """
    found = {artifact.path: artifact for artifact in _all(site, plan, memo or Memo())}
    return [found[path] for path in sorted(found)]


def _all(site: Site, plan: Plan, memo: Memo) -> Iterator[Artifact]:
    for path in sorted(site.files):
        yield Artifact(f"{DOCS}/{path}", site.root / "docs" / path, f"docs/{path}")
    yield from browser_files(f"{DOCS}/assets/amatmida")
    for lang in plan.langs:
        yield from Edition(site, lang, plan.directory_urls, memo).artifacts()
