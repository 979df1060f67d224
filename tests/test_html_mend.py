"""Mends in finished HTML: each does its one thing, and doing it twice changes nothing."""

from __future__ import annotations

import pytest

from amatmida.adapters.html_mend import STRINGS, fallback_404, mend

PAGE = '<!doctype html><html lang="xx" class="no-js"><body>{}</body></html>'


def mended(body: str, lang: str = "he") -> str:
    direction = "ltr" if lang == "en" else "rtl"
    return mend(PAGE.format(body), lang, direction, STRINGS[lang])


CASES = [
    ('<a class="headerlink" href="#x" title="Permanent link">¶</a>', 'title="קישור קבוע לסעיף הזה"'),
    ('<a class="footnote-backref" href="#fnref:1" title="Jump back to footnote 1 in the text">↩</a>', "הערה 1"),
    ('<input type="checkbox" disabled checked/>', 'aria-label="בוצע"'),
    ('<input type="checkbox" disabled/>', 'aria-label="לא בוצע"'),
    ("<td>-12%</td>", '<bdi dir="ltr">-12%</bdi>'),
    ("<td>2024-2026</td>", '<bdi dir="ltr">2024-2026</bdi>'),
    ("<p><code>--strict</code></p>", '<code dir="ltr">--strict</code>'),
    ("<p><code>תפוקה</code></p>", '<code dir="rtl">תפוקה</code>'),
    ("<bdi>-12</bdi>", '<bdi dir="ltr">-12</bdi>'),
    ('<div data-md-component="skip"> </div>', STRINGS["he"]["skip"]),
]


@pytest.mark.parametrize(("before", "after"), CASES)
def test_each_mend(before: str, after: str) -> None:
    once = mended(before)
    assert after in once
    assert mend(once, "he", "rtl", STRINGS["he"]) == once


def test_language_and_direction_stand_on_the_html_element() -> None:
    assert mended("").startswith('<!doctype html><html lang="he" dir="rtl" class="no-js">')
    assert '<html lang="en" dir="ltr"' in mended("", "en")


@pytest.mark.parametrize("body", ["<td>תוצאה 3</td>", "<td>word</td>", "<p>-12</p>"])
def test_other_cells_are_left_alone(body: str) -> None:
    assert body in mended(body)


def test_data_for_scripts_is_left_alone() -> None:
    data = '<script type="application/json">{"a":"<code>-1</code>"}</script>'
    assert data in mended(data)


def test_only_the_default_language_writes_the_404_page() -> None:
    assert fallback_404("x", "he", "he", str.upper) == "X"
    assert fallback_404("x", "en", "he", str.upper) == ""


def test_the_same_strings_in_every_language() -> None:
    assert {frozenset(table) for table in STRINGS.values()} == {frozenset(STRINGS["he"])}
