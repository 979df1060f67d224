"""The site as readers get it: links, requests, policy, accessibility, reflow, keyboard."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from browser import Watched, axe
from site_links import BuiltSite

# One page of every type the site has.
TYPES = {
    "home": "",
    "chapter": "guide/measurement/policy/",
    "figure": "guide/measurement/logic-model/",
    "guide": "guide/measurement/",
    "quiz": "practice/indicators/",
    "practice": "practice/",
    "method": "methods/six-principles/",
    "method-cards": "guide/participation/methods/",
    "method-card": "guide/participation/methods/market-sounding/",
    "sheets": "guide/participation/method-cards-print/",
    "chooser": "methods/qa-models/?difficulty=voice&reach=network",
    "glossary": "glossary/",
    "coverage": "course/coverage/",
    "sources": "about/sources/",
    "trace": "about/trace/",
    "checks": "about/checks/",
    "privacy": "about/privacy/",
    "accessibility": "about/accessibility/",
    "decision": "about/decisions/staged-tree/",
    "lost": "no/such/page/",
}
LANGS = {"he": "", "en": "en/"}


def address(kind: str, lang: str) -> str:
    return TYPES[kind] if kind == "lost" else LANGS[lang] + TYPES[kind]


def test_every_link_and_anchor_of_the_site_leads_somewhere(built: Path) -> None:
    """On every built page, authored or generated, the lost page, and in the data of quizzes."""
    site = BuiltSite(built)
    assert len(site.pages) > 100
    assert site.dead_links() == []
    assert site.doubled_ids() == []


def test_every_place_of_the_search_index_is_there(built: Path) -> None:
    site = BuiltSite(built)
    assert len(list(site.search_hits())) > 500
    assert site.dead_search_hits() == []


def test_both_languages_have_the_same_pages(built: Path) -> None:
    everything = {p.relative_to(built).as_posix() for p in built.rglob("*.html")} - {"404.html"}
    english = {p.removeprefix("en/") for p in everything if p.startswith("en/")}
    assert english == {p for p in everything if not p.startswith("en/")}


def test_no_page_names_another_host_for_what_it_loads(built: Path) -> None:
    for path, page in BuiltSite(built).pages.items():
        foreign = [a for a in page.assets if urlsplit(a).scheme in {"http", "https"} and "127.0.0.1" not in a]
        assert foreign == [], path


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", LANGS)
def test_pages_are_clean(browser: Browser, home: str, lang: str, scheme: str, width: int) -> None:
    """axe, content policy, console and off-origin requests, on every page type."""
    found = {}
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    )
    for kind in TYPES:
        watched = Watched(context, home)
        page = watched.open(address(kind, lang))
        wrong = axe(page) + [f for f in watched.faults if not (kind == "lost" and "404" in f)]
        if wrong:
            found[kind] = wrong
        page.close()
    context.close()
    assert found == {}


@pytest.mark.parametrize("lang", LANGS)
def test_open_states_are_clean(browser: Browser, home: str, lang: str) -> None:
    """The search and the drawer, open, on a small and a large screen."""
    for width in (1280, 320):
        context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
        watched = Watched(context, home)
        page = watched.open(address("chapter", lang))
        page.keyboard.press("Control+k")
        page.wait_for_timeout(500)
        page.keyboard.type("2024")
        page.wait_for_timeout(1000)
        assert axe(page) + watched.faults == [], f"search at {width}"
        page.keyboard.press("Escape")
        if width == 320:
            page.locator("button[aria-expanded]").first.click()
            page.wait_for_timeout(500)
            assert axe(page) + watched.faults == [], "drawer"
        context.close()


@pytest.mark.parametrize(("width", "height"), [(320, 256), (320, 640), (640, 512)])
def test_nothing_is_wider_than_the_screen(browser: Browser, home: str, width: int, height: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": height})
    wide = []
    for lang in LANGS:
        for kind in TYPES:
            page = Watched(context, home).open(address(kind, lang))
            over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            if over > 0:
                wide.append(f"{lang} {kind}: {over}px")
            page.close()
    context.close()
    assert wide == []


FOCUSED = """async () => {
  // Material moves its side columns in an animation frame after the focus has moved.
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const r = e.getBoundingClientRect(), s = getComputedStyle(e);
  const label = e.type === 'radio' || e.type === 'checkbox' ? getComputedStyle(e.nextElementSibling || e) : s;
  // The first line of a link that runs over two: between its lines stand other words.
  const l = e.getClientRects()[0] ?? r;
  const x = Math.min(Math.max(l.left + l.width / 2, 0), innerWidth - 1), y = Math.min(Math.max(l.top + Math.min(l.height, 40) / 2, 0), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  return {
    name: (e.tagName + ' ' + (e.getAttribute('aria-label') || e.textContent || e.id).trim().slice(0, 40)),
    visible: r.width > 0 && r.height > 0 && r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth && s.visibility !== 'hidden',
    covered: !!top && !e.contains(top) && !top.contains(e) && !(e.labels && [...e.labels].some(l => l.contains(top))),
    ring: s.outlineStyle !== 'none' || s.boxShadow !== 'none' || label.outlineStyle !== 'none' || label.boxShadow !== 'none',
  };
}"""


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", ["home", "chapter"])
def test_the_keyboard_reaches_only_what_can_be_seen(
    browser: Browser, home: str, kind: str, lang: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 600}, reduced_motion="reduce")
    page = Watched(context, home).open(address(kind, lang))
    stops = []
    for _ in range(40):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            break
        stops.append(stop)
    context.close()
    assert len(stops) > 8
    assert [s["name"] for s in stops if not s["visible"] or s["covered"] or not s["ring"]] == []


@pytest.mark.parametrize("lang", LANGS)
def test_the_menu_works_by_keyboard_on_a_small_screen(browser: Browser, home: str, lang: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640}, reduced_motion="reduce")
    page = Watched(context, home).open(address("chapter", lang))
    button = page.locator("header button[aria-expanded]").first
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    page.wait_for_timeout(400)
    page.keyboard.press("Escape")
    assert button.get_attribute("aria-expanded") == "false"
    assert button.evaluate("e => e === document.activeElement")
    context.close()


def test_the_lost_page_is_hebrew_and_leads_home(browser: Browser, home: str) -> None:
    context = browser.new_context()
    page = Watched(context, home).open("no/such/page/")
    assert page.locator("html").get_attribute("lang") == "he"
    hrefs = page.locator("main a").evaluate_all("links => links.map(a => a.pathname)")
    assert {"/", "/en/"} <= set(hrefs)
    context.close()


def language_of(page: Page) -> tuple[str | None, str | None]:
    html = page.locator("html")
    return html.get_attribute("lang"), html.get_attribute("dir")


def test_the_language_switch_leads_to_the_same_page(browser: Browser, home: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = Watched(context, home).open(address("chapter", "he"))
    assert language_of(page) == ("he", "rtl")
    page.get_by_role("link", name="English").first.click()
    page.wait_for_url("**/en/guide/measurement/policy/")
    assert language_of(page) == ("en", "ltr")
    context.close()


@pytest.mark.parametrize("lang", LANGS)
def test_without_javascript_questions_and_answers_can_be_read(browser: Browser, home: str, lang: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(home + address("quiz", lang))
    items = page.locator("amat-quiz .amat-item")
    assert items.count() >= 10
    for index in range(items.count()):
        assert items.nth(index).locator(".amat-prompt").is_visible()
    key = page.locator("amat-quiz .amat-keys details").first
    key.locator("summary").click()
    assert key.locator("p, li, td, dd").first.is_visible()
    context.close()
