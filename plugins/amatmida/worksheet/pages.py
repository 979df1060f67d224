"""Worksheet → HTML: a form that can be read, printed and filled by hand without JavaScript, plus the data for it.

Pure: the same worksheet and setting give the same text. What a browser adds is in web/worksheet/.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from amatmida.core.checks import texts_in
from amatmida.core.fragment import compact, fill, inert_json, plain, templates
from amatmida.core.model import Lang, Text
from amatmida.core.setting import Setting
from amatmida.core.text import DIRECTION, shown, shown_html
from amatmida.locale import strings
from amatmida.worksheet.data import browser_data
from amatmida.worksheet.model import Worksheet
from amatmida.worksheet.parts import BLANK, blank_path, kind_of, lines, node_names, runs, section_named, starts

MY_DATA_PAGE = "about/privacy.md#my-data"


def render_worksheet(sheet: Worksheet, setting: Setting) -> str:
    """The whole form in the setting's language."""
    lang = setting.lang
    return compact(
        _environment()
        .get_template("worksheet.html")
        .render(
            sheet=sheet,
            s=setting,
            fallback=any(shown(text, lang).reason for _, text in texts_in(sheet)),
            data=Markup(inert_json(browser_data(sheet, setting.catalog, lang))),
            blank_path=blank_path(sheet.worksheet, lang),
            starts=partial(starts, lang=lang),
            letter=partial(lines, lang=lang),
            table_title=_table_title(sheet, lang),
            **_words(lang),
        )
    )


def _table_title(sheet: Worksheet, lang: Lang) -> Callable[[str], str]:
    def title(id: str) -> str:
        section = section_named(sheet, id)
        return plain(section.title, lang) if section else id

    return title


def _markup(text: Text, lang: Lang) -> Markup:
    return Markup(shown_html(text, lang))


def _tongue(text: Text, lang: Lang) -> Markup:
    """Attributes that name the language of `text` when it is not the page's."""
    seen = shown(text, lang).lang
    return Markup("") if seen == lang else Markup(f' lang="{seen}" dir="{DIRECTION[seen]}"')


def _words(lang: Lang) -> dict[str, Any]:
    """What every template may say."""
    page = strings(lang, "worksheet")["page"]
    return {
        "lang": lang,
        "dir": DIRECTION[lang],
        "page": page,
        "t": partial(_markup, lang=lang),
        "plain": partial(plain, lang=lang),
        "tongue": partial(_tongue, lang=lang),
        "names": lambda tree: node_names(tree, page, fill),
    }


@cache
def _environment() -> Environment:
    env = templates(__file__)
    env.filters["runs"] = runs
    env.globals.update(fill=fill, kind_of=kind_of, BLANK=BLANK, MY_DATA_PAGE=MY_DATA_PAGE)
    return env
