"""Markdown file → Page. Only what other rooms need is read from the Markdown; rendering belongs to the renderer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from amatmida.core.catalog import Document
from amatmida.core.checks import personal_data
from amatmida.core.model import SOURCE_LANG, Lang
from amatmida.core.problem import Problem, problem
from amatmida.core.source import Tree, parse_yaml
from amatmida.core.text import text_hash
from amatmida.core.validate import validate
from amatmida.prose.model import Mark, Page, PageMeta, Section, TranslationMeta

_FENCE = re.compile(r"^\s*(`{3,}|~{3,})")
_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*(?:\{\s*#([\w-]+)[^}]*\})?\s*#*\s*$")
_BLOCK = re.compile(r"^///\s+([a-z][a-z-]*)(?:\s*\|\s*(\S.*?))?\s*$")
CITATION = re.compile(r"\[@([a-z0-9][a-z0-9.-]*)((?:\s[^\]]*)?)\]")
_LINK = re.compile(r"(!?)\[(?:[^\]\\]|\\.)*\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
TERM = re.compile(r"\[\[([^\[\]|]*)(?:\|([^\[\]]*))?\]\](?!\()")
"""[[term-id]] or [[term-id|the words as they stand in the sentence]]; [[…]](address) is a link like any other."""
_MISPLACED_TERM = re.compile(r"^#{1,6}\s.*\[\[|\[[^\[\]]*\[\[[^\[\]]*\]\][^\[\]]*\]\(")
_INLINE_CODE = re.compile(r"(`+)(.+?)\1")
_HTML = re.compile(r"<\s*(script|style|iframe|object|embed|form|link|meta|base)\b|\son[a-z]+\s*=|javascript:", re.I)


def page_of(path: str) -> tuple[str, Lang]:
    """docs/a/b.en.md → ("a/b.md", "en")"""
    inside = path.removeprefix("docs/")
    for lang in ("en", "ar"):
        if inside.endswith(f".{lang}.md"):
            return inside.removesuffix(f".{lang}.md") + ".md", lang
    return inside, SOURCE_LANG


def parse_page(text: str, path: str) -> tuple[Document[Page] | None, list[Problem]]:
    """A page and its Problems; None when its front matter cannot be used."""
    id, lang = page_of(path)
    front, body, body_line, problems = _split(text, path)
    if front is None:
        return None, problems
    model: type[Any] = PageMeta if lang == SOURCE_LANG else TranslationMeta
    meta, bad = validate(model, front, path)
    if meta is None:
        return None, problems + bad
    seen = _Seen(path, body_line)
    for number, line in prose_lines(body):
        seen.line(number + body_line - 1, line)
    page = Page(
        id, lang, meta, body, body_line, text_hash(f"{meta.title}\n{meta.description}\n{body}"),
        tuple(seen.sections), tuple(seen.citations), tuple(seen.blocks), tuple(seen.links), tuple(seen.images),
        tuple(seen.terms),
    )  # fmt: skip
    return Document(path, "page", page, front), problems + seen.problems


def _split(text: str, path: str) -> tuple[Tree | None, str, int, list[Problem]]:
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return None, text, 1, [problem(path, 1, "P001")]
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        return None, text, 1, [problem(path, 1, "P001")]
    tree, problems = parse_yaml("\n".join(lines[1:end]), path, first_line=2)
    return tree, "\n".join(lines[end + 1 :]), end + 2, problems


def prose_lines(body: str) -> Iterator[tuple[int, str]]:
    """(line from 1, text) of the lines outside code fences."""
    fence = ""
    for number, line in enumerate(body.split("\n"), 1):
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence):
                fence = ""
        elif mark:
            fence = mark[1]
        else:
            yield number, line


def outside_code(line: str, change: Callable[[str], str]) -> str:
    """The line with everything but its inline code changed."""
    parts, start = [], 0
    for code in _INLINE_CODE.finditer(line):
        parts += [change(line[start : code.start()]), code[0]]
        start = code.end()
    return "".join([*parts, change(line[start:])])


@dataclass
class _Seen:
    path: str
    first: int
    sections: list[Section] = field(default_factory=list)
    citations: list[Mark] = field(default_factory=list)
    blocks: list[Mark] = field(default_factory=list)
    links: list[Mark] = field(default_factory=list)
    images: list[Mark] = field(default_factory=list)
    terms: list[Mark] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def line(self, number: int, text: str) -> None:
        if heading := _HEADING.match(text):
            self.sections.append(Section(heading[3] or "", heading[2], len(heading[1]), number))
        if (block := _BLOCK.match(text)) and block[1]:
            self.blocks.append(Mark(block[2] or "", number, block[1]))
        bare = _INLINE_CODE.sub("", text)
        if bad := _HTML.search(bare):
            self.problems.append(problem(self.path, number, "P002", found=bad[0].strip()))
        if person := personal_data(bare):
            self.problems.append(problem(self.path, number, "T004", found=person))
        if _MISPLACED_TERM.search(bare):
            self.problems.append(problem(self.path, number, "G004"))
        self.terms += [Mark(m[1].strip(), number, (m[2] or "").strip()) for m in TERM.finditer(bare)]
        self.citations += [Mark(m[1], number, m[2].strip()) for m in CITATION.finditer(bare)]
        for m in _LINK.finditer(bare):
            (self.images if m[1] else self.links).append(Mark(m[2], number))
