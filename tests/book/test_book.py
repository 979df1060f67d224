"""Site pages → the document of a book, without any engine."""

from __future__ import annotations

import re

import pytest
from small_site import pages

from amatmida.book.model import Book, BookError, file_name
from amatmida.book.offer import Offer, offered
from amatmida.book.pages import pages_of, site_path
from amatmida.book.tree import drop, markup, parse
from amatmida.book.volume import make_book, with_page_numbers
from amatmida.cli import source_date


def book(found: dict[str, str] | None = None, date: str = "") -> Book:
    found = found or pages()
    return make_book("measurement", "he", found, found.get, "1.2.3", date)


def test_pages_come_as_the_menu_leads_and_others_after_their_folder() -> None:
    found = pages()
    assert [p.path.split("/", 2)[2] for p in pages_of("guide/measurement", found, found.get)] == [
        "index.html", "first/index.html", "second/index.html", "second/tool/index.html",
    ]  # fmt: skip


def test_a_menu_that_leads_in_a_circle_ends() -> None:
    found = pages()
    found["guide/measurement/second/index.html"] = found["guide/measurement/second/index.html"].replace(
        "../../participation/", "../first/"
    )
    assert len(pages_of("guide/measurement", found, found.get)) == 4


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("../b/", "guide/b/index.html"), ("./#x", "guide/a/index.html"), ("#x", "guide/a/index.html"),
        ("../", "guide/index.html"), ("..", "guide/index.html"), ("c.html#y", "guide/a/c.html"),
        ("https://example.org/", ""), ("mailto:x@example.org", ""), ("//example.org/x", ""),
    ],
)  # fmt: skip
def test_links_are_followed_as_a_browser_follows_them(link: str, target: str) -> None:
    assert site_path("guide/a/index.html", link) == target


def test_every_id_is_there_once_and_every_inner_link_has_its_place() -> None:
    html = book().html.split("</head>")[1]
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert "first--part" in ids and "second--part" in ids
    inner = set(re.findall(r'href="#([^"]+)"', html))
    assert inner <= set(ids)
    assert {"second--part", "first--part", "answers-first", "source-s-2"} <= inner


def test_links_out_of_the_book_need_an_address() -> None:
    assert "תרגול</span>" in book().html and "practice" not in book().html
    assert '<a href="https://example.org/">' in book().html
    local = book(pages("http://127.0.0.1:8000/guide/measurement/"))
    assert "127.0.0.1" not in local.html
    published = book(pages("https://amat.example/guide/measurement/")).html
    assert '<a href="https://amat.example/practice/">' in published


def test_citations_are_numbered_as_they_appear() -> None:
    html = book().html
    assert 'href="#source-s-2">מקור שני, §2</a>\N{NO-BREAK SPACE}[1]' in html
    assert 'href="#source-s-1">מקור ראשון</a>\N{NO-BREAK SPACE}[2]' in html
    assert 'href="#source-s-2">מקור שני</a>\N{NO-BREAK SPACE}[1]' in html
    listing = html[html.index('class="sources"') :]
    assert listing.index("source-s-2") < listing.index("source-s-1") < listing.index("source-fictional")
    assert "ודאות: נמוכה" in listing and ">https://example.org/s2</a>" in listing


def test_a_citation_without_its_source_is_an_error() -> None:
    found = pages()
    found["about/sources/index.html"] = found["about/sources/index.html"].replace('id="s-1"', 'id="s-9"')
    with pytest.raises(BookError, match="s-1"):
        book(found)


@pytest.mark.parametrize("missing", ["guide/measurement/index.html", "about/sources/index.html"])
def test_a_page_that_is_not_built_is_an_error(missing: str) -> None:
    found = pages()
    del found[missing]
    with pytest.raises(BookError, match=missing):
        book(found)


def test_questions_stand_in_the_chapter_and_answers_at_the_end() -> None:
    html = book().html.split("</head>")[1]
    chapter, end = html.split('id="answers"')
    assert "מה נכון?" in chapter and "אפשרות ראשונה" in chapter
    assert "התשובה הנכונה" not in chapter and "התשובה הנכונה" in end
    assert 'href="#first--part">הסעיף' in end
    assert chapter.count("סיפור המקרה") == 1 and "כמו בשאלה 1" in chapter
    for lost in ("רמז סודי", "secret", "<script", "<input", "<select", "<textarea", "<button", "כפתור", "תפריט", "¶"):
        assert lost not in html, lost
    assert "תוכן מקופל" in chapter and "<details" not in html


def test_the_date_never_comes_from_the_clock() -> None:
    assert book().date == "2026-05-06"
    assert '<bdi dir="ltr">2026-05-06</bdi>' in book().html
    assert book(date="2025-01-02").date == "2025-01-02"
    assert book() == book()
    assert source_date({"SOURCE_DATE_EPOCH": "86400"}) == "1970-01-02"
    assert source_date({}) == source_date({"SOURCE_DATE_EPOCH": "soon"}) == ""


def test_the_cover_says_what_it_is_not() -> None:
    cover = book().html.split('class="contents"')[0]
    assert "מהדורה עצמאית" in cover and "אינו פרסום רשמי" in cover and "1.2.3" in cover


def test_contents_get_their_page_numbers() -> None:
    made = book()
    titles = [h.title for h in made.contents]
    assert titles[:3] == ["מדריך קטן", "פרק ראשון", "החלטה (KPI) ומדד"]
    assert "עיקרי הדברים" not in titles, "what every chapter has does not help to find one"
    html = with_page_numbers(made, {h.id: 7 + n for n, h in enumerate(made.contents)})
    assert re.findall(r'class="number">([^<]+)<', html) == [str(7 + n) for n in range(len(titles))]


def test_taking_out_keeps_the_words_around() -> None:
    root = parse("<p>א<b>ב</b>ג<i>ד</i>ה</p>")
    drop(root, lambda e: e.tag in {"b", "i"})
    assert "<p>אגה</p>" in markup(root)


def test_odd_markup_loses_nothing() -> None:
    assert "<p>א<br>ב</p>ג" in markup(parse("<p>א<br/>ב</p></div>ג"))
    assert "1 &lt; 2 &amp; 3" in markup(parse("<p>1 &lt; 2 &amp; 3"))


def test_the_offer_fills_only_its_place() -> None:
    html = '<div class="am-book" data-book="measurement" hidden></div><div class="am-book" data-book="x" hidden></div>'
    offer = Offer("measurement", "en", "../a&b.pdf", 12, 3_400_000, "1")
    once = offered(html, offer)
    assert '<a href="../a&amp;b.pdf" type="application/pdf">' in once and "12 pages, 3.4 MB" in once
    assert once.endswith('<div class="am-book" data-book="x" hidden></div>')
    assert offered(once, offer) == once


def test_file_names_say_what_they_are() -> None:
    assert file_name("measurement", "he", "0.1.0") == "amat-mida-measurement-he-0.1.0.pdf"
