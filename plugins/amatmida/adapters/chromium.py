"""A Chromium on this machine."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

SHELL = "chromium-headless-shell"
"""The same engine without a window's own pages, of which Chromium 156 draws one beside every page: a third faster."""
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run", "--disable-dev-shm-usage", "--font-render-hinting=none",
)  # fmt: skip
"""The shell moves letters to whole pixels unless told otherwise, and printed words run into each other."""


def find_chromium() -> str | None:
    """Path of a Chromium: $CHROMIUM, one on the PATH, or the one Playwright installed."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).is_file() else None
    return next((path for name in NAMES if (path := shutil.which(name))), None) or _of_playwright()


def _of_playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None
