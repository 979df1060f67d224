"""What stands on pages: the words for a lost connection, and the panel that keeps the whole site."""

from __future__ import annotations

from html import escape

from amatmida.core.fragment import compact, inert_json
from amatmida.core.model import Lang
from amatmida.core.setting import Label, Setting
from amatmida.core.text import DIRECTION
from amatmida.locale import strings

ABOUT = "about/offline.md"
"""The page that explains what is kept."""
LANGS: tuple[Lang, ...] = ("he", "en", "ar")


def lost_body(lang: Lang, label: Label) -> str:
    """Markdown: the reader's language in full, a sentence in the others: the address alone told the language."""
    t = strings(lang, "offline")["page"]
    steps = "\n".join(f"- {step}" for step in (t["again"], f"{t['visited']} [{t['home']}](index.md)"))
    more = f"{t['more']} [{label(ABOUT)}]({ABOUT})."
    others = "\n\n".join(_sentence(other) for other in LANGS if other != lang)
    return f"{t['body']}\n\n{steps}\n\n{more}\n\n{others}\n"


def _sentence(lang: Lang) -> str:
    words = strings(lang, "offline")["page"]["short"]
    return f'<p lang="{lang}" dir="{DIRECTION[lang]}">{escape(words)}</p>'


def render_offline(setting: Setting) -> str:
    """The panel: how much the whole site takes, a button to keep it, one to stop, one to erase."""
    words = strings(setting.lang, "offline")["panel"]
    room = "assets/amatmida/offline"
    return compact(f"""
<link rel="stylesheet" href="{setting.asset(f"{room}/offline.css")}">
<amat-offline lang="{setting.lang}" dir="{DIRECTION[setting.lang]}" class="amat-my-data amat-offline"
role="group" aria-labelledby="amat-offline-title">
<p class="amat-title" id="amat-offline-title">{escape(words["title"])}</p>
<p class="amat-nojs">{escape(words["no_js"])}</p>
<script type="application/json" class="amat-data">{inert_json({"strings": words})}</script>
</amat-offline>
<script type="module" src="{setting.asset(f"{room}/element.js")}"></script>
""")


def render_pack(setting: Setting) -> str:
    """The place where the pack is offered once it was made (pack_words.py)."""
    return f'<p class="am-pack">{escape(strings(setting.lang, "offline")["pack"]["none"])}</p>\n'
