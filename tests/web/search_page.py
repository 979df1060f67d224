"""A visit to the real site with its search box open."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Browser, Page, expect

from amatmida.search.folding import words
from browser import Watched, intercept

START = {"he": "", "en": "en/"}
INPUT, STATUS, HIT = ".am-box__input", ".am-box__status", ".am-hit__link"
SEARCHED = re.compile(r"נמצא|לא מצאנו|לא נמצא|page|Nothing")
ENDED = re.compile(r"נמצא|לא מצאנו|לא נמצא|אין כאן|הקלידו לפחות|מתחילים|page|Type|words here|Nothing|Start")


class Visit:
    """A page with its box open; `intercepted`: a route will be added later (see `intercept`)."""

    def __init__(
        self,
        browser: Browser,
        home: str,
        lang: str = "he",
        query: str = "",
        *,
        intercepted: bool = False,
        **options: Any,
    ) -> None:
        size = {"width": 1280, "height": 800}
        self.context = browser.new_context(**{"viewport": size, "reduced_motion": "reduce", **options})
        if intercepted:
            intercept(self.context)
        self.watched = Watched(self.context, home)
        self.page: Page = self.watched.open(START[lang] + "guide/measurement/policy/")
        self.page.keyboard.press("Control+k")
        self.page.locator(".am-box__settings").wait_for()
        # The glossary comes after the first answer and may change it.
        with self.page.expect_response("**/terms.bin"):
            self.page.fill(INPUT, "2020")
        self.page.wait_for_load_state("networkidle")
        self.ask("")
        if query:
            self.ask(query)

    def ask(self, query: str) -> None:
        self.awaiting()
        self.page.fill(INPUT, query + " ")
        self.page.fill(INPUT, query)
        # What was asked before may be answered once more meanwhile; only these words speak of a query.
        self.answered(SEARCHED if any(len(word) > 1 for word in words(query)) else ENDED)

    def awaiting(self) -> None:
        # An answer may say the same as the one before; so the old one is taken away first.
        self.page.evaluate("s => { document.querySelector(s).textContent = '…'; }", STATUS)

    def answered(self, by: re.Pattern[str] | None = None) -> None:
        expect(self.page.locator(STATUS)).to_have_text(by or ENDED, timeout=15_000)

    def titles(self) -> list[str]:
        return self.page.locator(".am-hit__title").all_inner_texts()

    def said(self) -> str:
        return self.page.locator(STATUS).text_content() or ""
