"""Steps that tests of the real site share."""

from __future__ import annotations

from playwright.sync_api import Page


def reach(page: Page, selector: str) -> None:
    """Tab until the focus stands on something that fits."""
    for _ in range(400):
        if page.evaluate("s => !!document.activeElement && document.activeElement.matches(s)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reaches {selector}")
