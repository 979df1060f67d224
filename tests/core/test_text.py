"""Which version a reader sees, safe HTML, and words compared as people do."""

from __future__ import annotations

import pytest

from amatmida.core.checks import personal_data, valid_id_number
from amatmida.core.model import Text
from amatmida.core.source import resolve
from amatmida.core.text import comparable, inline_html, shown, shown_html, text_hash


def test_a_reader_sees_the_translation_while_it_is_fresh() -> None:
    fresh = Text(he="שלום", en="Hello", translates={"en": text_hash("שלום")})
    assert (shown(fresh, "en").value, shown(fresh, "en").reason) == ("Hello", "")


def test_a_stale_or_missing_translation_falls_back_to_hebrew() -> None:
    stale = Text(he="שלום רב", en="Hello", translates={"en": text_hash("שלום")})
    assert (shown(stale, "en").value, shown(stale, "en").lang, shown(stale, "en").reason) == ("שלום רב", "he", "stale")
    assert shown(stale, "ar").reason == "missing"
    assert shown_html(stale, "en") == '<span lang="he" dir="rtl">שלום רב</span>'


def test_the_hash_follows_words_not_line_ends() -> None:
    assert text_hash("א \nב\n") == text_hash("א\r\nב")
    assert text_hash("א ב") != text_hash("א ג")


def test_a_hash_is_never_a_number_to_yaml() -> None:
    for n in range(2000):
        stamp = text_hash(f"text {n}")
        assert resolve(stamp) == stamp


@pytest.mark.parametrize(
    ("value", "html"),
    [
        ("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"),
        ('"quoted" & more', "&quot;quoted&quot; &amp; more"),
        ("a **b** c", "a <strong>b</strong> c"),
        ("`<b>`", "<code>&lt;b&gt;</code>"),
        ("ירידה של -12% בשנה", 'ירידה של <bdi dir="ltr">-12%</bdi> בשנה'),
        ("2024-2026", "2024-2026"),
        ("one\n\ntwo", "one<br><br>two"),
    ],
)
def test_inline_html(value: str, html: str) -> None:
    assert inline_html(value) == html


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("תוצאה", "התוצאה"), ("בִּיּוּשׁ", "ביוש"), ('דו"ח', "דו״ח"), ("מיקור־חוץ", "מיקור חוץ"), ("Outcome", "outcome"),
        ("מדידה ", "מדידה."), ("בנצ'מרק", "בנצ׳מרק"),
    ],
)  # fmt: skip
def test_the_same_answer(one: str, other: str) -> None:
    assert comparable(one) == comparable(other)


@pytest.mark.parametrize(("one", "other"), [("תפוקה", "תוצאה"), ("הר", "ר"), ("היעד", "עדים")])
def test_different_answers(one: str, other: str) -> None:
    assert comparable(one) != comparable(other)


@pytest.mark.parametrize("words", ["דוא״ל a.b@example.org כאן", "טלפון 052-1234567", "03-1234567", "ת״ז 123456782"])
def test_personal_data_is_found(words: str) -> None:
    assert personal_data(words)


@pytest.mark.parametrize("words", ["בין 2020 ל־2024", "9,000,000,000", "123456789", "החלטה 489", "2/4/8", "1.12.2024"])
def test_ordinary_numbers_are_not_personal_data(words: str) -> None:
    assert personal_data(words) == ""


def test_id_check_digit() -> None:
    assert valid_id_number("000000018")
    assert not valid_id_number("000000019")
