"""Small static pages around the sample worksheets, in the site's own dress."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from amatmida.core.artifact import Artifact
from amatmida.core.model import Lang
from amatmida.worksheet.model import Worksheet
from amatmida.worksheet.pages import render_worksheet
from web import quiz_site
from worksheet.sheets import catalog, setting

LANGS: tuple[Lang, ...] = ("he", "en")


def body_of(id: str, lang: Lang, more: Sequence[Worksheet] = ()) -> str:
    known = catalog(*more)
    return render_worksheet(known.all("worksheet")[id].record, setting(lang, known, "../web/"))


def build(root: Path, *more: Worksheet) -> Path:
    """The quiz pages' styles and scripts, and a page for every sample worksheet, light and dark."""
    quiz_site.build(root)
    for lang in LANGS:
        for id in catalog(*more).all("worksheet"):
            for name, scheme in ((id, "default"), (f"{id}-dark", "slate")):
                page = quiz_site.page(lang, [body_of(id, lang, more)], scheme)
                (root / lang / f"{name}.html").write_text(page, encoding="utf-8")
    return root


def write(root: Path, artifacts: Sequence[Artifact]) -> None:
    for artifact in artifacts:
        assert isinstance(artifact.content, bytes)
        place = root / artifact.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(artifact.content)
