"""Which items a quiz asks: its own, then the scored ones of the banks it draws from."""

from __future__ import annotations

from dataclasses import dataclass

from amatmida.core.catalog import Catalog
from amatmida.core.model import Text
from amatmida.quiz.items import UNSCORED, Item
from amatmida.quiz.model import ItemFile, Quiz


@dataclass(frozen=True)
class Asked:
    """An item as this quiz asks it."""

    item: Item
    stem: Text | None = None
    """Its scenario."""
    bank: str | None = None
    """The bank it is drawn from; None for the quiz's own items."""


def drawable(bank: ItemFile) -> list[Item]:
    """Items a draw may take: a score made of opinions and plans would say nothing."""
    return [item for item in bank.items if item.type not in UNSCORED]


def asked_by(quiz: Quiz, catalog: Catalog) -> list[Asked]:
    """Every item that may be asked, each once; of a bank's items the browser keeps as many as the draw takes."""
    asked = {item.id: Asked(item, quiz.stems.get(item.stem or "")) for item in quiz.items}
    for draw in quiz.behaviour.draw:
        bank = catalog.get("bank", draw.bank) or catalog.get("quiz", draw.bank)
        if bank is None:
            continue
        for item in drawable(bank.record):
            asked.setdefault(item.id, Asked(item, bank.record.stems.get(item.stem or ""), draw.bank))
    return list(asked.values())
