"""Work questions: each is answered in at most three real clicks from the home page, in both languages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from amatmida.core.urls import page_url

QUESTIONS = yaml.safe_load((Path(__file__).parent / "navigation_paths.yml").read_text(encoding="utf-8"))["questions"]
MOST_CLICKS = 3
# On a phone there is no menu to be seen, so Hebrew goes by the pages' own links alone.
SCREENS = {"he": {"width": 390, "height": 844}, "en": {"width": 1280, "height": 800}}
SECTION = """(id) => {
  const start = id ? document.getElementById(id) : document.querySelector('article h1');
  if (!start) return null;
  const level = id ? Number(start.tagName[1]) : 0;
  let text = '';
  for (let e = start; e; e = e.nextElementSibling) {
    if (e !== start && level && /^H[1-6]$/.test(e.tagName) && Number(e.tagName[1]) <= level) break;
    text += ' ' + e.innerText;
  }
  return text;
}"""


def address(home: str, lang: str, ref: str) -> str:
    id, _, anchor = ref.partition("#")
    return f"{home}{'' if lang == 'he' else lang + '/'}{page_url(id, True)}{'#' + anchor if anchor else ''}"


def click(page: Page, target: str) -> None:
    """Press the first link to the target that can be seen."""
    links = page.locator("a[href]").filter(visible=True)
    at = links.evaluate_all("(links, to) => links.findIndex(a => a.href === to && a.innerText.trim())", target)
    assert at >= 0, f"{page.url} shows no link to {target}"
    links.nth(at).click()
    page.wait_for_url(target)


@pytest.mark.parametrize("lang", SCREENS)
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q["clicks"][-1])
def test_a_work_question_is_answered_in_three_clicks(
    browser: Browser, home: str, question: dict[str, Any], lang: str
) -> None:
    assert 1 <= len(question["clicks"]) <= MOST_CLICKS
    context = browser.new_context(viewport=SCREENS[lang], reduced_motion="reduce")
    page = context.new_page()
    page.goto(address(home, lang, "index.md"), wait_until="domcontentloaded")
    for ref in question["clicks"]:
        click(page, address(home, lang, ref))
    said = page.evaluate(SECTION, question["clicks"][-1].partition("#")[2])
    assert said, "the section is there"
    missing = [word for word in question["words"][lang] if word.casefold() not in said.casefold()]
    assert missing == [], said[:600]
    context.close()


def test_there_are_enough_questions_and_no_two_are_the_same() -> None:
    for lang in SCREENS:
        asked = [question["ask"][lang] for question in QUESTIONS]
        assert len(set(asked)) == len(asked) >= 30
    assert len({question["clicks"][-1] for question in QUESTIONS}) >= 30
