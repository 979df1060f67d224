"""A small static page around the logic-model lab, in the site's own dress, for tests until (and beside) the real site."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import material

from amatmida.browser_files import browser_files
from amatmida.core.catalog import Catalog
from amatmida.core.model import Lang
from amatmida.core.setting import Setting
from amatmida.core.text import DIRECTION
from amatmida.logic_model.builder_pages import render_builder
from amatmida.quiz.pages import render_my_data
from amatmida.site import Loader
from support import ROOT

STYLES = ("material", "palette", "web/theme/theme", "web/quiz/quiz")


def setting(lang: Lang, catalog: Catalog) -> Setting:
    return Setting(
        lang=lang,
        page="lab/builder.md",
        catalog=catalog,
        href=lambda ref: "#read",
        label=lambda ref: ref,
        asset=lambda path: path.replace("assets/amatmida", "../web"),
    )


def page(lang: Lang, bodies: Sequence[str], scheme: str = "default") -> str:
    title = "עמוד לבדיקה" if lang == "he" else "Test page"
    head = "".join(f'<link rel="stylesheet" href="../{css}.css">' for css in STYLES)
    return f"""<!doctype html><html lang="{lang}" dir="{DIRECTION[lang]}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>{title}</title>
<link rel="icon" href="data:,">{head}<script type="module" src="../web/main.js"></script></head>
<body dir="{DIRECTION[lang]}" data-md-color-scheme="{scheme}" data-md-color-primary="custom">
<div class="md-container"><main class="md-main"><div class="md-main__inner md-grid"><div class="md-content">
<article class="md-content__inner md-typeset"><h1>{title}</h1>
{"".join(f'<div class="amat-embed">{body}</div>' for body in bodies)}
<h2 id="read">{title} 2</h2></article></div></div></main></div></body></html>"""


def build(root: Path, exercise: dict[str, Any] | None = None) -> Path:
    """Write he and en, light and dark pages with a builder below `root`, and a page with the "my data" panel."""
    css = Path(material.__file__).parent / "templates/assets/stylesheets"
    for file in browser_files("web"):
        place = root / file.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.content if isinstance(file.content, bytes) else file.content.read_bytes())
    for name in ("main", "palette"):
        shutil.copy(next(css.glob(f"{name}.*.min.css")), root / f"{'material' if name == 'main' else name}.css")
    catalog = Loader(ROOT).load().catalog
    langs: tuple[Lang, ...] = ("he", "en")
    for lang in langs:
        (root / lang).mkdir(parents=True, exist_ok=True)
        body = render_builder(setting(lang, catalog), exercise)
        for name, bodies, scheme in (
            ("index", [body], "default"),
            ("dark", [body], "slate"),
            ("data", [render_my_data(lang)], "default"),
        ):
            (root / lang / f"{name}.html").write_text(page(lang, bodies, scheme), encoding="utf-8")
    return root
