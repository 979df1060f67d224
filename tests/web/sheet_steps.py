"""What a person does on a worksheet's page, and what they see."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page

from amatmida.core.fragment import fill
from amatmida.locale import strings

SAVED = "JSON.parse(localStorage.getItem('amatmida/worksheet/sample') || 'null')"


def words(lang: str, key: str, **values: object) -> str:
    return fill(strings(lang, "worksheet")["browser"][key], **values)


def field(page: Page, name: str) -> Locator:
    """A control of a form, by section-field."""
    return page.locator(f"#ws-sample-{name}")


def row(page: Page, n: int) -> Locator:
    return page.locator(".amat-row").nth(n)


def button(page: Page, text: str) -> Locator:
    return page.get_by_role("button", name=text, exact=True)


def settle(page: Page) -> None:
    """Leave the field: what was typed is written at once."""
    page.evaluate("document.activeElement.blur()")


def saved(page: Page) -> dict[str, Any]:
    """The copy shown, as it is kept."""
    record = page.evaluate(SAVED)
    found: dict[str, Any] = next(one for one in record["copies"] if one["id"] == record["open"])
    return found


def status(page: Page) -> str:
    return page.locator(".amat-worksheet .amat-status").inner_text()


def reload(page: Page) -> None:
    page.reload()
    page.wait_for_selector("amat-worksheet[data-live]")


def downloaded(page: Page, press: Locator, folder: Path) -> Path:
    """Press, wait for the file, keep it under its own name."""
    with page.expect_download() as waiting:
        press.click()
    place = folder / waiting.value.suggested_filename
    waiting.value.save_as(place)
    return place


def opened(page: Page, name: str, content: str | bytes) -> None:
    """Choose a file in the picker."""
    data = content if isinstance(content, bytes) else content.encode()
    page.locator(".amat-files input[type=file]").set_input_files(
        {"name": name, "mimeType": "application/json", "buffer": data}
    )
