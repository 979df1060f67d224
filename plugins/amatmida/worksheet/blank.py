"""Worksheet → a blank Word form to print or to fill in Word. Pure: the same worksheet gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from amatmida.core.artifact import Artifact
from amatmida.core.catalog import Catalog
from amatmida.core.fragment import fill, plain
from amatmida.core.model import Lang, Text
from amatmida.locale import strings
from amatmida.worksheet.model import Block, Section, Worksheet
from amatmida.worksheet.parts import blank_path, kind_of, lines, node_names, runs, section_named, starts
from amatmida.worksheet.word import Paper

BOX = "☐"
MOST_UPRIGHT = 6
"""Columns that an upright page has room for."""
WRITING = 0.9
"""Height of a row to write in, cm."""


def blank_forms(catalog: Catalog, lang: Lang) -> Iterator[Artifact]:
    """One file for each worksheet that exports to Word."""
    for id, entry in catalog.all("worksheet").items():
        if "docx" in entry.record.exports:
            yield Artifact(blank_path(id, lang), blank_form(entry.record, lang), entry.document.path)


def blank_form(sheet: Worksheet, lang: Lang) -> bytes:
    """The .docx of one worksheet."""
    words = {**strings(lang, "worksheet")["browser"], **strings(lang, "worksheet")["page"]}
    paper = Paper(lang, plain(sheet.title, lang), words["site"], wide=_is_wide(sheet))
    form = _Form(paper, sheet, lang, words)
    paper.text(plain(sheet.intro, lang))
    paper.text(words["no_names"])
    if sheet.privacy:
        paper.text(plain(sheet.privacy, lang))
    for section in sheet.sections:
        form.section(section)
    return paper.bytes()


def _is_wide(sheet: Worksheet) -> bool:
    """A table of many columns turns the page."""
    tables = (section.table for section in sheet.sections if section.table)
    return any(len(table.columns) + len(table.compute) > MOST_UPRIGHT for table in tables)


class _Form:
    """Writes the sections."""

    def __init__(self, paper: Paper, sheet: Worksheet, lang: Lang, words: dict[str, Any]) -> None:
        self.paper, self.sheet, self.lang, self.words = paper, sheet, lang, words

    def say(self, text: Text) -> str:
        return plain(text, self.lang)

    def section(self, section: Section) -> None:
        self.paper.heading(self.say(section.title), 1)
        if section.help:
            self.paper.text(self.say(section.help))
        write: dict[str, Callable[[Section], None]] = {
            "form": self._form,
            "table": self._table,
            "scored": self._scored,
            "tree": self._tree,
            "letter": self._letter,
            "document": self._document,
        }
        write[kind_of(section)](section)

    def _named(self, column: Any) -> str:
        unit = getattr(column, "unit", None)
        return f"{self.say(column.label)} ({self.say(unit)})" if unit else self.say(column.label)

    def _form(self, section: Section) -> None:
        rows = [(self._named(field), self._room(field)) for field in section.fields]
        self.paper.table((), rows, (35, 65), WRITING)

    def _room(self, field: Any) -> str:
        """Boxes to tick, lines to write on, or nothing."""
        if options := getattr(field, "options", ()):
            return "   ".join(f"{BOX} {self.say(option.label)}" for option in options)
        return "\n" * (field.rows - 1) if field.type == "text" else ""

    def _table(self, section: Section, only: tuple[str, ...] = ()) -> None:
        assert section.table is not None
        columns = [c for c in (*section.table.columns, *section.table.compute) if not only or c.id in only]
        rows = [[row.get(column.id, "") for column in columns] for row in starts(section, self.lang)]
        self.paper.table([self._named(column) for column in columns], rows, [1] * len(columns), WRITING)

    def _scored(self, section: Section) -> None:
        assert section.scored is not None
        steps = "\n".join(f"{BOX} {self.say(step.label)}" for step in section.scored.scale)
        head = [self.words["code"], self.words["statement"], self.words["judgement"]]
        widths: list[float] = [10, 42, 18]
        if section.scored.evidence:
            head, widths = [*head, self.words["evidence"]], [*widths, 30]
        for run in runs(section.scored.items):
            if run.group:
                self.paper.heading(self.say(run.group), 2)
            rows = [[item.code or "", self.say(item.text), steps, ""][: len(head)] for item in run.items]
            self.paper.table(head, rows, widths)

    def _tree(self, section: Section) -> None:
        assert section.tree is not None
        names = node_names(section.tree, self.words, fill)
        for node in section.tree.nodes:
            self.paper.text(f"{names[node.id]}: {self.say(node.ask or node.end or node.do[0])}", strong=True)
            for answer in node.answers:
                led = fill(self.words["goes_to"], answer=self.say(answer.label), to=names.get(answer.to, answer.to))
                self.paper.text(f"{BOX} {led}")
            for one in node.do:
                self.paper.text(self.say(one), style="List Bullet")

    def _letter(self, section: Section) -> None:
        assert section.letter is not None
        self.paper.text("\n".join(lines(section.letter, self.lang)))

    def _document(self, section: Section) -> None:
        assert section.document is not None
        if section.document.notice:
            self.paper.text(self.say(section.document.notice), strong=True)
        for block in section.document.blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        if block.heading:
            self.paper.heading(self.say(block.heading), min(block.level + 1, 3))
        elif block.text:
            self.paper.text("\n".join(line for line in lines(block.text, self.lang) if line))
        elif block.table and (section := section_named(self.sheet, block.table)) and section.table:
            self._table(section, block.columns)
        for n, one in enumerate(block.list, 1):
            words = " ".join(lines(one, self.lang))
            self.paper.text(
                f"{n}. {words}" if block.ordered else words, style="Normal" if block.ordered else "List Bullet"
            )
