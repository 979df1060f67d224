"""Doing exercises of a logic model as a person does: with a mouse, with a finger, or with the keyboard and nothing else."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Locator, Page, expect

HANDS = ("mouse", "touch", "keys")
BEHIND = """target => {
  let here = document.activeElement;
  while (here.shadowRoot?.activeElement) here = here.shadowRoot.activeElement;
  if (here === target) return 0;
  const around = one => { const all = [one]; while (all[0].getRootNode().host) all.unshift(all[0].getRootNode().host); return all; };
  const [mine, its] = [around(here), around(target)];
  const n = its.findIndex((one, n) => one !== mine[n]);
  return !mine[n] || mine[n].compareDocumentPosition(its[n]) & Node.DOCUMENT_POSITION_FOLLOWING ? 1 : -1;
}"""
"""0: the focus is on the target; 1: the target comes after it in the page; -1: before it."""
MOST_TABS = 400


class Hand:
    """One way of working. With "keys" nothing is done but pressing keys: Tab, arrows, Enter, Space and letters."""

    def __init__(self, page: Page, way: str) -> None:
        self.page, self.way = page, way

    def reach(self, target: Locator) -> None:
        """Tab to it, forward or back."""
        handle = target.element_handle()
        for _ in range(MOST_TABS):
            way = handle.evaluate(BEHIND)
            if not way:
                return
            self.page.keyboard.press("Tab" if way > 0 else "Shift+Tab")
        raise AssertionError(f"Tab never reached {target}")

    def press(self, target: Locator, key: str = "Enter") -> None:
        if self.way == "keys":
            self.reach(target)
            self.page.keyboard.press(key)
        elif self.way == "touch":
            target.tap()
        else:
            target.click()

    def choose(self, select: Locator, index: int) -> None:
        """From a list. What a list shows when it is pressed belongs to the system and not to the page: no test can press it."""
        if self.way != "keys":
            select.select_option(index=index)
            return
        self.reach(select)
        for key in ("Home", *["ArrowDown"] * index):
            self.page.keyboard.press(key)

    def pick(self, select: Locator, value: str) -> None:
        """The option of that value, of a list that is filled when it is reached."""
        if self.way == "keys":
            self.reach(select)
        else:
            select.focus()
        values = select.locator("option").evaluate_all("all => all.map(one => one.value)")
        self.choose(select, values.index(value))

    def write(self, field: Locator, text: str) -> None:
        """In place of what stands there."""
        if self.way != "keys":
            self.press(field)
            field.fill(text)
            return
        self.reach(field)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)


class Builder:
    """The board on which a model is built."""

    def __init__(self, lab: Locator, hand: Hand) -> None:
        self.lab, self.hand, self.page = lab, hand, hand.page
        self.fields = lab.locator(".amat-inspector")

    def key(self, name: str) -> Locator:
        return self.lab.locator(f'[data-key="{name}"]')

    def id_of(self, text: str) -> str:
        card = self.lab.locator(".amat-node", has=self.page.get_by_text(text, exact=True))
        return str(card.get_attribute("data-node"))

    def face(self, id: str) -> Locator:
        return self.lab.locator(f'[data-node="{id}"] .amat-node-face')

    def add(self, kind: str, text: str) -> str:
        """Its id."""
        column = self.lab.locator(f'[data-kind="{kind}"]')
        field = column.locator(".amat-add-field")
        self.hand.write(field, text)
        if self.hand.way == "keys":
            self.page.keyboard.press("Enter")
        else:
            self.hand.press(column.locator(".amat-add .amat-button"))
        return self.id_of(text)

    def open(self, id: str) -> None:
        """Show the card's fields."""
        if self.hand.way == "keys":
            self._walk(id)
            self.page.keyboard.press("Enter")
        else:
            self.hand.press(self.face(id))
        expect(self.fields.locator("textarea")).to_be_focused()

    def _walk(self, id: str) -> None:
        """Arrow keys, as the eye sees the cards: to the column, then up or down."""
        self.hand.reach(self.lab.locator('.amat-node-face[tabindex="0"]'))
        rtl = self.lab.evaluate("one => getComputedStyle(one).direction") == "rtl"
        there = self._place(id)
        for _ in range(40):
            here = self._place(str(self.lab.locator(".amat-node:focus-within").get_attribute("data-node")))
            if here == there:
                return
            if here[0] != there[0]:
                key = "ArrowLeft" if (here[0] < there[0]) == rtl else "ArrowRight"
            else:
                key = "ArrowDown" if here[1] < there[1] else "ArrowUp"
            self.page.keyboard.press(key)
        raise AssertionError(f"arrows never reached {id}")

    def _place(self, id: str) -> tuple[int, int]:
        """Column and place in it."""
        found = self.lab.locator(f'[data-node="{id}"]').evaluate(
            "one => [one.closest('.amat-column'), one].map(part => [...part.parentElement.children].indexOf(part))"
        )
        return tuple(found)

    def link(self, start: str, end: str) -> None:
        """The mouse drags an arrow, a finger presses the other card, keys choose it from the list."""
        if self.hand.way == "mouse":
            # Both ends in sight: a page that scrolls under a pressed button drags nothing.
            self.lab.locator(".amat-board").evaluate(
                "board => board.scrollIntoView({block: 'center', behavior: 'instant'})"
            )
            self.face(start).hover()
            self.lab.locator(f'[data-node="{start}"] .amat-port').drag_to(self.face(end))
            return
        self.open(start)
        if self.hand.way == "touch":
            self.hand.press(self.key("pick"))
            self.hand.press(self.face(end))
            return
        self.hand.pick(self.key("target"), end)
        self.hand.press(self.key("add link"))

    def argue(self, because: str) -> None:
        """Leave the first mistake as it is."""
        finding = self.lab.locator(".amat-findings .amat-finding.is-mistake:not(.is-argued)").first
        self.hand.press(finding.locator(".amat-arguing > summary"))
        self.hand.write(finding.locator("input"), because)
        self.hand.press(finding.locator(".amat-arguing .amat-button"))
        expect(self.lab.locator(".amat-findings .is-argued")).to_contain_text(because)


def progress(page: Page, exercise: str) -> dict[str, Any]:
    """What is kept of an exercise: question → entry."""
    raw = page.evaluate("id => localStorage.getItem('amatmida/quiz/' + id)", exercise)
    return dict(json.loads(raw)["items"]) if raw else {}


def scored(page: Page, exercise: str, score: float = 1) -> None:
    """Wait until an exercise done in the builder has its score; the rules speak a moment after the last edit."""
    found = -1.0
    for _ in range(160):
        found = progress(page, exercise).get(exercise, {}).get("score", -1)
        if found >= score:
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"{exercise}: {found}")


# --- questions --------------------------------------------------------------------------------------------------------


def part(item: Locator, id: str) -> Locator:
    return item.locator(f'[data-part="{id}"]')


def classify(hand: Hand, item: Locator, asked: Any, lang: str) -> None:
    ids = item.locator("[data-part]").evaluate_all("all => all.map(one => one.dataset.part)")
    for card in sorted(asked.cards, key=lambda one: ids.index(one.id)):
        select = part(item, card.id).locator("select")
        values = select.locator("option").evaluate_all("all => all.map(one => one.value)")
        hand.choose(select, values.index(card.group))


def multiple(hand: Hand, item: Locator, asked: Any, lang: str) -> None:
    for option in asked.options:
        box = item.locator(f'input[value="{option.id}"]')
        if option.correct and not box.is_checked():
            hand.press(box, "Space")


def order(hand: Hand, item: Locator, asked: Any, lang: str) -> None:
    ids = [card.id for card in asked.cards]
    for place, id in enumerate(ids):
        if hand.way == "keys":
            hand.choose(part(item, id).locator("select"), place)
            continue
        now = item.locator("[data-part]").evaluate_all("all => all.map(one => one.dataset.part)")
        for _ in range(now.index(id) - place):
            hand.press(part(item, id).locator(".amat-move").first)


def match(hand: Hand, item: Locator, asked: Any, lang: str) -> None:
    for pair in asked.pairs:
        select = part(item, pair.id).locator("select")
        right = getattr(pair.right, lang)
        words = select.locator("option").all_inner_texts()
        hand.choose(select, next(n for n, text in enumerate(words) if text.endswith(right)))


def reflect(hand: Hand, item: Locator, asked: Any, lang: str) -> None:
    hand.write(item.locator("textarea"), "כי כך" if lang == "he" else "because")


ANSWER = {"classify": classify, "multiple": multiple, "order": order, "match": match, "reflect": reflect}


def draw(page: Page, hand: Hand, exercise: Any, model: Any, lang: str) -> None:
    """Links of a connect exercise on its board: a card, and then the card it leads to."""
    texts = {node.id: getattr(node.text, lang) for node in model.nodes}
    board = page.locator("amat-connect")
    links = [(k.from_, k.to) for k in model.links if {k.from_, k.to} <= set(exercise.nodes)]
    for start, end in links:
        for id in (start, end):
            hand.press(board.get_by_role("button", name=texts[id], exact=True))
        box = page.locator(f'[data-item="{exercise.id}-{start}"] input[value="{end}"]')
        expect(box).to_be_checked()
