"""The chooser of quality assurance models on the real site."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from amatmida.site import Site
from browser import Watched, axe
from site_steps import reach

LANGS = {"he": "", "en": "en/"}
PAGE = "methods/qa-models/"
Visit = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, home: str) -> Iterator[Visit]:
    """visit(path, width=…, **options) in a fresh profile; at the end nothing may have gone wrong."""
    opened: list[tuple[Any, Watched]] = []

    def go(path: str, width: int = 1280, **options: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce", **options)
        watched = Watched(context, home)
        opened.append((context, watched))
        if options.get("java_script_enabled") is False:
            watched.page.goto(home + path)
            return watched.page
        return watched.open(path)

    yield go
    for context, watched in opened:
        assert watched.faults == []
        context.close()


def chosen(page: Page) -> list[str]:
    return [one.get_attribute("data-result") or "" for one in page.locator(".amat-chooser-outcome section").all()]


@pytest.mark.parametrize("lang", LANGS)
def test_answers_by_keyboard_lead_to_models_with_a_reason_for_each_answer(
    visit: Visit, real_site: Site, lang: str
) -> None:
    page = visit(LANGS[lang] + PAGE)
    assert page.locator(".amat-chooser-outcome").is_hidden()
    for question, downs in (("difficulty", 0), ("reach", 2), ("knowledge", 2)):
        reach(page, f"amat-chooser input[name={question}]")
        page.keyboard.press("Space")
        for _ in range(downs):
            page.keyboard.press("ArrowDown")
    reach(page, "amat-chooser button[type=submit]")
    page.keyboard.press("Enter")
    outcome = page.locator(".amat-chooser-outcome")
    assert page.evaluate("document.activeElement.matches('.amat-chooser-outcome')")
    assert chosen(page) == ["public-private", "anti-oppressive"]
    chooser = real_site.catalog.all("chooser")["qa-models"].record
    said = {"difficulty": "voice", "reach": "network", "knowledge": "scattered"}
    text = outcome.inner_text()
    for question in chooser.questions:
        for answer in question.answers:
            given = said.get(question.id) == answer.id
            for way in answer.gives:
                assert (getattr(way.why, lang) in text) == given, way.why.en
    for result in chooser.results:
        assert (getattr(result.demands, lang) in text) == (result.id in chosen(page))
    titles = [getattr(r.title, lang) for r in chooser.results if r.id in chosen(page)]
    status = page.locator(".amat-chooser-status")
    assert status.get_attribute("role") == "status"
    assert all(title in status.inner_text() for title in titles)


def test_the_answers_stand_in_the_address_alone(visit: Visit) -> None:
    page = visit(PAGE)
    page.locator("input[name=difficulty][value=drift]").check()
    page.locator("input[name=support][value=local]").check()
    assert page.url.endswith("?difficulty=drift&support=local")
    page.locator("amat-chooser button[type=submit]").click()
    again = visit(page.url.split("/", 3)[3])
    assert chosen(again) == chosen(page) == ["local-fidelity"]
    assert again.evaluate("localStorage.length") == page.evaluate("localStorage.length")
    assert "drift" not in page.evaluate("JSON.stringify({...localStorage})")


def test_what_does_not_point_anywhere_says_to_listen_first(visit: Visit) -> None:
    page = visit(f"{PAGE}?difficulty=unknown")
    assert chosen(page) == []
    assert page.locator(".amat-chooser-undecided").is_visible()
    assert page.locator(".amat-chooser-outcome li").count() == 1, "the note of the answer"


def test_an_outcome_on_show_follows_the_answers_and_can_be_cleared(visit: Visit) -> None:
    page = visit(f"{PAGE}?difficulty=contract")
    assert chosen(page) == ["gto"]
    page.locator("input[name=difficulty][value=rollout]").check()
    assert chosen(page) == ["epis"]
    page.locator("amat-chooser button[type=reset]").click()
    assert chosen(page) == []
    assert "?" not in page.url
    assert page.evaluate("document.activeElement.name") == "difficulty"


@pytest.mark.parametrize(
    "query", ["difficulty=nothing", "difficulty=%3Cimg%20src=x%3E", "x=1&difficulty=", "reach=__proto__"]
)
def test_an_address_with_nonsense_is_an_empty_form(visit: Visit, query: str) -> None:
    page = visit(f"{PAGE}?{query}")
    assert page.locator("amat-chooser input:checked").count() == 0
    assert page.locator(".amat-chooser-outcome").is_hidden()
    assert page.locator("amat-chooser img").count() == 0


@pytest.mark.parametrize("lang", LANGS)
def test_without_javascript_the_tables_decide(visit: Visit, real_site: Site, lang: str) -> None:
    page = visit(LANGS[lang] + PAGE, java_script_enabled=False)
    chooser = real_site.catalog.all("chooser")["qa-models"].record
    assert page.locator("amat-chooser :is(input, button):visible").count() == 0
    assert page.locator("amat-chooser table:visible").count() == len(chooser.questions)
    text = page.locator("amat-chooser").inner_text()
    for result in chooser.results:
        assert getattr(result.demands, lang) in text
    for question in chooser.questions:
        for answer in question.answers:
            assert getattr(answer.text, lang) in text
            assert all(getattr(way.why, lang) in text for way in answer.gives)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", LANGS)
def test_clean_at_320_pixels_with_an_outcome_and_open_tables(visit: Visit, lang: str, scheme: str) -> None:
    page = visit(f"{LANGS[lang]}{PAGE}?difficulty=voice&reach=network", width=320, color_scheme=scheme)
    page.locator("amat-chooser summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert axe(page) == []
    small = page.eval_on_selector_all(
        "amat-chooser :is(label, button, summary)",
        "all => all.filter(e => e.getBoundingClientRect().height < 24).map(e => e.outerHTML.slice(0, 80))",
    )
    assert small == []


def test_every_link_of_the_chooser_leads_to_a_page(visit: Visit, home: str) -> None:
    page = visit(f"{PAGE}?difficulty=voice")
    hrefs = page.eval_on_selector_all("amat-chooser a", "all => [...new Set(all.map(a => a.href.split('#')[0]))]")
    assert len(hrefs) >= 6
    for href in hrefs:
        assert page.request.get(href).ok, href
