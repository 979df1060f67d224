"""The builder → HTML: a table to fill in on paper, and the data with which a browser makes it live.

Pure: the same catalog and setting give the same text. What a browser adds is in web/logic-model/.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from markupsafe import Markup

from amatmida.core.catalog import Catalog
from amatmida.core.fragment import compact, inert_json, templates
from amatmida.core.model import Lang
from amatmida.core.setting import Setting
from amatmida.core.text import DIRECTION
from amatmida.locale import strings
from amatmida.logic_model.flat import Flat, flat
from amatmida.logic_model.model import KINDS, LogicModel
from amatmida.logic_model.rules import rule_table

MY_DATA_PAGE = "about/privacy.md#my-data"
STYLE = "assets/amatmida/logic-model/logic-model.css"
_PAPER_ROWS = 6


def render_builder(s: Setting, exercise: dict[str, Any] | None = None) -> str:
    """The builder; `exercise` is done in it when given."""
    words = strings(s.lang, "logic_model")
    data = {
        "lang": s.lang,
        "strings": words["browser"],
        "pages": {row["page"]: s.href(row["page"]) for row in rule_table().values() if row["page"]},
        "scenarios": [] if exercise else list(scenarios(s.catalog, s.lang)),
        **({"exercise": exercise} if exercise else {}),
    }
    return compact(
        templates(__file__)
        .get_template("builder.html")
        .render(
            s=s,
            dir=DIRECTION[s.lang],
            words=words["page"],
            kinds=[words["browser"]["kinds"][kind] for kind in KINDS],
            rows=_PAPER_ROWS,
            exercise=exercise,
            title=words["page"]["exercise" if exercise else "title"],
            data=Markup(inert_json(data)),
            style=s.asset(STYLE),
            my_data=s.href(MY_DATA_PAGE),
        )
    )


def folded(builder: str, lang: Lang) -> str:
    """The builder of a repair exercise, closed until somebody wants to mend."""
    summary = Markup.escape(strings(lang, "logic_model")["page"]["mend"])
    return f'<details class="note amat-mend"><summary>{summary}</summary>\n{builder}\n</details>'


def render_connect(s: Setting, exercise: str, model: LogicModel, nodes: Sequence[str]) -> str:
    """The cards of a connect exercise as a board, on which its questions' answers are drawn."""
    words = strings(s.lang, "logic_model")
    by_id = {node["id"]: node for node in flat(model, s.lang)["nodes"]}
    cards = sorted((by_id[id] for id in nodes if id in by_id), key=lambda card: KINDS.index(card["kind"]))
    browser = words["browser"]
    said = {name: browser[name] for name in ("kinds", "linked", "unlinked")} | words["connect"]
    return compact(
        templates(__file__)
        .get_template("connect.html")
        .render(
            s=s,
            dir=DIRECTION[s.lang],
            words=words["page"],
            kinds=browser["kinds"],
            cards=cards,
            style=s.asset(STYLE),
            data=Markup(inert_json({"exercise": exercise, "cards": cards, "strings": said})),
        )
    )


def scenarios(catalog: Catalog, lang: Lang) -> Iterator[Flat]:
    """Every model a person may start from."""
    for _, entry in sorted(catalog.all("logic-model").items()):
        yield flat(entry.record, lang)
