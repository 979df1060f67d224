"""A board with more cards than the screen shows: cards in piles, arrows, keys."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from bench.lab import model as large
from browser import axe
from web.lab_page import TEXTS, add, cards, face, four, link, opened, press, said, words
from web.steps import until

pytestmark = pytest.mark.browser
CARDS = 72
# One of the lit arrows leaves the chosen card at half its height.
MEETS = """(() => {
  const card = document.querySelector('.amat-node-face[aria-pressed="true"]').closest('.amat-node').getBoundingClientRect();
  const from = document.querySelector('.amat-lines').getBoundingClientRect().y;
  const drawn = document.querySelector('.amat-line.is-lit').getAttribute('d') ?? '';
  const starts = [...drawn.matchAll(/M-?\\d+ (-?\\d+)C/g)].map(([, y]) => Number(y) + from);
  return starts.some(y => Math.abs(y - card.y - card.height / 2) <= 2);
})()"""

# How many arrows there are.
DRAWN = "[...document.querySelectorAll('.amat-line:not(.is-lit)')].flatMap(one => one.getAttribute('d')?.match(/M/g) ?? []).length"
# The card that has the focus is seen whole with nothing over it, and so is a name of its column, not over it.
STAYS = """(() => {
  const box = one => one.getBoundingClientRect();
  const seen = ({top, bottom, height}) => height > 0 && top >= 0 && bottom <= innerHeight;
  const card = document.activeElement.closest('.amat-node');
  const {left, right, top, bottom} = box(document.activeElement);
  const free = [top + 4, (top + bottom) / 2, bottom - 4].every(y => document.elementFromPoint((left + right) / 2, y)?.closest('.amat-node') === card);
  const names = [...document.querySelectorAll('.amat-names > .is-input, .is-input > .amat-column-title')].map(box).filter(seen);
  return free && names.length > 0 && names.every(name => name.bottom <= top || name.top >= bottom);
})()"""
IN_HAND = "document.activeElement.closest('.amat-node').dataset.node"


def many(visitor, lang: str = "he", nodes: int = CARDS, name: str = "index") -> Page:
    """A page with so many cards, 12 in each column when there are 72, and 60 links."""
    saved = json.dumps({"v": 1, "rev": 1, "at": 1, "model": large(nodes, 60) | {"lang": lang}})
    visitor.context.add_init_script(f"localStorage.setItem('amatmida/model/m-bench', {json.dumps(saved)})")
    return opened(visitor, lang, name)


@pytest.fixture
def board(person):
    """72 cards stand in two piles a column."""
    return many(person())


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


def test_arrows_follow_cards_that_are_moved_grow_or_go(board):
    """On a large board they come right after the card, with the next frame."""
    until(board, f"{DRAWN} === 60")
    face(board, "n3").focus()
    board.keyboard.press("Alt+ArrowDown")
    face(board, "n3").click()
    until(board, MEETS)
    board.locator(".amat-inspector textarea").fill("מילים רבות על כרטיס אחד " * 8)
    until(board, MEETS)
    face(board, "n2").click()
    gone = board.locator(".amat-link-rows > li")
    gone.first.wait_for()
    links = gone.count()
    press(board, "he", "remove_card")
    press(board, "he", "remove_do")
    until(board, f"{DRAWN} === {60 - links}")
    board.keyboard.press("Control+z")
    until(board, f"{DRAWN} === 60")


def test_a_card_out_of_sight_is_read_and_found(board):
    """Nothing is taken out of the page: only drawing waits."""
    assert board.locator(".amat-board").aria_snapshot().count("- listitem") == CARDS
    assert board.evaluate("window.find('71 ירידה')"), "the browser's own search in the page"


def test_one_column_has_no_port_to_drag_from(person):
    """There is no other card to drag to."""
    page = opened(person(width=320))
    add(page, "input", "צוות")
    page.hover(".amat-node")
    expect(page.locator(".amat-port")).to_be_hidden()


def names_stay(page: Page) -> None:
    """From the first card of a column to its last and back by keys: its name is seen, and never over the card in hand."""
    # The signs on the cards make them higher.
    page.locator(".amat-sign").first.wait_for(state="attached")
    page.locator('[data-node="n0"] .amat-node-face').focus()
    for n in [*range(1, 12), *range(10, -1, -1)]:
        page.keyboard.press("ArrowDown" if page.evaluate(IN_HAND) == f"n{n - 1}" else "ArrowUp")
        assert page.evaluate(IN_HAND) == f"n{n}"
        until(page, STAYS)


@pytest.mark.parametrize("lang", ["he", "en"])
@pytest.mark.parametrize(("width", "height"), [(1280, 500), (1280, 256), (900, 500), (320, 500), (320, 256)])
def test_column_names_stay_in_sight_and_off_the_focus(person, lang, width, height):
    page = many(person(width=width, reduced_motion="reduce"), lang)
    page.set_viewport_size({"width": width, "height": height})
    names_stay(page)


def test_column_names_stay_on_an_enlarged_board(person):
    """Its columns do not fit beside each other: the board scrolls by itself, both ways."""
    page = many(person(reduced_motion="reduce"))
    for _ in range(3):
        page.get_by_role("button", name=words("he", "zoom_in")).click()
    board = page.locator(".amat-board")
    assert board.evaluate("one => one.scrollWidth > one.clientWidth && one.scrollHeight > one.clientHeight")
    names_stay(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_names_that_stay_are_for_the_eye_and_count_along(board):
    name = board.locator(".amat-names > .is-input")
    assert name.inner_text() == board.locator(".amat-column.is-input > .amat-column-title").inner_text()
    assert "(12)" in name.inner_text()
    assert board.locator(".amat-board").aria_snapshot().count("(12)") == 2 * 6, (
        "a group's name and its title, not thrice"
    )
    add(board, "input", "עוד כרטיס")
    assert "(13)" in name.inner_text()
    board.emulate_media(media="print")
    expect(board.locator(".amat-names")).to_be_hidden()
    assert board.locator(".amat-board").evaluate("one => one.scrollHeight <= one.clientHeight + 2"), (
        "nothing cut on paper"
    )


@pytest.mark.parametrize("width", [1280, 900, 320])
def test_a_small_board_is_as_high_as_its_cards(person, width):
    page = many(person(width=width), nodes=60)
    page.set_viewport_size({"width": width, "height": 400})
    assert page.locator(".amat-board").evaluate("one => one.scrollHeight === one.clientHeight")
    expect(page.locator(".amat-names")).to_be_hidden()


def test_only_the_arrows_that_moved_are_drawn_again(board):
    board.locator('[data-node="n3"] .amat-node-face').focus()
    board.evaluate("""window.drawn = []; new MutationObserver(all => all.forEach(({target}) => window.drawn.push(target)))
      .observe(document.querySelector('.amat-lines'), {subtree: true, attributes: true, attributeFilter: ['d']})""")
    board.keyboard.press("Alt+ArrowDown")
    until(board, "window.drawn.length > 0")
    lines = board.locator(".amat-line:not(.is-lit)").count()
    again = board.evaluate("new Set(window.drawn.filter(one => one.matches('.amat-line:not(.is-lit)'))).size")
    assert 0 < again < lines


def test_what_is_said_comes_after_the_edit(person):
    """In the task of the edit and in its frame nothing is said yet; then it is, and the last words win."""
    page = opened(person())
    ids = four(page, "he")
    link(page, ids[0], ids[1])
    before = said(page)
    assert before == words("he", "linked", **{"from": TEXTS["he"][0], "to": TEXTS["he"][1]})
    seen = page.evaluate("""() => { const live = document.querySelector('.amat-lab-inside > .amat-live');
      const press = key => document.querySelector('.amat-node-face').dispatchEvent(new KeyboardEvent('keydown', {key, code: key, ctrlKey: true, bubbles: true}));
      const said = [];
      new MutationObserver(() => said.push(live.innerText)).observe(live, {childList: true});
      press('KeyZ');
      const at = live.innerText;
      press('KeyY');
      return new Promise(done => requestAnimationFrame(() => { const framed = live.innerText; setTimeout(() => setTimeout(() => done([at, framed, said]))); })) }""")
    assert seen == [before, before, [words("he", "redone", words=before)]]
    assert len(cards(page)) == 4


def test_the_same_words_are_said_again(person):
    page = opened(person())
    heard = "window.heard = 0; new MutationObserver(() => window.heard++).observe(document.querySelector('.amat-lab-inside > .amat-live'), {childList: true})"
    page.evaluate(heard)
    for _ in range(2):
        page.get_by_role("button", name=words("he", "undo")).focus()
        page.keyboard.press("Enter")
        assert said(page) == words("he", "no_undo")
    assert page.evaluate("window.heard") == 2


def test_a_card_goes_and_the_focus_is_on_the_next(person):
    page = opened(person())
    add(page, "input", "צוות")
    add(page, "input", "תקציב")
    ids = cards(page)
    face(page, ids[0]).click()
    page.locator("[data-key=remove]").click()
    assert cards(page) == ids[1:]
    assert page.evaluate("document.activeElement.closest('.amat-node')?.dataset.node") == ids[1]
    expect(page.locator(".amat-inspector textarea")).to_have_value("תקציב")
    expect(page.locator("[data-key=remove]")).to_be_visible()


@pytest.mark.parametrize(("lang", "name", "width"), [("he", "index", 1280), ("en", "dark", 320), ("he", "dark", 640)])
def test_axe_finds_nothing_on_a_large_board(person, lang: str, name: str, width: int) -> None:
    page = many(person(width=width, reduced_motion="reduce"), lang, name=name)
    assert axe(page) == []
    if width < 736:
        page.locator(".amat-stages select").select_option("output")
    face(page, order(page, "output")[9]).click()
    page.locator(".amat-inspector textarea").wait_for()
    page.locator(".amat-findings .amat-finding").first.wait_for()
    assert axe(page) == []
    page.evaluate("scrollBy(0, document.body.scrollHeight)")
    assert axe(page) == []
