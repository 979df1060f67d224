"""A board with more cards than the screen shows: cards in piles, arrows, keys."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from bench.lab import model as large
from web.steps import until
from web.test_lab import add, lab_site, opened, person

pytestmark = pytest.mark.browser
__all__ = ["lab_site", "person"]
CARDS = 72
# One of the lit arrows leaves the chosen card at half its height.
MEETS = """(() => {
  const card = document.querySelector('[data-selected]').getBoundingClientRect();
  const from = document.querySelector('.amat-lines').getBoundingClientRect().y;
  const drawn = document.querySelector('.amat-line.is-lit').getAttribute('d') ?? '';
  const starts = [...drawn.matchAll(/M-?\\d+ (-?\\d+)C/g)].map(([, y]) => Number(y) + from);
  return starts.some(y => Math.abs(y - card.y - card.height / 2) <= 2);
})()"""


@pytest.fixture
def board(person):
    """A page with 72 cards, 12 in each column, and 60 links; they stand in two piles a column."""
    saved = json.dumps({"v": 1, "rev": 1, "at": 1, "model": large(CARDS, 60)})
    visitor = person()
    visitor.context.add_init_script(f"localStorage.setItem('amatmida/model/m-bench', {json.dumps(saved)})")
    return opened(visitor)


def order(page: Page, kind: str) -> list[str]:
    cards = page.locator(f'[data-kind="{kind}"] .amat-node')
    found: list[str] = cards.evaluate_all("all => all.map(one => one.dataset.node)")
    return found


def piles(page: Page, kind: str) -> list[int]:
    found: list[int] = page.locator(f'[data-kind="{kind}"] .amat-pile').evaluate_all(
        "all => all.map(one => one.children.length)"
    )
    return found


def ids(first: int, last: int) -> list[str]:
    return [f"n{n}" for n in range(first, last)]


def test_cards_keep_their_order_from_pile_to_pile(board):
    assert order(board, "input") == ids(0, 12)
    assert piles(board, "input") == [8, 4]
    board.locator('[data-node="n7"] .amat-node-face').focus()
    board.keyboard.press("ArrowDown")
    assert board.evaluate("document.activeElement.closest('.amat-node').dataset.node") == "n8"
    board.keyboard.press("Alt+ArrowUp")
    assert order(board, "input") == [*ids(0, 7), "n8", "n7", *ids(9, 12)]
    assert piles(board, "input") == [8, 4]
    assert board.evaluate("document.activeElement.closest('.amat-node').dataset.node") == "n8", "the focus goes along"
    board.keyboard.press("Alt+ArrowUp")
    assert order(board, "input") == [*ids(0, 6), "n8", "n6", "n7", *ids(9, 12)]
    board.keyboard.press("Alt+ArrowLeft")
    assert order(board, "input") == [*ids(0, 8), *ids(9, 12)]
    assert order(board, "activity") == [*ids(12, 24), "n8"]
    assert piles(board, "activity") == [8, 5]
    for _ in range(3):
        board.keyboard.press("Control+z")
    assert order(board, "input") == ids(0, 12)
    assert order(board, "activity") == ids(12, 24)


def test_a_pile_that_empties_goes_and_a_full_one_makes_room(board):
    for n in ids(8, 12):
        board.locator(f'[data-node="{n}"] .amat-node-face').focus()
        board.keyboard.press("Alt+ArrowLeft")
    assert piles(board, "input") == [8]
    assert piles(board, "activity") == [8, 8]
    field = board.locator('[data-kind="activity"] .amat-add-field')
    field.fill("עוד כרטיס")
    field.press("Enter")
    assert piles(board, "activity") == [8, 8, 1]
    assert order(board, "activity")[:12] == ids(12, 24)


def test_arrows_end_at_the_cards_in_sight_after_scrolling(board):
    """Cards out of sight are only guessed at; once seen, the arrows meet them."""
    last = board.locator('[data-node="n11"]')
    last.scroll_into_view_if_needed()
    board.locator('[data-node="n11"] .amat-node-face').click()
    until(board, MEETS)


def test_a_card_out_of_sight_is_read_and_found(board):
    """Nothing is taken out of the page: only drawing waits."""
    assert board.locator(".amat-board").aria_snapshot().count("- listitem") == CARDS
    assert board.evaluate("window.find('71 ירידה')"), "the browser's own search in the page"


def test_one_column_has_no_port_to_drag_from(person):
    """There is no other card to drag to."""
    page = opened(person(width=320))
    add(page, "input", "צוות")
    expect(page.locator(".amat-node")).to_have_attribute("data-selected", "")
    expect(page.locator(".amat-port")).to_be_hidden()
