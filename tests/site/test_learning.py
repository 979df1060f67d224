"""A learner on the real site, by keyboard alone, in both languages."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from browser import Watched

CHAPTER = {"he": "guide/measurement/policy/", "en": "en/guide/measurement/policy/"}
FIRST = "amat-quiz .amat-item[data-type=single]"


def reach(page: Page, selector: str) -> None:
    """Tab until the focus stands on something that fits."""
    for _ in range(400):
        if page.evaluate("s => !!document.activeElement && document.activeElement.matches(s)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reaches {selector}")


@pytest.mark.parametrize("lang", CHAPTER)
def test_a_question_is_answered_by_keyboard_and_remembered(browser: Browser, home: str, lang: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    watched = Watched(context, home)
    page = watched.open(CHAPTER[lang])
    item = page.locator(FIRST).first
    name = item.get_attribute("data-item")
    reach(page, f"[data-item='{name}'] input[type=radio]")
    page.keyboard.press("Space")
    chosen = item.locator("input:checked").get_attribute("value")
    reach(page, f"[data-item='{name}'] .amat-actions .is-main")
    page.keyboard.press("Enter")
    verdict = item.locator(".amat-verdict")
    verdict.locator(".amat-outcome").wait_for()
    wrong = verdict.locator(".amat-outcome.is-wrong").count() == 1
    if wrong:
        link = verdict.locator("a[href*='#']").first
        assert link.is_visible(), "a wrong answer leads to the section that answers it"
        target = link.evaluate("a => a.hash.slice(1)")
        assert page.evaluate("id => !!document.getElementById(id)", target) or "#" in (link.get_attribute("href") or "")
    page.reload()
    page.wait_for_function("() => document.querySelector('amat-quiz[data-live]')")
    again = page.locator(f"amat-quiz [data-item='{name}'].amat-item")
    assert again.locator("input:checked").get_attribute("value") == chosen
    assert watched.faults == []
    context.close()


def test_an_answer_given_in_hebrew_is_there_in_english(browser: Browser, home: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page = Watched(context, home).open(CHAPTER["he"])
    item = page.locator(FIRST).first
    name = item.get_attribute("data-item")
    item.locator("input[type=radio]").first.check()
    chosen = item.locator("input:checked").get_attribute("value")
    item.locator(".amat-actions .is-main").click()
    item.locator(".amat-outcome").wait_for()
    page.get_by_role("link", name="English").first.click()
    page.wait_for_function(
        "() => document.documentElement.lang === 'en' && document.querySelector('amat-quiz[data-live]')"
    )
    translated = page.locator(f"amat-quiz [data-item='{name}'].amat-item")
    assert translated.locator("input:checked").get_attribute("value") == chosen
    assert translated.locator(".amat-outcome").count() == 1
    context.close()


@pytest.mark.parametrize("lang", CHAPTER)
def test_every_wrong_option_of_the_real_quizzes_says_why(browser: Browser, home: str, lang: str) -> None:
    """All single-choice items of a chapter: a wrong choice shows the author's reason and the way to the section."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page = Watched(context, home).open(CHAPTER[lang])
    data = page.evaluate("() => JSON.parse(document.querySelector('amat-quiz .amat-data').textContent)")
    singles = [item for item in data["items"] if item["type"] == "single"]
    assert singles
    for one in singles:
        option = next(o for o in one["options"] if not o.get("correct"))
        item = page.locator(f"amat-quiz [data-item='{one['id']}'].amat-item")
        item.locator(f"input[value='{option['id']}']").check()
        item.locator(".amat-actions .is-main").click()
        said = item.locator(".amat-verdict").inner_html()
        assert option["feedback"] in said
        assert item.locator(".amat-verdict a[href*='#']").count() >= 1
    context.close()
