"""What pages show of a model without the browser's help: figure, worksheets and cards."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from amatmida.core.catalog import Catalog
from amatmida.core.fragment import templates
from amatmida.core.model import Lang
from amatmida.core.room import Embed, Made
from amatmida.core.setting import Label, Setting
from amatmida.core.text import DIRECTION
from amatmida.locale import strings
from amatmida.logic_model.figure import marks, svg
from amatmida.logic_model.flat import said
from amatmida.logic_model.model import KINDS, LogicModel

FOLDER = "assets/amatmida/logic-model"
CSS = f"{FOLDER}/figure.css"


def _render(name: str, s: Setting, **values: Any) -> str:
    base = {"lang": s.lang, "dir": DIRECTION[s.lang], "css": s.asset(CSS), "t": strings(s.lang, "figure")}
    return templates(__file__).get_template(name).render(**base, **values)


def _model(s: Setting, id: str) -> LogicModel:
    model: LogicModel = s.catalog.all("logic-model")[id].record
    return model


def render_model(s: Setting, id: str) -> str:
    """The figure, the same as a list, its conditions and its indicators."""
    return _render("figure.html", s, **_values(_model(s, id), s.lang), indicators=_indicators(_model(s, id), s.lang))


def render_sheet(s: Setting, id: str) -> str:
    """Two A3 pages: the model filled in, and blank columns."""
    model = _model(s, id)
    more = {"problem": said(model.problem, s.lang), "population": said(model.population, s.lang)}
    return _render("sheet.html", s, **_values(model, s.lang), **more, paper=s.asset(f"{FOLDER}/sheet.css"))


def render_cards(s: Setting, id: str) -> str:
    """Cards to cut out, in an order that gives nothing away, and a key."""
    model = _model(s, id)
    texts = sorted(said(n.text, s.lang) for n in model.nodes)
    return _render("cards.html", s, **_values(model, s.lang), cards=texts, paper=s.asset(f"{FOLDER}/deck.css"))


def _values(model: LogicModel, lang: Lang) -> dict[str, Any]:
    figure = Markup(svg(model, lang))
    columns = [(kind, list(_rows(model, kind, lang))) for kind in KINDS]
    conditions = list(_conditions(model, lang))
    title = said(model.title, lang)
    return {"model": model, "title": title, "figure": figure, "columns": columns, "conditions": conditions}


def _rows(model: LogicModel, kind: str, lang: Lang) -> Iterator[dict[str, Any]]:
    texts = {n.id: said(n.text, lang) for n in model.nodes}
    for node in model.nodes:
        if node.kind == kind:
            links = [k for k in model.links if k.from_ == node.id and k.to in texts]
            to = [{"text": texts[k.to], "because": said(k.because, lang)} for k in links]
            yield {"text": texts[node.id], "to": to}


def _conditions(model: LogicModel, lang: Lang) -> Iterator[dict[str, Any]]:
    signs = marks(model, lang)
    for outside, rows in ((False, model.assumptions), (True, model.external)):
        for row in rows:
            yield {"outside": outside, "sign": signs[row.id], "text": said(row.text, lang)}


def _indicators(model: LogicModel, lang: Lang) -> list[dict[str, str]]:
    texts = {n.id: said(n.text, lang) for n in model.nodes}
    fields = ("name", "numerator", "denominator", "source", "every")
    return [
        {field: said(getattr(i, field), lang) for field in fields} | {"measures": texts.get(i.measures, "")}
        for i in model.indicators
        if i.good
    ]


EMBEDS = (
    Embed("logic-model", "logic-model", render_model),
    Embed("logic-model-sheet", "logic-model", render_sheet),
    Embed("logic-model-cards", "logic-model", render_cards),
)


def page_of(id: str, what: str) -> str:
    """The generated page of a model's sheet or cards."""
    return f"print/{id}-{what}.md"


def made_ids(catalog: Catalog) -> Iterator[str]:
    """Two print pages a model."""
    for id in catalog.all("logic-model"):
        yield from (page_of(id, "sheet"), page_of(id, "cards"))


def made(catalog: Catalog, lang: Lang, label: Label) -> Iterator[Made]:
    """The print pages."""
    t = strings(lang, "figure")
    for id, entry in catalog.all("logic-model").items():
        title = said(entry.record.title, lang)
        for what, name in (("sheet", "sheet"), ("cards", "cards_title")):
            words = t["sheet_description" if what == "sheet" else "cards_description"].format(title=title)
            body = f"/// logic-model-{what} | {id}\n///\n"
            yield Made(page_of(id, what), t[name].format(title=title), words, body, entry.document.path, unlisted=True)
