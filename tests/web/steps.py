"""What a person does on a quiz page, and what they see."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Locator, Page

from amatmida.locale import strings
from amatmida.quiz.pages import fill

ACTIVE = "document.activeElement"


def words(lang: str, key: str, **values: object) -> str:
    return fill(strings(lang, "quiz")["browser"][key], **values)


def reload(page: Page) -> None:
    page.reload()
    page.wait_for_selector("amat-quiz[data-live]")


def until(page: Page, condition: str, seconds: float = 5, arg: Any = None) -> None:
    """Wait for a condition; asked from here, because the content policy stops the page from asking itself again."""
    for _ in range(int(seconds * 50)):
        if page.evaluate(condition, arg):
            return
        page.wait_for_timeout(20)
    raise AssertionError(condition)


def item(page: Page, n: int | str) -> Locator:
    name = n if isinstance(n, str) else f"q-demo-{n:02}"
    return page.locator(f'.amat-item[data-item="{name}"]')


def check(page: Page, n: int | str) -> Locator:
    """Press the item's button; the verdict."""
    item(page, n).locator(".amat-button.is-main").click()
    return verdict(page, n)


def verdict(page: Page, n: int | str) -> Locator:
    return item(page, n).locator(".amat-verdict")


def outcome(page: Page, n: int | str) -> str:
    return item(page, n).locator(".amat-outcome strong").inner_text()


def choose(page: Page, n: int | str, *values: str) -> None:
    for value in values:
        item(page, n).locator(f'input[value="{value}"]').check()


def assign(page: Page, n: int | str, **targets: str) -> None:
    """Choose by the words of the list, after the letter."""
    for card, target in targets.items():
        options = item(page, n).locator(f'[data-part="{card}"] option')
        texts = options.all_inner_texts()
        index = next(i for i, text in enumerate(texts) if text.partition(". ")[2] == target)
        item(page, n).locator(f'[data-part="{card}"] select').select_option(index=index)


def write(page: Page, n: int | str, **values: str) -> None:
    for part, value in values.items():
        field = item(page, n).locator("textarea" if part == "text" else f'[data-part="{part}"] input')
        field.fill(value)


def cards(page: Page, n: int | str) -> list[str]:
    return item(page, n).locator("[data-part]").evaluate_all("all => all.map(one => one.dataset.part)")


def sort(page: Page, n: int | str, *order: str) -> None:
    """Bring cards into an order with the lists of places; chance may have put them there, so the first moves away first."""
    item(page, n).locator(f'[data-part="{order[0]}"] select').select_option(index=len(order) - 1)
    for place, card in enumerate(order):
        if cards(page, n)[place] != card:
            item(page, n).locator(f'[data-part="{card}"] select').select_option(index=place)


RIGHT: dict[str, dict[str, Any]] = {
    "he": {
        "match": {
            "help": "שיעור הפונים ליועצת ברבעון",
            "school": "שיעור הנוכחות החודשי",
            "trust": "תשובות לשאלון אמון קצר",
        },
        "stray": "שיעור ניצול התקציב",
        "groups": {"c1": "תפוקה", "c2": "תוצאה", "c3": "לא מתאים לאף קבוצה"},
        "gaps": {"what": "הַתְּפוּקָה", "change": "תוצאה"},
    },
    "en": {
        "match": {
            "help": "Share who turn to the counsellor each quarter",
            "school": "Monthly attendance rate",
            "trust": "Answers to a short trust questionnaire",
        },
        "stray": "Share of budget spent",
        "groups": {"c1": "Output", "c2": "Outcome", "c3": "Fits none of the groups"},
        "gaps": {"what": "Output", "change": "outcome."},
    },
}


def answer_right(page: Page, lang: str, n: int) -> None:
    """Fill in the right answer of an item of the practice quiz, without checking it."""
    right = RIGHT[lang]
    steps = {
        1: lambda: choose(page, 1, "b"),
        2: lambda: choose(page, 2, "a", "c"),
        3: lambda: choose(page, 3, "false"),
        4: lambda: assign(page, 4, **right["match"]),
        5: lambda: sort(page, 5, "input", "activity", "output", "outcome"),
        6: lambda: assign(page, 6, **right["groups"]),
        7: lambda: write(page, 7, **right["gaps"]),
        8: lambda: write(page, 8, value="65"),
        9: lambda: choose(page, 9, "mid"),
        10: lambda: write(page, 10, text="שיעור הנוער, KPI אחד"),
        11: lambda: choose(page, 11, "time", "data"),
    }
    steps[n]()


def answer_wrong(page: Page, lang: str, n: int) -> None:
    right = RIGHT[lang]
    steps = {
        1: lambda: choose(page, 1, "a"),
        2: lambda: choose(page, 2, "b", "d"),
        3: lambda: choose(page, 3, "true"),
        4: lambda: assign(page, 4, **dict.fromkeys(right["match"], right["stray"])),
        5: lambda: sort(page, 5, "outcome", "output", "activity", "input"),
        6: lambda: assign(
            page, 6, **{"c1": right["groups"]["c2"], "c2": right["groups"]["c1"], "c3": right["groups"]["c1"]}
        ),
        7: lambda: write(page, 7, what="x", change="y"),
        8: lambda: write(page, 8, value="153.8"),
    }
    steps[n]()


SCORED = range(1, 9)
ALL = range(1, 12)


def saved(page: Page, key: str) -> Any:
    """What the browser holds under amatmida/…"""
    raw = page.evaluate("key => localStorage.getItem(key)", f"amatmida/{key}")
    return None if raw is None else json.loads(raw)


def state(page: Page) -> list[Any]:
    """Everything an answer shows: what is chosen and typed, marks, verdicts, hints, progress."""
    found: list[Any] = page.evaluate(
        """() => [...document.querySelectorAll('.amat-item')].map(item => [
          item.dataset.item,
          [...item.querySelectorAll('input, select, textarea')].map(f => [f.type === 'radio' || f.type === 'checkbox' ? f.value + f.checked : f.value, f.disabled]),
          [...item.querySelectorAll('[data-part]')].map(p => [p.dataset.part, p.className]),
          item.querySelector('.amat-verdict').innerText, item.querySelector('.amat-hints').innerText])"""
    )
    return [*found, *page.locator(".amat-count").all_inner_texts(), *page.locator(".amat-result").all_inner_texts()]


def tab_to(page: Page, selector: str, back: bool = False) -> None:
    """Press Tab until the focus is on what fits `selector`."""
    for _ in range(250):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if page.evaluate(f"s => {ACTIVE}.matches(s)", selector):
            return
    raise AssertionError(f"Tab never reached {selector}")


def focused(page: Page, selector: str) -> bool:
    found: bool = page.evaluate(f"s => {ACTIVE}.matches(s)", selector)
    return found


def order_of(page: Page) -> list[str]:
    """The items' ids as they stand on the page."""
    found: list[str] = page.locator(".amat-item").evaluate_all("all => all.map(one => one.dataset.item)")
    return found


def do_some(page: Page, lang: str) -> None:
    """Answer every item of the practice quiz, some right and some wrong; the last is left unchecked."""
    for n in (1, 4, 6, 8):
        answer_wrong(page, lang, n)
        check(page, n)
    for n in (2, 3, 5, 7, 9, 10, 11):
        answer_right(page, lang, n)
        if n != 11:
            check(page, n)
    item(page, 8).locator(".amat-button:not(.is-main)").click()
