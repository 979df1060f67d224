"""A small static page around the logic-model lab, in the site's own dress, for tests until (and beside) the real site."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import material

from amatmida.browser_files import browser_files
from amatmida.core.catalog import Catalog, Document
from amatmida.core.model import Lang
from amatmida.core.setting import Setting
from amatmida.core.source import parse_yaml
from amatmida.core.text import DIRECTION
from amatmida.lab import render_exercise
from amatmida.logic_model.builder_pages import render_builder
from amatmida.logic_model.kinds import KINDS
from amatmida.logic_model.model import LogicModel
from amatmida.quiz.pages import render_my_data

FIXTURE = Path(__file__).parent / "fixture/lab.yml"
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


def catalog() -> Catalog:
    """A catalog of one logic model with its exercises."""
    tree, problems = parse_yaml(FIXTURE.read_text(encoding="utf-8"), FIXTURE.name)
    assert tree and not problems, problems
    document = Document(
        f"course/logic_models/{FIXTURE.name}", "logic-model", LogicModel.model_validate(tree.data), tree
    )
    entries = list(KINDS[0].entries(document))
    kinds = {entry.kind for entry in entries}
    return Catalog((document,), {kind: {e.id: e for e in entries if e.kind == kind} for kind in kinds})


def build(root: Path) -> Path:
    """Write he and en pages below `root`: the builder (light, dark), every exercise, and the "my data" panel."""
    css = Path(material.__file__).parent / "templates/assets/stylesheets"
    for file in browser_files("web"):
        place = root / file.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.content if isinstance(file.content, bytes) else file.content.read_bytes())
    for name in ("main", "palette"):
        shutil.copy(next(css.glob(f"{name}.*.min.css")), root / f"{'material' if name == 'main' else name}.css")
    langs: tuple[Lang, ...] = ("he", "en")
    for lang in langs:
        (root / lang).mkdir(parents=True, exist_ok=True)
        for name, body, scheme in pages(lang):
            (root / lang / f"{name}.html").write_text(page(lang, [body], scheme), encoding="utf-8")
    return root


def pages(lang: Lang) -> Iterator[tuple[str, str, str]]:
    """Name, body and colours of each page."""
    s = setting(lang, catalog())
    builder = render_builder(s)
    yield from (("index", builder, "default"), ("dark", builder, "slate"), ("data", render_my_data(lang), "default"))
    for id, entry in s.catalog.all("exercise").items():
        body = render_exercise(s, id)
        yield from ((entry.record.type, body, "default"), (f"{entry.record.type}-dark", body, "slate"))
