"""Rules of quizzes: keys, feedback, scenarios, gaps, draws, and keys that give themselves away."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import Any

from amatmida.core.catalog import Catalog, Document, Entry
from amatmida.core.checks import check_page_ref
from amatmida.core.model import Lang
from amatmida.core.problem import Problem
from amatmida.core.text import comparable
from amatmida.quiz.draws import drawable
from amatmida.quiz.items import (
    NO_GROUP,
    Classify,
    Cloze,
    Item,
    Match,
    Multiple,
    Numeric,
    Order,
    Poll,
    Reflect,
    Scale,
    Single,
    TrueFalse,
)
from amatmida.quiz.model import Bank, Quiz

GAP = re.compile(r"\[\[([^\]]*)\]\]")
# Below this many single-choice items in a file, the place and length of keys say nothing.
ENOUGH_TO_JUDGE = 8
MOST_LONGEST = 0.6

ItemCheck = Callable[[Entry[Any], tuple[Lang, ...]], Iterator[Problem]]


def check_quizzes(catalog: Catalog, complete: tuple[Lang, ...], files: Collection[str]) -> Iterator[Problem]:
    """All quiz rules. `files`: paths below docs/ that exist."""
    for entry in catalog.all("item").values():
        yield from _check_references(entry, catalog, files)
        yield from _check_parts(entry)
        for check in ITEM_CHECKS.get(type(entry.record), ()):
            yield from check(entry, complete)
    for document in catalog.documents:
        if isinstance(document.record, Quiz | Bank):
            yield from _check_key_shape(document)
        if isinstance(document.record, Quiz):
            yield from _check_draws(document, catalog)


def _check_references(entry: Entry[Any], catalog: Catalog, files: Collection[str]) -> Iterator[Problem]:
    item = entry.record
    for index, id in enumerate(item.objectives):
        if not catalog.get("objective", id):
            yield entry.problem("O001", "objectives", index, id=id)
    for index, source in enumerate(item.source):
        if not catalog.get("source", source.id):
            yield entry.problem("O006", "source", index, id=source.id)
    if item.stem and item.stem not in entry.document.record.stems:
        yield entry.problem("Q005", "stem", id=item.stem)
    if item.image and item.image.src not in files:
        yield entry.problem("Q014", "image", "src", src=item.image.src)
    yield from check_page_ref(entry, item.read, catalog, "read")
    for loc, part in parts_of(item):
        if (found := getattr(part, "misconception", None)) and not catalog.get("misconception", found):
            yield entry.problem("O007", *loc, "misconception", id=found)


def parts_of(item: Item) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """The item itself and every option, card, pair … inside it, with its place."""
    yield (), item
    for field in ("options", "pairs", "extras", "cards", "groups", "blanks", "wrong", "steps", "rubric"):
        for index, part in enumerate(getattr(item, field, ())):
            yield (field, index), part


def _check_parts(entry: Entry[Any]) -> Iterator[Problem]:
    """Ids are unique among what the learner chooses from; no two choices read the same."""
    for fields in (("options",), ("pairs", "extras"), ("cards",), ("groups",), ("blanks",), ("steps",), ("rubric",)):
        ids: set[str] = set()
        words: set[str] = set()
        for field in fields:
            for index, part in enumerate(getattr(entry.record, field, ())):
                if part.id in ids:
                    yield entry.problem("Q004", field, index, "id", id=part.id)
                text = getattr(part, "right", None) or getattr(part, "text", None)
                same = comparable(text.he) if text else ""
                if text and same in words:
                    yield entry.problem("Q012", field, index, text=text.he)
                ids.add(part.id)
                words.add(same)


def _check_single(entry: Entry[Single], complete: tuple[Lang, ...]) -> Iterator[Problem]:
    right = [i for i, option in enumerate(entry.record.options) if option.correct]
    if len(right) > 1:
        yield entry.problem("Q001", "options", right[1], count=len(right))


def _check_choices(entry: Entry[Any], complete: tuple[Lang, ...]) -> Iterator[Problem]:
    if not any(option.correct for option in entry.record.options):
        yield entry.problem("Q002", "options")
    for index, option in enumerate(entry.record.options):
        if not option.correct and option.feedback is None:
            yield entry.problem("Q003", "options", index, id=option.id)


def _check_classify(entry: Entry[Classify], complete: tuple[Lang, ...]) -> Iterator[Problem]:
    groups = {group.id for group in entry.record.groups} | {NO_GROUP}
    for index, card in enumerate(entry.record.cards):
        if card.group not in groups:
            yield entry.problem("Q008", "cards", index, "group", id=card.group, groups=" ".join(sorted(groups)))


def _check_cloze(entry: Entry[Cloze], complete: tuple[Lang, ...]) -> Iterator[Problem]:
    item = entry.record
    wanted = sorted(blank.id for blank in item.blanks)
    for lang in ("he", "en", "ar"):
        words = getattr(item.text, lang)
        if words is not None and sorted(GAP.findall(words)) != wanted:
            yield entry.problem(
                "Q009", "text", lang, lang=lang, gaps=" ".join(GAP.findall(words)), ids=" ".join(wanted)
            )
    for index, blank in enumerate(item.blanks):
        for lang in complete:
            if not blank.accept.get(lang):
                yield entry.problem("Q010", "blanks", index, "accept", id=blank.id, lang=lang)


def _check_numeric(entry: Entry[Numeric], complete: tuple[Lang, ...]) -> Iterator[Problem]:
    item = entry.record
    for index, wrong in enumerate(item.wrong):
        if abs(wrong.value - item.value) <= item.tolerance:
            yield entry.problem("Q011", "wrong", index, "value", value=wrong.value)


ITEM_CHECKS: dict[type[Any], tuple[ItemCheck, ...]] = {
    Single: (_check_single, _check_choices),
    Multiple: (_check_choices,),
    TrueFalse: (),
    Match: (),
    Order: (),
    Classify: (_check_classify,),
    Cloze: (_check_cloze,),
    Numeric: (_check_numeric,),
    Scale: (),
    Reflect: (),
    Poll: (),
}


def _check_draws(document: Document[Quiz], catalog: Catalog) -> Iterator[Problem]:
    quiz = document.record
    if not quiz.items and not quiz.behaviour.draw:
        yield document.at(("quiz",), "Q013")
    for index, draw in enumerate(quiz.behaviour.draw):
        place = ("behaviour", "draw", index)
        bank = catalog.get("bank", draw.bank) or catalog.get("quiz", draw.bank)
        if bank is None:
            yield document.at((*place, "bank"), "Q006", id=draw.bank)
        elif draw.take > len(drawable(bank.record)):
            yield document.at((*place, "take"), "Q007", take=draw.take, have=len(drawable(bank.record)))


def _check_key_shape(document: Document[Any]) -> Iterator[Problem]:
    """A key that is mostly the longest option, or always at the same place, is guessed and not known."""
    singles = [
        item for item in document.record.items if isinstance(item, Single) and any(o.correct for o in item.options)
    ]
    if len(singles) < ENOUGH_TO_JUDGE:
        return
    keys = [next(i for i, o in enumerate(item.options) if o.correct) for item in singles]
    longest = sum(
        len(item.options[key].text.he) > max(len(o.text.he) for o in item.options if not o.correct)
        for item, key in zip(singles, keys, strict=True)
    )
    if longest > MOST_LONGEST * len(singles):
        yield document.at((), "Q015", longest=longest, of=len(singles))
    if len(set(keys)) == 1:
        yield document.at((), "Q016", place=keys[0] + 1, of=len(singles))
