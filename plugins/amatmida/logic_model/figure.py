"""A model as an SVG figure with a text alternative beside it. Pure: the same model and language give the same bytes."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from amatmida.core.model import Lang
from amatmida.core.text import DIRECTION
from amatmida.locale import strings
from amatmida.logic_model.flat import said
from amatmida.logic_model.layout import CARD, HEAD, LINE, PAD, SIZE, WIDTH, Arrow, Box, Plan, plan
from amatmida.logic_model.model import LogicModel

LETTERS = {"he": "אבגדהוזחטיכל", "en": "ABCDEFGHIJKL", "ar": "أبتثجحخدذرزس"}


def svg(model: LogicModel, lang: Lang) -> str:
    """The figure as inline SVG; its colours are classes of figure.css, and follow the page."""
    texts = {n.id: said(n.text, lang) for n in model.nodes}
    drawn = plan(model, texts, DIRECTION[lang] == "rtl")
    return "\n".join(_parts(model, drawn, lang))


def _parts(model: LogicModel, drawn: Plan, lang: Lang) -> Iterator[str]:
    t = strings(lang, "figure")
    name = f"lm-{model.model}"
    yield (
        f'<svg class="lm-figure" viewBox="0 0 {WIDTH:g} {drawn.height:g}" role="img" '
        f'aria-labelledby="{name}-title {name}-desc" lang="{lang}">'
    )
    yield f'<title id="{name}-title">{escape(said(model.title, lang))}</title>'
    yield f'<desc id="{name}-desc">{escape(t["desc"])}</desc>'
    yield (
        f'<defs><marker id="{name}-end" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="7" markerHeight="7" '
        'orient="auto-start-reverse"><path class="lm-arrow-head" d="M0 0 8 4 0 8z"/></marker></defs>'
    )
    for kind, left in drawn.heads:
        words = escape(t["kinds"][kind])
        yield _text(words, left + CARD / 2, HEAD - 20, lang, "lm-column", "middle")
    for arrow in drawn.arrows:
        yield _curve(arrow, name)
    for box in drawn.boxes:
        yield _card(box, lang)
    yield from _marks(model, drawn, lang)
    yield "</svg>"


def _curve(arrow: Arrow, name: str) -> str:
    a, b, c, d = (f"{x:.1f} {y:.1f}" for x, y in arrow.points)
    return f'<path class="lm-arrow" d="M{a}C{b} {c} {d}" marker-end="url(#{name}-end)"/>'


def _card(box: Box, lang: Lang) -> str:
    rtl = DIRECTION[lang] == "rtl"
    x = box.x + (CARD - PAD if rtl else PAD)
    edge = box.x + (CARD - 4 if rtl else 0)
    rows = [
        _text(escape(line), x, box.y + PAD + LINE * index + SIZE * 0.86, lang, "lm-words", "start")
        for index, line in enumerate(box.lines)
    ]
    frame = f'<rect class="lm-card" x="{box.x:.1f}" y="{box.y:.1f}" width="{CARD:g}" height="{box.height:.1f}" rx="5"/>'
    band = f'<rect class="lm-band" x="{edge:.1f}" y="{box.y:.1f}" width="4" height="{box.height:.1f}"/>'
    return f'<g class="lm-{box.kind}">{frame}{band}{"".join(rows)}</g>'


def _text(words: str, x: float, y: float, lang: Lang, css: str, anchor: str) -> str:
    """`words` is escaped. Start is the right side when the direction is right to left."""
    return (
        f'<text class="{css}" x="{x:.1f}" y="{y:.1f}" direction="{DIRECTION[lang]}" unicode-bidi="plaintext" '
        f'text-anchor="{anchor}">{words}</text>'
    )


def marks(model: LogicModel, lang: Lang) -> dict[str, str]:
    """The sign of each assumption (a number) and external factor (a letter), as in the figure."""
    numbers = {c.id: str(index) for index, c in enumerate(model.assumptions, 1)}
    letters = {c.id: LETTERS[lang][index % 12] for index, c in enumerate(model.external)}
    return numbers | letters


def _marks(model: LogicModel, drawn: Plan, lang: Lang) -> Iterator[str]:
    signs = marks(model, lang)
    middles = {(a.start, a.end): a.middle for a in drawn.arrows}
    used: dict[tuple[str, str], int] = {}
    for condition in (*model.assumptions, *model.external):
        if condition.on not in middles or condition.on is None:
            continue
        x, y = middles[condition.on]
        y += 22 * used.get(condition.on, 0)
        used[condition.on] = used.get(condition.on, 0) + 1
        css = "lm-mark" if condition in model.assumptions else "lm-mark lm-outside"
        yield f'<g class="{css}"><circle cx="{x:.1f}" cy="{y:.1f}" r="10"/>'
        yield _text(signs[condition.id], x, y + 4.5, lang, "lm-sign", "middle") + "</g>"
