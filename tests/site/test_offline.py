"""Reading without a network: the real site and its service worker, with a server that is really stopped."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from amatmida.adapters.offline_files import write_worker
from amatmida.locale import strings
from browser import axe, serving

LESSON = "guide/measurement/indicators/"
OTHER = "guide/measurement/policy/"
LANGS = ("he", "en")
KEPT = """async (path) => {
  for (const name of await caches.keys()) if (await (await caches.open(name)).match(new URL(path, location.origin))) return true;
  return false;
}"""
SETTLED = "async () => (await navigator.serviceWorker.ready).active.state === 'activated' && !!navigator.serviceWorker.controller"
FOUND = "() => navigator.serviceWorker.getRegistrations()"
NAMES = "async () => (await caches.keys()).filter(name => name.startsWith('amatmida '))"


class Place:
    """A copy of the site at one address, whose server can be stopped and started again."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.stack = ExitStack()
        self.home = self.stack.enter_context(serving(site))

    def stop(self) -> None:
        self.stack.close()

    def start(self) -> None:
        port = urlsplit(self.home).port
        assert port
        self.stack.enter_context(serving(self.site, port))

    def publish(self, words: str, *, wanted: bool = True) -> None:
        """Another version: these words instead of the home page's title, in Hebrew and in English."""
        for page in ("index.html", "en/index.html", f"{LESSON}index.html"):
            file = self.site / page
            file.write_text(file.read_text("utf-8").replace("</h1>", f" {words}</h1>", 1), "utf-8")
        write_worker(self.site, LANGS, wanted=wanted)


@pytest.fixture
def place(built: Path, tmp_path: Path) -> Iterator[Place]:
    made = Place(Path(shutil.copytree(built, tmp_path / "site")))
    yield made
    made.stop()


@pytest.fixture
def reader(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Make readers whose browser may keep pages."""
    made: list[BrowserContext] = []

    def make(width: int = 1280, **options: Any) -> Page:
        viewport: Any = {"width": width, "height": 800}
        made.append(browser.new_context(viewport=viewport, service_workers="allow", **options))
        return made[-1].new_page()

    yield make
    for context in made:
        context.close()


def until(page: Page, question: str, arg: Any = None) -> None:
    """Wait for a "yes"; Playwright's own waiting takes the promise of an answer for one."""
    end = time.monotonic() + 60
    while not page.evaluate(question, arg):
        assert time.monotonic() < end, question
        page.wait_for_timeout(50)


def visit(page: Page, place: Place, path: str = "") -> None:
    """Go there and wait until the page is kept."""
    page.goto(place.home + path)
    until(page, SETTLED)
    until(page, KEPT, arg=f"/{path}")


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
