"""The worker that a built site gets: what it lists, and when its version changes."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from amatmida.offline.worker import LISTS, WORKER, Filed, is_wanted, kill_switch, worker_files

HOME = '<link rel="stylesheet" href="assets/a.css"><img src="assets/p.svg"><link rel="next" href="guide/">'
ENGLISH = '<script src="../assets/b.js"></script><link rel="icon" href="data:,"><script src="https://x.example/c.js"></script>'
SITE = {
    "index.html": HOME,
    "en/index.html": ENGLISH,
    "offline/index.html": "",
    "en/offline/index.html": "",
    "guide/index.html": "",
    "en/guide/index.html": "",
    "404.html": "",
    "assets/a.css": "",
    "assets/b.js": "",
    "assets/p.svg": "",
    "assets/paper.pdf": "",
    "assets/amatmida/main.js": "",
    "assets/amatmida/quiz/types/order.js": "",
    "assets/amatmida/worksheet/element.js": "",
    "search/he/0123456789abcdef/index/0.bin": "",
    "search/en/pages.bin": "",
    "sitemap.xml.gz": "",
}


def made(site: dict[str, str], langs: tuple[str, ...] = ("he", "en")) -> dict[str, str]:
    files = {path: Filed(10, text) for path, text in site.items()}
    return worker_files(files, site.__getitem__, langs)


def built(site: dict[str, str], langs: tuple[str, ...] = ("he", "en")) -> Any:
    found = re.search(r"^const BUILT = (\{.*\});$", made(site, langs)[WORKER], re.M)
    assert found
    return json.loads(found[1])


def test_the_shell_is_what_the_first_pages_need() -> None:
    assert built(SITE)["shell"] == [
        "", "offline/", "en/", "en/offline/",
        "assets/a.css", "assets/amatmida/main.js", "assets/amatmida/quiz/types/order.js", "assets/b.js", "assets/p.svg",
    ]  # fmt: skip
    assert built(SITE)["offline"] == {"he": "offline/", "en": "en/offline/"}


def test_the_lists_hold_one_language() -> None:
    hebrew, english = (json.loads(made(SITE)[f"{LISTS}{lang}.json"]) for lang in ("he", "en"))
    assert hebrew["pages"] == ["guide/", "", "offline/"]
    assert english["pages"] == ["en/guide/", "en/", "en/offline/"]
    assert hebrew["search"] == ["search/he/0123456789abcdef/index/0.bin"]
    assert english["search"] == ["search/en/pages.bin"]
    assert "assets/paper.pdf" not in hebrew["files"]
    assert hebrew["bytes"] == 10 * (len(hebrew["pages"]) + len(hebrew["files"]) + len(hebrew["search"]))
    assert hebrew["version"] == english["version"] == built(SITE)["version"]


def test_a_site_may_lack_almost_everything() -> None:
    assert built({"index.html": ""}, ("he",))["shell"] == [""]
    assert json.loads(made({"index.html": ""}, ("he",))[f"{LISTS}he.json"])["search"] == []
    flat = {"index.html": "", "offline.html": "", "en/index.html": "", "en/offline.html": ""}
    assert built(flat)["offline"] == {"he": "offline.html", "en": "en/offline.html"}
    assert built({})["shell"] == []


def test_the_version_follows_the_content_alone() -> None:
    version = built(SITE)["version"]
    assert built({**SITE, **made(SITE), "sitemap.xml.gz": "of today"})["version"] == version
    assert built({**SITE, "guide/index.html": "other words"})["version"] != version
    assert built({**SITE, "new/index.html": ""})["version"] != version


@pytest.mark.parametrize(
    ("extra", "serving", "wanted"),
    [
        ({"offline": True}, False, True),
        ({"offline": True, "csp": True, "preview": False}, False, True),
        ({"offline": True}, True, False),
        ({"offline": False}, False, False),
        ({}, False, False),
        ({"offline": True, "preview": True}, False, False),
        ({"offline": True, "csp": False}, False, False),
    ],
)
def test_when_there_is_a_worker(extra: dict[str, Any], serving: bool, wanted: bool) -> None:
    assert is_wanted(extra, serving=serving) is wanted


def test_the_kill_switch_answers_no_request() -> None:
    assert "unregister()" in kill_switch()
    assert '"fetch"' not in kill_switch()
