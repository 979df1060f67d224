"""What search engines and other programs read of the site: addresses, cards of shared links, schema.org, llms.txt."""

from __future__ import annotations

import json
import re
import struct
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

PAGES = {
    "": "WebSite",
    "guide/measurement/": "Course",
    "guide/measurement/policy/": "LearningResource",
    "methods/raf/": "LearningResource",
    "practice/indicators/": "Quiz",
    "glossary/": "DefinedTermSet",
}
LANGS = {"he": "", "en": "en/"}
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def html(built: Path, path: str) -> str:
    return (built / path / "index.html").read_text(encoding="utf-8")


def metas(page: str) -> dict[str, str]:
    found = re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)"', page)
    return {name: unescape(value) for name, value in found}


def canonical(page: str) -> str:
    return re.findall(r'<link rel="canonical" href="([^"]+)"', page)[0]


def below(built: Path, url: str) -> Path:
    """The file that an address of the site stands for."""
    file = built / urlsplit(url).path.lstrip("/")
    return file / "index.html" if url.endswith("/") else file


def linked(page: str) -> list[dict[str, object]]:
    return [json.loads(text) for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_says_what_it_is(built: Path, path: str, lang: str) -> None:
    page = html(built, LANGS[lang] + path)
    (record,) = linked(page)
    assert record["@type"] == PAGES[path]
    assert record["url"] == canonical(page)
    assert record["inLanguage"] == lang
    assert record["name"] in unescape(page.split("</title>")[0])
    assert bool(re.search("[א-ת]", str(record["description"]))) == (lang == "he")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("path", PAGES)
def test_a_shared_link_has_a_card(built: Path, path: str, lang: str) -> None:
    page = html(built, LANGS[lang] + path)
    meta = metas(page)
    assert meta["og:url"] == canonical(page)
    assert meta["og:locale"] == {"he": "he_IL", "en": "en_US"}[lang]
    assert meta["og:locale:alternate"] == {"he": "en_US", "en": "he_IL"}[lang]
    assert meta["og:description"] == meta["description"]
    for words in (meta["og:title"], meta["og:description"], meta["og:image:alt"]):
        assert bool(re.search("[א-ת]", words)) == (lang == "he"), words
    picture = below(built, meta["og:image"]).read_bytes()
    assert picture.startswith(b"\x89PNG")
    size = struct.unpack(">II", picture[16:24])
    assert size == (int(meta["og:image:width"]), int(meta["og:image:height"]))


def test_terms_lead_to_their_entries(built: Path) -> None:
    page = html(built, "glossary")
    (record,) = linked(page)
    terms = record["hasDefinedTerm"]
    assert isinstance(terms, list)
    assert len(terms) >= 125
    for term in terms:
        assert f'id="{term["@id"].partition("#")[2]}"' in page
        assert len(term["alternateName"]) == 2


def test_a_chapter_names_its_objectives_and_time(built: Path) -> None:
    (record,) = linked(html(built, "guide/measurement/policy"))
    assert len(record["teaches"]) >= 2  # type: ignore[arg-type]
    assert re.fullmatch(r"PT\d+M", str(record["timeRequired"]))
    (guide,) = linked(html(built, "guide/measurement"))
    assert int(str(guide["timeRequired"])[2:-1]) > int(str(record["timeRequired"])[2:-1])


def test_the_sitemap_knows_every_language_and_no_invented_dates(built: Path) -> None:
    tree = ElementTree.fromstring((built / "sitemap.xml").read_text(encoding="utf-8"))
    assert "changefreq" not in (built / "sitemap.xml").read_text(encoding="utf-8")
    entries = tree.findall("s:url", SITEMAP)
    assert len(entries) > 100
    dated = 0
    for entry in entries:
        tongues = {a.get("hreflang"): a.get("href", "") for a in entry.findall("x:link", SITEMAP)}
        assert set(tongues) == {"he", "en", "x-default"}
        assert tongues["x-default"] == tongues["he"]
        assert entry.findtext("s:loc", namespaces=SITEMAP) in tongues.values()
        assert all(below(built, address).is_file() for address in tongues.values())
        dated += entry.find("s:lastmod", SITEMAP) is not None
    assert 0 < dated < len(entries), "generated pages have no date of review"


@pytest.mark.parametrize("lang", LANGS)
def test_the_list_for_machines_leads_to_pages(built: Path, lang: str) -> None:
    folder = built / LANGS[lang]
    text = (folder / "llms.txt").read_text(encoding="utf-8")
    assert text.startswith("# ")
    links = re.findall(r"^- \[[^\]]+\]\(([^)]+)\): .+", text, re.M)
    assert len(links) > 40
    assert all((folder / link / "index.html").is_file() for link in links)


def test_robots_are_led_to_the_sitemap(built: Path) -> None:
    text = (built / "robots.txt").read_text(encoding="utf-8")
    assert re.search(r"^Sitemap: https?://.+/sitemap\.xml$", text, re.M)
