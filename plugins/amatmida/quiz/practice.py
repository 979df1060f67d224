"""Generated pages of quizzes: the list of all, and a page for each. Pure: models → Markdown."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from amatmida.core.catalog import Catalog
from amatmida.core.model import Lang
from amatmida.core.room import Made
from amatmida.core.setting import Label
from amatmida.core.tables import table
from amatmida.core.text import shown
from amatmida.locale import strings
from amatmida.quiz.draws import asked_by
from amatmida.quiz.model import Quiz

LIST = "practice/index.md"


def page_of(quiz: str) -> str:
    """Id of the page that holds one quiz and nothing else."""
    return f"practice/{quiz}.md"


def practice_pages(catalog: Catalog, lang: Lang, label: Label) -> Iterator[Made]:
    """The list, then every quiz."""
    t = strings(lang, "page")
    yield Made(LIST, t["practice_title"], t["practice_description"], _list(catalog, lang, label))
    for id, entry in catalog.all("quiz").items():
        title = shown(entry.record.title, lang).value
        description = t["practice_one"].format(title=title)
        yield Made(page_of(id), title, description, f"/// quiz | {id}\n///\n", entry.document.path, unlisted=True)


def _list(catalog: Catalog, lang: Lang, label: Label) -> str:
    """Quizzes by part of the site, in the order in which the objectives stand."""
    t = strings(lang, "page")
    parts: dict[str, list[list[str]]] = {}
    for quiz in _ordered(catalog):
        parts.setdefault(_part(quiz, catalog, label) or t["other"], []).append(_row(quiz, lang))
    head = [t["quiz"], t["purpose"], t["items"]]
    tables = [f"## {name} {{#part-{n}}}\n\n{table(head, rows)}\n" for n, (name, rows) in enumerate(parts.items())]
    return "\n".join([t["practice_intro"], "", *tables])


def _ordered(catalog: Catalog) -> list[Quiz]:
    order = {id: place for place, id in enumerate(catalog.all("objective"))}
    quizzes: list[Quiz] = [entry.record for entry in catalog.all("quiz").values()]
    first = {q.quiz: min((order.get(id, 0) for one in q.items for id in one.objectives), default=-1) for q in quizzes}
    return sorted(quizzes, key=lambda quiz: (first[quiz.quiz], quiz.quiz))


def _part(quiz: Quiz, catalog: Catalog, label: Label) -> str:
    asked = asked_by(quiz, catalog)
    index = f"{posixpath.dirname(asked[0].item.read) if asked else ''}/index.md"
    return label(index) if catalog.get("page", index) else ""


def _row(quiz: Quiz, lang: Lang) -> list[str]:
    t = strings(lang, "page")
    count = len(quiz.items) + sum(draw.take for draw in quiz.behaviour.draw)
    link = f"[{shown(quiz.title, lang).value}]({quiz.quiz}.md)"
    return [link, t["purposes"][quiz.purpose], str(count)]
