"""Terms inside a page: links to the glossary, and their definitions, which travel in the page. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from amatmida.core.model import Lang
from amatmida.core.text import DIRECTION, shown
from amatmida.glossary.model import Term, name_of


def term_link(term: Term, words: str, lang: Lang, glossary: str) -> str:
    """Markdown of a link from `words` (the term's own name when there are none) to its entry on the glossary page."""
    return f"[{words or name_of(term, lang)}]({glossary}#{term.id}){{ .amat-term data-term={term.id} }}"


def definitions(terms: Iterable[Term], lang: Lang, t: Mapping[str, Any]) -> str:
    """One line of HTML with what web/glossary/terms.js shows; a search or a reader without script passes it by."""
    rows = {term.id: _row(term, lang) for term in terms}
    if not rows:
        return ""
    data = {"lang": lang, "dir": DIRECTION[lang], "more": t["term_more"], "terms": rows}
    # `</` would end the element, `<!--` would hide its end; both are also JSON with the sign written as a code.
    words = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<div hidden><script type="application/json" id="amat-terms">{words}</script></div>'


def _row(term: Term, lang: Lang) -> dict[str, str]:
    seen = shown(term.define, lang)
    row = {"name": name_of(term, lang), "text": _plain(seen.value)}
    return row if seen.lang == lang else {**row, "lang": seen.lang, "dir": DIRECTION[seen.lang]}


def _plain(words: str) -> str:
    return " ".join(words.replace("**", "").replace("`", "").split())
