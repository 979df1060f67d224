"""What tests do and read in the lab's pages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from amatmida.locale import strings
from amatmida.quiz.pages import fill
from web.conftest import Visitor

LANGS = ["he", "en"]
READY = "amat-logic-model[data-live]"
TEXTS = {
    "he": ["צוות של 9 עובדים", "קבוצות חברתיות", "160 חברים מגיעים", "לחברים נוצרים קשרים"],
    "en": ["Nine staff", "Social groups", "160 members attend", "Members form ties"],
}
KINDS = ["input", "activity", "output", "outcome-short"]
SHOWN = "() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))"


def opened(visitor: Visitor, lang: str = "he", name: str = "index", ready: str = READY, end: str = "") -> Page:
    page = visitor.open(lang, name, live=False)
    page.wait_for_selector(ready, state="attached")
    if end:
        page.goto(f"{visitor.home}{lang}/{name}.html{end}")
    return page


def words(lang: str, *keys: str, **values: object) -> str:
    table: Any = strings(lang, "logic_model")["browser"]
    for key in keys:
        table = table[key]
    return fill(table, **values)


def press(page: Page, lang: str, *keys: str) -> None:
    page.get_by_role("button", name=words(lang, *keys), exact=True).first.click()


def fold(page: Page, lang: str, key: str) -> None:
    page.locator(".amat-fold > summary", has_text=words(lang, key)).click()


def add(page: Page, kind: str, text: str) -> None:
    if page.locator(".amat-stages select").is_visible():
        page.locator(".amat-stages select").select_option(kind)
    field = page.locator(f'.amat-column[data-kind="{kind}"] .amat-add-field')
    field.fill(text)
    field.press("Enter")


def four(page: Page, lang: str) -> list[str]:
    """Four cards in a row; their ids."""
    for kind, text in zip(KINDS, TEXTS[lang], strict=True):
        add(page, kind, text)
    return cards(page)


def cards(page: Page) -> list[str]:
    found: list[str] = page.locator(".amat-node").evaluate_all("all => all.map(one => one.dataset.node)")
    return found


def face(page: Page, id: str) -> Any:
    return page.locator(f'[data-node="{id}"] .amat-node-face')


def link(page: Page, start: str, end: str) -> None:
    face(page, start).click()
    page.locator("[data-key=target]").focus()
    page.locator("[data-key=target]").select_option(end)
    page.locator('[data-key="add link"]').click()


def said(page: Page) -> str:
    """What is said of the last thing that was done; it comes after the frame that shows it."""
    page.evaluate(SHOWN)
    return page.locator(".amat-lab-inside > .amat-live").inner_text()


def saved(page: Page) -> list[dict[str, Any]]:
    """Every model in the browser's storage."""
    raw: list[str] = page.evaluate(
        "Object.keys(localStorage).filter(k => k.startsWith('amatmida/model/')).map(k => localStorage.getItem(k))"
    )
    return [json.loads(one)["model"] for one in raw]


def model(page: Page, lang: str) -> dict[str, Any]:
    """What the builder saved, once it says so."""
    expect(page.locator(".amat-save-state")).to_have_text(words(lang, "saved"))
    (one,) = saved(page)
    return one


def export(page: Page, lang: str, kind: str) -> Path:
    with page.expect_download() as info:
        press(page, lang, "export_as", kind)
    return Path(info.value.path())
