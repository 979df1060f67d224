"""The link check finds what is dead, in every place where an address can stand."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from site_links import BuiltSite

GOOD = (
    '<h2 id="a">x</h2><a href="b/#c">x</a><img src="i.svg"><label for="a">x</label><a href="https://x.example/">x</a>'
)


def site(folder: Path, body: str) -> BuiltSite:
    (folder / "b").mkdir()
    (folder / "index.html").write_text(GOOD + body, encoding="utf-8")
    (folder / "b/index.html").write_text('<p id="c"><a href="../#a">x</a></p>', encoding="utf-8")
    (folder / "i.svg").write_text("<svg/>", encoding="utf-8")
    return BuiltSite(folder)


def test_a_clean_site_is_clean(tmp_path: Path) -> None:
    found = site(tmp_path, "")
    assert found.dead_links() == found.doubled_ids() == found.dead_search_hits() == []


@pytest.mark.parametrize(
    "body",
    [
        '<a href="b/#d">x</a>', '<a href="/c/">x</a>', '<a href="#d">x</a>', '<a href="../../etc/passwd">x</a>',
        '<img src="j.svg">', '<img srcset="j.svg 2x">', '<link rel="stylesheet" href="x.css">', '<label for="z">x</label>',
        '<a href="">x</a><p aria-labelledby="a z">x</p>', '<link rel="next" href="c/">',
        '<script type="application/json">{"items": [{"read": {"href": "b/#d"}}]}</script>',
    ],
)  # fmt: skip
def test_each_kind_of_dead_link_is_found(tmp_path: Path, body: str) -> None:
    assert len(site(tmp_path, body).dead_links()) == 1


def test_an_id_that_stands_twice_is_found(tmp_path: Path) -> None:
    assert site(tmp_path, '<p id="a">x</p>').doubled_ids() == ["index.html: a x 2"]


def test_a_dead_place_of_the_search_index_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "search/he/0123/text"
    folder.mkdir(parents=True)
    for number, (url, ids) in enumerate([("b/", ["c", "d"]), ("", ["a"])]):
        page = json.dumps({"url": url, "heads": [{"id": id} for id in ids]})
        (folder / f"{number}.bin").write_bytes(gzip.compress(page.encode()))
    found = site(tmp_path, "")
    assert len(list(found.search_hits())) == 5
    assert found.dead_search_hits() == ["index.html: b/#d (no such place)"]
