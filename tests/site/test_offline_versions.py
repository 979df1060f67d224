"""Reading without a network, over time: a new version, the switch that ends it, the whole site kept and erased."""

from __future__ import annotations

import gzip
import json
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Error, Page, expect

from amatmida.adapters.offline_files import write_worker
from amatmida.locale import strings
from browser import axe
from offline.place import FOUND, LANGS, LESSON, NAMES, OTHER, Place, until, visit

# --- versions


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("lang", "prefix"), [("he", ""), ("en", "en/")])
def test_a_new_version_waits_for_the_reader(
    place: Place, reader: Callable[..., Page], lang: str, prefix: str, scheme: str
) -> None:
    page = reader(320 if scheme == "dark" else 1280, color_scheme=scheme, reduced_motion="reduce")
    visit(page, place, LESSON)
    visit(page, place, prefix)
    before = page.evaluate(NAMES)
    place.publish("זה חדש")
    page.goto(place.home + prefix)
    words = strings(lang, "offline")["notice"]
    notice = page.locator(".amat-version")
    expect(notice.get_by_role("status")).to_have_text(words["text"], timeout=30_000)  # browsers look in their own time
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert set(before) < set(page.evaluate(NAMES)), "nothing of the old version goes before the reader says so"
    notice.get_by_role("button", name=words["later"]).click()
    expect(notice).to_have_count(0)
    page.reload()
    page.wait_for_load_state("networkidle")
    expect(notice).to_have_count(0)
    page.evaluate("sessionStorage.clear()")
    page.reload()
    with page.expect_event("load"):
        notice.get_by_role("button", name=words["refresh"]).press("Enter")
    until(page, "async (old) => (await caches.keys()).every(name => !old.includes(name))", arg=before)
    place.stop()
    page.goto(place.home + LESSON)
    expect(page.locator("h1")).to_contain_text("זה חדש")
    page.wait_for_selector("amat-quiz[data-live]")


def test_the_same_site_again_is_no_new_version(place: Place) -> None:
    before = (place.site / "sw.js").read_text("utf-8")
    write_worker(place.site, LANGS, wanted=True)
    assert (place.site / "sw.js").read_text("utf-8") == before


def test_the_kill_switch_leaves_nothing(place: Place, reader: Callable[..., Page]) -> None:
    page = reader()
    visit(page, place, LESSON)
    place.publish("בלי", wanted=False)
    page.goto(place.home)
    until(page, f"async () => {{ const [found] = await ({FOUND})(); return !found || !!found.waiting }}")
    # While the old worker is busy the new one waits, and a busy machine may keep it busy over the next visit too.
    end = time.monotonic() + 60
    while page.evaluate(f"async () => (await ({FOUND})()).length"):
        assert time.monotonic() < end
        page.wait_for_timeout(1000)
        page.goto("about:blank")
        page.goto(f"{place.home}robots.txt")
    until(page, f"async () => !(await ({NAMES})()).length")
    place.stop()
    with pytest.raises(Error, match="ERR_CONNECTION_REFUSED"):
        page.goto(place.home + LESSON)


# --- the whole site


@pytest.mark.parametrize(("lang", "prefix"), [("he", ""), ("en", "en/")])
def test_the_whole_site_is_kept_continued_and_erased(
    place: Place, reader: Callable[..., Page], lang: str, prefix: str
) -> None:
    page = reader(320 if lang == "en" else 1280, reduced_motion="reduce")
    words = strings(lang, "offline")["panel"]
    visit(page, place, f"{prefix}about/offline/")
    panel = page.locator("amat-offline")
    said = panel.get_by_role("status")
    held: list[Any] = []
    page.route("**/glossary/**", lambda route: held.append(route))  # noqa: PLW0108  Playwright looks into it
    panel.get_by_role("button", name=words["keep"]).click()
    panel.get_by_role("button", name=words["stop"]).click()
    expect(said).to_have_text(words["stopped"])
    page.unroute("**/glossary/**")
    assert axe(page) == []
    panel.locator(".amat-actions .is-main").click()
    expect(said).to_have_text(words["done"], timeout=60_000)
    expect(panel).to_contain_text(words["whole"])
    assert axe(page) == []
    place.stop()
    page.goto(f"{place.home}{prefix}{OTHER}")
    page.wait_for_selector("amat-quiz[data-live]")
    page.goto(f"{place.home}{prefix}about/offline/")
    panel.get_by_role("button", name=words["erase"]).click()
    panel.get_by_role("button", name=words["erase_do"]).click()
    expect(said).to_have_text(words["erased"])
    page.goto(f"{place.home}{prefix}{OTHER}")
    expect(page.locator("h1")).to_contain_text(strings(lang, "offline")["page"]["title"])


def test_what_every_reader_downloads_is_small(built: Path) -> None:
    found = re.search(r"^const BUILT = (\{.*\});$", (built / "sw.js").read_text("utf-8"), re.M)
    assert found
    shell = [
        built / path / "index.html" if not path or path.endswith("/") else built / path
        for path in json.loads(found[1])["shell"]
    ]
    assert 40 < len(shell) < 100
    assert sum(len(gzip.compress(file.read_bytes())) for file in shell) <= 400_000
