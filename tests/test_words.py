"""Python and the browser compare words in the same way: both get the same strings, through node."""

from __future__ import annotations

import json
import subprocess
import unicodedata
from pathlib import Path

import pytest

from amatmida.core.text import comparable
from browser import node

WORDS_JS = Path(__file__).parent.parent / "plugins/amatmida/web/quiz/words.js"
PLAIN = """תפוקה|התפוקה|ה תפוקה|הד|הדר|הדרכה|תפוקות|שלום|שלומ|מדדים|צרכן|אף|ארץ|ךםןףץ|חד־פעמי|חד-פעמי|חד–פעמי
דו"ח|דו״ח|דוח|צה״ל|ג׳ירפה|ג'ירפה|ג’ירפה|תוצאה.|תוצאה!|?תוצאה|  תוצאה  |תוצאה, ואז|1,234.5|12%|-3|+3|3-4|½|x²|№ 5|™
Output|OUTPUT|out-put|out_put|out put|naïve|NAÏVE|café|ﬁne|Straße|STRASSE|ſharp|Ångström|ÅNGSTRÖM|résumé|e\u0301
ΟΔΟΣ|οδος|οδός|Σίσυφος|ЁЖ|ёж|Ѐ|İstanbul|ISTANBUL|ıstanbul|ŉ|ǆ|Ǆ|ﬀ|ﬆ|Ⅷ|ⅷ|Ⓐ|ａｂｃ|１２３|㎏|…|word …|a.b.c|.net|C++|(KPI)|"q"
مؤشر|المؤشر|مُؤَشِّر|إجابة|اجابة|أ|إ|آ|ة|ه|ـــ|١٢٣|۱۲۳|لا|ﻻ|ﷲ|كتاب؟|،نعم|هدف|هدفهم
א\u05b7|\ufb2a|\ufb1d|\ufb4f|\ufb1e|יִשְׂרָאֵל|ישראל|הַהֶפְרֵשׁ|\u05be|א\u05beב|א\u2014ב|א\u2013ב|א\u2212ב|\u200fתפוקה\u200e|\u202bab\u202c|\u2066x\u2069|\u061cx|a\u200bb|a\u00adb
\u00a0a\u00a0|\ta\tb\t|a\u2003b|a\u3000b|a\x0bb|a\x1cb|a\x85b|\ufeffa|a\ufeffb|a\u2028b|\u1680|\x00|\x1f|a\u034fb|a\ufe0f|☺|☺️|👍|👍🏽|👨‍👩‍👧|𝐀𝐛|𐐀|ה👍👍👍|הabc|ה"ab|ה-ab
;:!?|.,|''|""|``|-_-|. a .|a .\t|\t. a|a..|ab!?|!?ab|ה.ab|ה ab|הה|ההה|הההה|ההההה|אהה|"ה"|'s|rock 'n' roll|it’s|it's|“quoted”|‘q’|„low“|«g»"""


def cases() -> list[str]:
    words = [word for line in PLAIN.splitlines() for word in line.split("|")]
    inside = [
        "",
        " ",
        "\n",
        "a\nb",
        "שתי\nמילים",
        "|",
        "a|b",
        "\u200d",
        "\u0307",
        "i\u0307",
        "\u0345",
        "\u1e9e",
        "\u1f88",
        "Ϊ́",
    ]
    return sorted({*words, *inside})


def in_browser(words: list[str]) -> list[str]:
    script = (
        f"import {{ comparable }} from {json.dumps(WORDS_JS.as_uri())};"
        "let text = ''; for await (const part of process.stdin) text += part;"
        "process.stdout.write(JSON.stringify(JSON.parse(text).map(comparable)));"
    )
    command = [node(), "--input-type=module", "-e", script]
    done = subprocess.run(command, input=json.dumps(words).encode(), capture_output=True, check=True)
    answer: list[str] = json.loads(done.stdout)
    return answer


def test_python_and_browser_agree() -> None:
    words = cases()
    assert len(words) > 180
    differ = {
        word: (one, two)
        for word, one, two in zip(words, map(comparable, words), in_browser(words), strict=True)
        if one != two
    }
    assert differ == {}


@pytest.mark.parametrize("script", ["HEBREW", "ARABIC", "LATIN", "GREEK", "CYRILLIC"])
def test_they_agree_on_every_letter_and_mark_of_a_script(script: str) -> None:
    """Each one between two letters, so that nothing is lost at the ends."""
    letters = [chr(n) for n in range(0x20000) if unicodedata.name(chr(n), "").startswith(script)]
    words = [f"x{letter}yz" for letter in letters]
    differ = [
        letters[n]
        for n, (one, two) in enumerate(zip(map(comparable, words), in_browser(words), strict=True))
        if one != two
    ]
    assert [f"{ord(letter):04x} {unicodedata.name(letter)}" for letter in differ] == []


def test_they_agree_on_marks_and_spaces_of_any_script() -> None:
    marks = [
        chr(n) for n in range(0x3100) if unicodedata.category(chr(n)) in {"Mn", "Zs", "Cc", "Cf", "Pd", "Pi", "Pf"}
    ]
    common = [c for c in marks if ord(c) < 0x700 or 0x1AB0 <= ord(c) < 0x1B00 or 0x1DC0 <= ord(c) < 0x2100]
    words = [f"x{mark}yz" for mark in common]
    differ = [
        common[n]
        for n, (one, two) in enumerate(zip(map(comparable, words), in_browser(words), strict=True))
        if one != two
    ]
    assert [f"{ord(mark):04x} {unicodedata.name(mark, '?')}" for mark in differ] == []
