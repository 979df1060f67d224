"""The files of the index: lines of words, cut into pieces, and the bounds by which a browser finds a piece."""

from __future__ import annotations

import json
import subprocess

import pytest

from amatmida.search.index import USUAL, bounds, cut, lines
from browser import node
from search.words import WEB

HOLDING = """
import { contents, extensions, holding, piece, postings } from %s;
let text = ''; for await (const part of process.stdin) text += part;
const { bounds, terms, exact, line } = JSON.parse(text);
const site = contents({ folder: '', words: [1], pieces: bounds, facets: [], fields: [], kinds: {} });
const held = terms.map((term) => holding(site.pieces, term, exact).map(({ number }) => number));
const read = line && [...piece(line)].map(([word, rest]) => [word, postings(rest).map(({ page, at, weight }) => [page, at, weight])]);
process.stdout.write(JSON.stringify({ held, read }));
"""


def in_browser(
    pieces: list[list[str]], terms: list[str], exact: bool = True, line: str = ""
) -> dict[str, list[object]]:
    """For each term, the numbers of the pieces where it may stand; and what is read of a line."""
    script = HOLDING % json.dumps((WEB / "reader.js").as_uri())
    data = json.dumps({"bounds": " ".join(bounds(pieces)), "terms": terms, "exact": exact, "line": line})
    command = [node(), "--input-type=module", "-e", script]
    done = subprocess.run(command, input=data.encode(), capture_output=True, check=True)
    answer: dict[str, list[object]] = json.loads(done.stdout)
    return answer


def test_a_line_leads_from_page_to_page_and_leaves_the_usual_weight_out() -> None:
    words = {"מדד0": [(7, [USUAL, 3, 4], [-1, 0]), (2, [5], []), (30, [-49, 1, USUAL, 2], [])]}
    (line,) = lines(words)
    assert line == "מדד0 2;5 5;3,4;-1,0 23;-49,1,-25,2"
    usual, heavy = 24, 48
    read = [["מדד0", [[2, [5], usual], [7, [3, 7], 2 * usual], [30, [1, 2], heavy + usual]]]]
    assert in_browser([["מדד0"]], [], line=line)["read"] == read


def test_joined_keys_are_left_out_and_numbers_kept() -> None:
    words = ["מדד0", "מדד0מדידה0", "מדד1מדידה0", "מדידה1kpi", "2020", "10", "kpi2", "ב", "مؤشر0", "مؤشر0مؤشرات0"]
    kept = [line.split(" ")[0] for line in lines({word: [(1, [1], [])] for word in words})]
    assert set(kept) == {"מדד0", "2020", "10", "kpi2", "ב", "مؤشر0"}


def test_words_stand_in_the_order_in_which_a_browser_compares_them() -> None:
    # U+1F600 is two signs to a browser, the first of them before U+FB01.
    words = ["\ufb01", "\U0001f600", "א", "z", "é"]
    ordered = [line.split(" ")[0] for line in lines({word: [(0, [1], [])] for word in words})]
    assert ordered == ["z", "é", "א", "\U0001f600", "\ufb01"]
    script = f"process.stdout.write(JSON.stringify({json.dumps(words)}.sort()))"
    assert json.loads(subprocess.run([node(), "-e", script], capture_output=True, check=True).stdout) == ordered


def test_a_long_line_is_a_piece_of_its_own_and_none_is_lost() -> None:
    long = "c" * 30
    assert list(cut(["a" * 4, "b" * 4, long, "d" * 5, "e" * 5, "f"], 10)) == [
        ["aaaa", "bbbb"],
        [long],
        ["ddddd", "eeeee"],
        ["f"],
    ]
    assert list(cut([long], 10)) == [[long]]
    assert list(cut([], 10)) == []


@pytest.mark.parametrize(
    ("pieces", "told"),
    [
        ([["apple", "banana"], ["melon", "pear"]], ["a", "b", "m", "p"]),
        ([["מדד0", "מדידה0"], ["מדידה1", "מדיניות0"]], ["מ", "מדידה0", "מדידה1", "מ"]),
        ([["in", "index"], ["indexes", "into"], ["x"]], ["i", "index", "indexe", "i", "x", "x"]),
        ([["alone"]], ["a", "a"]),
    ],
)
def test_bounds_say_as_much_as_tells_neighbours_apart(pieces: list[list[str]], told: list[str]) -> None:
    assert list(bounds(pieces)) == told


def test_a_browser_finds_the_piece_of_every_word_and_none_for_words_in_the_gap() -> None:
    pieces = [["apple", "banana"], ["melon", "pear"], ["מדד0", "מדידה0"], ["מדידה1", "תוצאה0"]]
    each = [word for piece in pieces for word in piece]
    assert in_browser(pieces, each)["held"] == [[n] for n, piece in enumerate(pieces) for _ in piece]
    gaps = ["0", "cherry", "lemon", "quince", "zebra", "אבן0", "מדידה00", "תת"]
    assert in_browser(pieces, gaps)["held"][:6] == [[]] * 6


def test_a_beginning_is_looked_for_in_both_pieces_that_may_go_on_with_it() -> None:
    pieces = [["indent", "index"], ["indexes", "into"], ["zebra"]]
    assert in_browser(pieces, ["index", "inde", "int"], exact=False)["held"] == [[0, 1], [0, 1], [1]]
