"""Pages with the real explorer and the worksheet its marks come from, in the site's own dress."""

from __future__ import annotations

from pathlib import Path

from amatmida.core.catalog import Catalog
from amatmida.core.model import Lang
from amatmida.core.setting import Setting
from amatmida.logic_model.explorer import render_explorer
from amatmida.worksheet.pages import render_worksheet
from web import quiz_site

SHEET = "tender-self-assessment"
LANGS: tuple[Lang, ...] = ("he", "en")


def _href(ref: str) -> str:
    page, _, anchor = ref.partition("#")
    return ("sheet.html" if SHEET in page else "other.html") + (f"#{anchor}" if anchor else "")


def setting(lang: Lang, known: Catalog) -> Setting:
    return Setting(
        lang, "methods/six-principles-explorer.md", known, href=_href,
        label=lambda ref: ref, asset=lambda src: "../web/" + src.removeprefix("assets/amatmida/"),
    )  # fmt: skip


def build(root: Path, known: Catalog) -> Path:
    quiz_site.build(root)
    for lang in LANGS:
        place = setting(lang, known)
        explorer = f"<h2>{lang}</h2>" + render_explorer(place, "six-principles")
        sheet = render_worksheet(known.all("worksheet")[SHEET].record, place)
        for name, body, scheme in (
            ("explorer", explorer, "default"),
            ("explorer-dark", explorer, "slate"),
            ("sheet", sheet, "default"),
        ):
            (root / lang / f"{name}.html").write_text(quiz_site.page(lang, [body], scheme), encoding="utf-8")
    return root
