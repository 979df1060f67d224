"""The offline pack: modules and data inside of plain scripts, pages that say what they are, the same bytes again."""

from __future__ import annotations

import base64
import io
import json
import re
import zipfile

import pytest

from amatmida.book.model import Imprint
from amatmida.offline.modules import bare, placed, resolved
from amatmida.offline.pack import FOLDER, LOADER, README, pack_files, zipped
from amatmida.offline.pack_words import imprint_of, offered, pack_page

PAGE = """<!doctype html><html lang="{lang}"><head><title>t</title><link rel="canonical" href="{home}{path}">
<meta property="og:url" content="x"><script type="application/ld+json">{{"@id":"x"}}</script></head><body>
<div data-md-component="announce">
</div><p class="am-pack">nothing</p><time datetime="2026-0{month}-03"></time>
<script src="{up}assets/amatmida/theme/shell.js"></script>
<script src="{up}assets/amatmida/main.js" type="module"></script></body></html>"""
HOME = "https://example.org/site/"
IMPRINT = Imprint("1.2", "2026-03-09", HOME)
SITE = {
    "index.html": PAGE.format(lang="he", path="index.html", up="", month=1, home=HOME).encode(),
    "en/a/b.html": PAGE.format(lang="en", path="en/a/b.html", up="../../", month=2, home=HOME).encode(),
    "assets/amatmida/main.js": b'for(const n of x)import(`./${n}/define.js`);import("./quiz/a.js")',
    "assets/amatmida/quiz/a.js": b'import{b}from"../shared/b.js";fetch(new URL("words.txt",import.meta.url))',
    "assets/amatmida/shared/b.js": b"export const b=1",
    "assets/amatmida/theme/shell.js": b'import("../quiz/a.js").then(go)',
    "assets/amatmida/quiz/words.txt": "מילה".encode(),
    "assets/amatmida/vendor/font.woff2": b"\0font",
    "assets/javascripts/bundle.js": b'import "../not-ours.js"',
    "search/he/pages.bin": b"\x1f\x8b\xff",
    **dict.fromkeys(("404.html", "offline.html", "en/offline.html", "sw.js", "sitemap.xml", "sitemap.xml.gz"), b"x"),
    **dict.fromkeys(("robots.txt", "llms.txt", "en/llms.txt", "assets/share/he.png"), b"x"),
    **dict.fromkeys(("assets/amatmida/offline/he.json", "downloads/book.pdf", "assets/x.js.map"), b"x"),
}


@pytest.fixture(scope="module")
def packed() -> dict[str, bytes]:
    return dict(pack_files(SITE, IMPRINT))


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ('import{a}from"./b.js"', 'import{a}from"amat/quiz/b.js"'),
        ("export*from '../shared/b.js'", "export*from 'amat/shared/b.js'"),
        ('import"../../top.js"', None),
        ('import "./types/x.js";x.import("./y.js")', 'import "amat/quiz/types/x.js";x.import("amat/quiz/y.js")'),
        ("import(`./types/${t}.js`)", "import(`amat/quiz/types/${t}.js`)"),
        ("import(`./rule-${t}.js`)", "import(`amat/quiz/rule-${t}.js`)"),
        ("import(`../${t}/define.js`)", "import(`amat/${t}/define.js`)"),
        ('import a from"a/b.js";say("from ./x")', 'import a from"a/b.js";say("from ./x")'),
    ],
)
def test_addresses_of_modules_become_names(code: str, expected: str | None) -> None:
    if expected is None:
        with pytest.raises(ValueError, match="leads out of the tree"):
            bare(code, "quiz/a.js")
    else:
        assert bare(code, "quiz/a.js") == expected


def test_a_module_is_told_where_it_lies() -> None:
    assert placed("new URL('x',import.meta.url)", "a/b.js", "at") == "new URL('x',at(\"a/b.js\"))"
    assert resolved("index.html", "assets/x.js") == "assets/x.js"


def test_modules_are_text_in_one_script_and_the_rest_stays(packed: dict[str, bytes]) -> None:
    loader = packed[LOADER].decode()
    found = re.search(r"const modules = (\{.*\});\n", loader)
    assert found
    modules = json.loads(found[1])
    assert set(modules) == {"amat/main.js", "amat/quiz/a.js", "amat/shared/b.js"}
    assert 'amatPack.at("quiz/a.js")' in modules["amat/quiz/a.js"]
    assert "assets/amatmida/quiz/a.js" not in packed
    assert packed["assets/amatmida/theme/shell.js"] == b'import("amat/quiz/a.js").then(go)'
    assert packed["assets/javascripts/bundle.js"] == SITE["assets/javascripts/bundle.js"], "not ours"


def test_what_code_fetches_is_a_script_too(packed: dict[str, bytes]) -> None:
    for path, stays in (
        ("search/he/pages.bin", False),
        ("assets/amatmida/quiz/words.txt", True),
        ("assets/amatmida/vendor/font.woff2", True),
    ):
        found = re.fullmatch(r'amatPack\.file\("(.*?)","(.*?)"\)', packed[f"{path}.js"].decode())
        assert found
        assert found[1] == path
        assert base64.b64decode(found[2]) == SITE[path]
        assert (path in packed) is stays


def test_what_only_a_server_needs_is_left_out(packed: dict[str, bytes]) -> None:
    left = {path for path in SITE if SITE[path] == b"x"}
    assert len(left) == 13
    assert not left & set(packed)


@pytest.mark.parametrize(("path", "up", "published"), [("index.html", "", ""), ("en/a/b.html", "../../", "en/a/b/")])
def test_pages_start_modules_by_the_loader(packed: dict[str, bytes], path: str, up: str, published: str) -> None:
    html = packed[path].decode()
    assert f'<script src="{up}{LOADER}"></script></head>' in html
    assert '<script>amatPack.start("amat/main.js")</script>' in html
    assert f'<script src="{up}assets/amatmida/theme/shell.js"></script>' in html
    assert 'type="module"' not in html
    assert html.count("og:url") == html.count("ld+json") == 0
    assert f'<link rel="canonical" href="{HOME}{published}">' in html


def test_pages_say_of_when_they_are_in_their_language(packed: dict[str, bytes]) -> None:
    for path, words in (("index.html", "עותק להורדה"), ("en/a/b.html", "A downloaded copy")):
        banner, here = re.findall(
            r'<aside class="md-banner">.*?</aside>|<p class="am-pack">.*?</p>', packed[path].decode()
        )
        assert words in banner
        assert f'<a href="{HOME}" ' in banner
        for one in (banner, here):
            assert '<bdi dir="ltr">1.2</bdi>' in one
            assert '<bdi dir="ltr">09.03.2026</bdi>' in one


def test_a_site_without_a_public_address_names_none() -> None:
    pages = [data.decode().replace(HOME, "http://127.0.0.1:8000/") for path, data in SITE.items() if path.endswith("l")]
    imprint = imprint_of(pages, "1")
    assert imprint == Imprint("1", "2026-02-03", "")
    html = pack_page(pages[0], imprint)
    assert "127.0.0.1" not in html
    assert "canonical" not in html


def test_what_the_pack_says_of_itself_comes_from_its_pages() -> None:
    pages = [data.decode() for path, data in SITE.items() if path in ("index.html", "en/a/b.html")]
    assert imprint_of(reversed(pages), "1") == Imprint("1", "2026-02-03", HOME)
    assert imprint_of(pages, "1", "2027-01-01").date == "2027-01-01"


def test_the_readme_opens_in_any_editor(packed: dict[str, bytes]) -> None:
    text = packed[README].decode("utf-8-sig")
    assert packed[README].startswith(b"\xef\xbb\xbf")
    assert "\n" not in text.replace("\r\n", "")
    for part in ("index.html", "en/index.html", "חלצו קודם", "First extract", "09.03.2026", HOME, "1.2"):
        assert part in text
    assert "{" not in text


def test_the_same_site_makes_the_same_bytes(packed: dict[str, bytes]) -> None:
    once = zipped(packed.items())
    assert zipped(reversed(list(packed.items()))) == once
    with zipfile.ZipFile(io.BytesIO(once)) as whole:
        assert {name.split("/")[0] for name in whole.namelist()} == {FOLDER}
        assert whole.read(f"{FOLDER}/{README}") == packed[README]


def test_the_offer_stands_in_its_place_and_can_be_renewed() -> None:
    html = '<html lang="en"><p>a</p><p class="am-pack">No package</p><p class="am">b</p>'
    once = offered(html, "../x.zip", 8_340_000, IMPRINT)
    assert '<a href="../x.zip" download>' in once
    assert "8.3 MB" in once
    assert once.startswith('<html lang="en"><p>a</p>')
    assert once.endswith('<p class="am">b</p>')
    again = offered(once, "../y.zip", 1, IMPRINT)
    assert again.count("am-pack") == 1
    assert "x.zip" not in again
