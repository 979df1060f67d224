"""A page as the renderer gets it: front matter, a banner where the language is another, citations as links."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from amatmida.core.model import Lang
from amatmida.core.text import DIRECTION
from amatmida.prose.model import MISTAKES, Page, PageMeta
from amatmida.prose.parse import CITATION, TERM, outside_code, prose_lines

Cite = Callable[[str, str], str]
"""(source id, locator) → Markdown."""
Embed = Callable[[str, str], str]
"""(block name, argument) → the name of the fragment to put there, or ""."""
Term = Callable[[str, str], str]
"""(term id, words or "") → Markdown of a link to its definition."""


@dataclass(frozen=True)
class Hands:
    """What turns the marks of a page into Markdown."""

    cite: Cite
    embed: Embed
    term: Term


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
    mistakes: str = ""
    """Markdown of the common mistakes; before the practice section, or at the end of the author's own section."""
    closing: str = ""
    """HTML at the end of the page that is not part of its text: the definitions of its terms."""


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


def stage_page(choice: Choice, lang: Lang, source: Page, hands: Hands, frame: Frame) -> str:
    """The Markdown of one page in one language."""
    page, meta = choice.page, source.meta
    assert isinstance(meta, PageMeta)
    fields: dict[str, object] = {
        "title": page.meta.title,
        "description": page.meta.description,
        "template": meta.template,
        "hide": list(meta.hide),
        "audience": list(meta.audience),
        "fields": list(meta.fields),
        "minutes": meta.minutes,
        "reviewed": str(meta.reviewed or ""),
        "linked": frame.linked,
        "search": {"exclude": True} if meta.unlisted else None,
    }
    body = _body(page, hands, frame)
    if choice.reason:
        body = _in_other_language(body, page.lang, lang, frame.banner)
    return front_matter(fields) + body + (f"\n\n{frame.closing}\n" if frame.closing else "")


def _body(page: Page, hands: Hands, frame: Frame) -> str:
    lines = page.body.split("\n")
    blocks = {mark.line - page.body_line: mark for mark in page.blocks}
    seen: set[tuple[str, str]] = set()
    for number, line in prose_lines(page.body):
        index = number - 1
        lines[index] = outside_code(line, partial(_marks, page, number + page.body_line - 1, hands, seen))
        if mark := blocks.get(index):
            lines[index] = f"{line.rstrip()}\n    fragment: {hands.embed(mark.detail, mark.what)}\n"
    if frame.opening and page.sections:
        lines[page.sections[0].line - page.body_line] += f"\n\n{frame.opening}"
    if frame.mistakes:
        lines.insert(_place_of_mistakes(page), f"{frame.mistakes}\n")
    return "\n".join(lines)


def _marks(page: Page, number: int, hands: Hands, seen: set[tuple[str, str]], words: str) -> str:
    """Citations and terms of some words; a term that its section has linked before is only words."""
    if "[@" in words:
        words = CITATION.sub(lambda m: hands.cite(m[1], m[2].strip()), words)
    if "[[" not in words:
        return words
    section = page.section_at(number)

    def term(found: re.Match[str]) -> str:
        key = (section.id if section else "", found[1].strip())
        again = key in seen and found[2]
        seen.add(key)
        return found[2].strip() if again else hands.term(found[1].strip(), (found[2] or "").strip())

    return TERM.sub(term, words)


def _place_of_mistakes(page: Page) -> int:
    """Index of the line before which they stand: the author's own section goes first, practice comes after."""
    own = page.section(MISTAKES)
    tops = [s for s in page.sections if s.level == 2]
    if own:
        after = next((s for s in tops if s.line > own.line), None)
    else:
        after = next((s for s in tops if s.id == "practice"), None)
    return after.line - page.body_line if after else len(page.body.split("\n"))


def _in_other_language(body: str, has: Lang, wanted: Lang, banner: str) -> str:
    note = f'<p class="amat-banner" role="note" lang="{wanted}" dir="{DIRECTION[wanted]}">{banner}</p>'
    return f'{note}\n\n<div markdown="1" lang="{has}" dir="{DIRECTION[has]}">\n\n{body.strip()}\n\n</div>\n'


def generated_page(title: str, description: str, body: str, *, unlisted: bool = False) -> str:
    """The Markdown of a page that no author wrote."""
    return front_matter({"title": title, "description": description, "unlisted": unlisted}) + f"# {title}\n\n{body}"
