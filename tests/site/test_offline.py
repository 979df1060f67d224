"""Reading without a network: the real site and its service worker, with a server that is really stopped."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from amatmida.locale import strings
from browser import axe
from offline.place import KEPT, LESSON, OTHER, Place, until, visit

# --- pages that were visited


def test_a_visited_page_opens_and_its_quiz_works_without_a_server(place: Place, reader: Callable[..., Page]) -> None:
    page = reader()
    visit(page, place, LESSON)
    until(page, KEPT, arg="/assets/figures/indicator-balance.svg")
    place.stop()
    page.goto(place.home + LESSON)
    page.wait_for_selector("amat-quiz[data-live]")
    assert page.evaluate("[...document.images].every(one => one.loading === 'lazy' || one.naturalWidth > 0)")
    item = page.locator("amat-quiz .amat-item:is([data-type=single], [data-type=truefalse])").first
    item.locator("input[type=radio]").first.check()
    item.locator(".amat-actions .is-main").click()
    expect(item.locator(".amat-outcome")).to_be_visible()
    page.goto(f"{place.home}?from=elsewhere#here")
    page.goto(place.home + LESSON)
    page.wait_for_selector("amat-quiz[data-live]")
    expect(item.locator(".amat-outcome")).to_be_visible()


@pytest.mark.parametrize(("lang", "asked", "other"), [("he", "מדידה", "לתמריצים"), ("en", "measuring", "incentive")])
def test_after_a_first_search_the_search_needs_no_network(
    place: Place, reader: Callable[..., Page], lang: str, asked: str, other: str
) -> None:
    page = reader()
    start = "en/" if lang == "en" else ""
    visit(page, place, start + LESSON)

    def search(words: str) -> str:
        page.keyboard.press("Control+k")
        page.locator(".am-box__input").fill(words)
        page.locator(".am-hit__link").first.wait_for()
        return page.locator(".am-hit__link").first.inner_text()

    search(asked)
    lists = json.loads((place.site / f"assets/amatmida/offline/{lang}.json").read_text("utf-8"))
    until(page, KEPT, arg=f"/{lists['search'][-1]}")
    until(
        page,
        f"async () => (await Promise.all({json.dumps(lists['search'])}.map(path => ({KEPT})('/' + path)))).every(Boolean)",
    )
    place.stop()
    page.goto(place.home + start + LESSON)
    assert search(other)


@pytest.mark.parametrize("lang", ["he", "en"])
def test_a_search_that_was_never_made_says_that_it_needs_the_network(
    place: Place, reader: Callable[..., Page], lang: str
) -> None:
    page = reader()
    start = "en/" if lang == "en" else ""
    visit(page, place, start + LESSON)
    place.stop()
    page.goto(place.home + start + LESSON)
    page.keyboard.press("Control+k")
    expect(page.locator(".am-box__status")).to_contain_text(
        {"he": "בדקו את החיבור לרשת", "en": "Check the network"}[lang]
    )
    expect(page.locator(".am-box__failed button")).to_be_visible()


def test_a_page_read_before_on_a_network_that_hangs(place: Place, reader: Callable[..., Page]) -> None:
    page = reader()
    visit(page, place, LESSON)
    until(page, KEPT, arg="/assets/figures/indicator-balance.svg")
    port = urlsplit(place.home).port
    place.stop()
    with socket.create_server(("127.0.0.1", port or 0)):  # takes calls and never answers
        page.goto(place.home + LESSON)
        page.wait_for_selector("amat-quiz[data-live]")


def test_what_is_asked_for_in_parts_or_sent_is_left_alone(place: Place, reader: Callable[..., Page]) -> None:
    page = reader()
    visit(page, place, LESSON)
    ask = (
        "async (given) => { try { return (await fetch('/assets/amatmida/main.js', given)).status } catch { return 0 } }"
    )
    assert page.evaluate(ask, {"method": "POST"}) == 501  # the server's own answer
    place.stop()
    assert page.evaluate(ask, {}) == 200
    assert page.evaluate(ask, {"headers": {"Range": "bytes=0-9"}}) == 0
    assert page.evaluate(ask, {"method": "POST"}) == 0


def test_only_the_last_pages_are_kept(place: Place, reader: Callable[..., Page]) -> None:
    page = reader()
    visit(page, place, LESSON)
    fill = """async () => {
      const cache = await caches.open((await caches.keys()).find(name => name.includes(' pages ')));
      for (let n = 0; n < 205; n += 1) await cache.put(`/old/${n}/`, new Response('old'));
    }"""
    page.evaluate(fill)
    page.goto(place.home + OTHER)
    count = """async () => {
      const cache = await caches.open((await caches.keys()).find(name => name.includes(' pages ')));
      const paths = (await cache.keys()).map(one => new URL(one.url).pathname);
      return paths.length === 200 && paths.at(-1) === location.pathname && paths[0] === '/old/6/';
    }"""
    until(page, count)


# --- pages that were not


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("lang", "prefix"), [("he", ""), ("en", "en/")])
def test_another_page_says_in_its_language_that_there_is_no_network(
    place: Place, reader: Callable[..., Page], lang: str, prefix: str, scheme: str
) -> None:
    page = reader(320 if scheme == "dark" else 1280, color_scheme=scheme, reduced_motion="reduce")
    visit(page, place)
    place.stop()
    page.goto(f"{place.home}{prefix}{OTHER}")
    words = strings(lang, "offline")["page"]
    assert page.locator("html").get_attribute("lang") == lang
    expect(page.locator("h1")).to_contain_text(words["title"])
    for other in {"he", "en", "ar"} - {lang}:
        expect(page.locator(f"article p[lang={other}]")).to_have_text(strings(other, "offline")["page"]["short"])
    assert page.evaluate("document.fonts.size > 0 && getComputedStyle(document.body).fontFamily") != "Times New Roman"
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator("article li a").first.click()
    page.wait_for_url(place.home + prefix)
    expect(page.locator("h1")).to_be_visible()
    place.start()
    page.goto(f"{place.home}{prefix}{OTHER}")
    expect(page.locator("h1")).not_to_contain_text(words["title"])


# --- browsers that refuse


def test_a_device_without_room_shows_the_site_as_before(place: Place, reader: Callable[..., Page]) -> None:
    page = reader()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    visit(page, place)
    target = page.context.new_cdp_session(page)
    target.send("Storage.overrideQuotaForOrigin", {"origin": place.home.rstrip("/"), "quotaSize": 1})
    page.goto(place.home + LESSON)
    page.wait_for_selector("amat-quiz[data-live]")
    page.goto(f"{place.home}about/offline/")
    words = strings("he", "offline")["panel"]
    page.get_by_role("button", name=words["keep"]).click()
    expect(page.locator("amat-offline [role=status]")).to_have_text(words["full"])
    assert faults == []


REFUSALS = {
    "no worker": "delete Navigator.prototype.serviceWorker",
    "forbidden": "navigator.serviceWorker.register = navigator.serviceWorker.getRegistration = async () => { throw new DOMException('no', 'SecurityError') }",
    "no storage": "Object.defineProperty(window, 'caches', { get() { throw new DOMException('no', 'SecurityError') } })",
}


@pytest.mark.parametrize("refusal", REFUSALS.values(), ids=REFUSALS)
def test_a_browser_that_forbids_it_shows_the_site_as_before(
    place: Place, reader: Callable[..., Page], refusal: str
) -> None:
    page = reader()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.add_init_script(refusal)
    page.goto(place.home + LESSON)
    page.wait_for_selector("amat-quiz[data-live]")
    page.goto(f"{place.home}about/offline/")
    words = strings("he", "offline")["panel"]
    expect(page.locator("amat-offline [role=status]")).to_have_text(words["unable"])
    assert faults == []
