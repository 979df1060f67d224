"""Words copied from another text are found through markup, lost letters and line ends, and nothing else is."""

from __future__ import annotations

from amatmida.core.copying import copied, runs_of

ORIGINAL = "ראשית\nתכ\uf8ffון סדור ומוכוון תוצאות של השירות החברתי   .א\n\nבאמצעות תיאוריית שיוי ומודל לוגי\n"


def found(text: str, *allowed: str) -> list[tuple[int, str]]:
    return [(one.line, one.words) for one in copied(text, runs_of([ORIGINAL], allowed))]


def test_a_copied_passage_is_one_with_its_line_and_its_words() -> None:
    text = "שלנו\n\nמבוא: תכנון סדור ומוכוון תוצאות של השירות החברתי באמצעות תיאוריית שינוי. סוף"
    assert found(text) == [(3, "תכנון סדור ומוכוון תוצאות של השירות החברתי באמצעות תיאוריית שינוי")]


def test_markup_does_not_hide_it() -> None:
    text = "**תכנון** סדור [[outcome|ומוכוון תוצאות]] [של](x.md#y) השירות\nהחברתי [@decision-489 §2(א)] באמצעות תִּיאוֹרְיַית שינוי"
    assert [line for line, _ in found(text)] == [1]


def test_seven_words_are_not_copying() -> None:
    assert found("תכנון סדור ומוכוון תוצאות של השירות החברתי הזה") == []


def test_an_allowed_quotation_is_not_reported() -> None:
    text = "תכנון סדור ומוכוון תוצאות של השירות החברתי באמצעות"
    assert found(text) and not found(text, "תכנון סדור ומוכוון תוצאות של השירות החברתי באמצעות")


def test_two_passages_are_two() -> None:
    passage = "סדור ומוכוון תוצאות של השירות החברתי באמצעות תיאוריית"
    assert [line for line, _ in found(f"{passage}\nאבל\n{passage}")] == [1, 3]
    assert found("") == []
