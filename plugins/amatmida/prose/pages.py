"""A page as the renderer gets it: front matter, a banner where the language is another, citations as links."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from amatmida.core.model import Lang
from amatmida.core.text import DIRECTION
from amatmida.prose.model import Page, PageMeta
from amatmida.prose.parse import CITATION, prose_lines

Cite = Callable[[str, str], str]
"""(source id, locator) → Markdown."""
Embed = Callable[[str, str], str]
"""(block name, argument) → the name of the fragment to put there, or ""."""


@dataclass(frozen=True)
class Choice:
    """Which version of a page a reader of one language gets, and why."""

    page: Page
    reason: str = ""
    """"missing" or "stale" when it is the Hebrew page instead of a translation; else ""."""


def choose(source: Page, translation: Page | None) -> Choice:
    """The translation when there is one made from today's Hebrew; else the Hebrew page."""
    if translation is None:
        return Choice(source, "missing")
    stamp = getattr(translation.meta, "translates", None)
    return Choice(translation) if stamp == source.hash else Choice(source, "stale")


def front_matter(fields: dict[str, object]) -> str:
    """YAML front matter; JSON values are YAML, and quote whatever needs quoting."""
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items() if value]
    return "\n".join(["---", *lines, "---", ""])


@dataclass(frozen=True)
class Frame:
    """What stands around a page's own words: made from its metadata, in the language of the words."""

    banner: str = ""
    """Why the page is in another language than the reader's."""
    opening: str = ""
    """Markdown after the top heading: minutes, audience, objectives."""
    linked: str = ""
    """JSON-LD for the page's head."""


def opening(meta: PageMeta, objectives: Sequence[str], t: Mapping[str, Any]) -> str:
    """How long the page takes, whom it serves and what one can do afterwards; "" for pages that say none of it."""
    facts = [t["minutes"].format(n=meta.minutes)] if meta.minutes else []
    if meta.audience:
        facts.append(t["for"].format(who=", ".join(t["audiences"][one] for one in meta.audience)))
    lines = [f'<p class="amat-facts">{" · ".join(facts)}</p>', ""] if facts else []
    if objectives:
        items = [f"- {text}" for text in objectives]
        summary = f"<summary>{t['objectives']}</summary>"
        lines += [f'<details class="amat-objectives" markdown="1">{summary}', "", *items, "", "</details>", ""]
    return "\n".join(lines)


def stage_page(choice: Choice, lang: Lang, source: Page, cite: Cite, embed: Embed, frame: Frame) -> str:
    """The Markdown of one page in one language."""
    page, meta = choice.page, source.meta
    assert isinstance(meta, PageMeta)
    fields: dict[str, object] = {
        "title": page.meta.title,
        "description": page.meta.description,
        "template": meta.template,
        "hide": list(meta.hide),
        "audience": list(meta.audience),
        "minutes": meta.minutes,
        "reviewed": str(meta.reviewed or ""),
        "linked": frame.linked,
        "search": {"exclude": True} if meta.unlisted else None,
    }
    body = _body(page, cite, embed, frame.opening)
    if choice.reason:
        body = _in_other_language(body, page.lang, lang, frame.banner)
    return front_matter(fields) + body


def _body(page: Page, cite: Cite, embed: Embed, opening: str) -> str:
    lines = page.body.split("\n")
    if opening and page.sections:
        top = page.sections[0].line - page.body_line
        lines[top] += f"\n\n{opening}"
    blocks = {mark.line - page.body_line: mark for mark in page.blocks}
    for number, line in prose_lines(page.body):
        index = number - 1
        if "[@" in line:
            lines[index] = CITATION.sub(lambda m: cite(m[1], m[2].strip()), line)
        if mark := blocks.get(index):
            lines[index] = f"{line.rstrip()}\n    fragment: {embed(mark.detail, mark.what)}\n"
    return "\n".join(lines)


def _in_other_language(body: str, has: Lang, wanted: Lang, banner: str) -> str:
    note = f'<p class="amat-banner" role="note" lang="{wanted}" dir="{DIRECTION[wanted]}">{banner}</p>'
    return f'{note}\n\n<div markdown="1" lang="{has}" dir="{DIRECTION[has]}">\n\n{body.strip()}\n\n</div>\n'


def generated_page(title: str, description: str, body: str, *, unlisted: bool = False) -> str:
    """The Markdown of a page that no author wrote."""
    return front_matter({"title": title, "description": description, "unlisted": unlisted}) + f"# {title}\n\n{body}"
