"""Make sure the browser tests have a Chromium; or say in one line what to do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from amatmida.adapters.chromium import SHELL, find_chromium

FONTS = "fonts-noto-core"
QUIET = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}


def _run(*step: str) -> None:
    subprocess.run(step, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=QUIET)


def _has_apt() -> bool:
    return shutil.which("apt-get") is not None and os.geteuid() == 0


def _install(package: str) -> None:
    # Debian's own packages: they are signed, and need no download host of their own.
    _run("apt-get", "update", "-qq")
    _run("apt-get", "install", "-y", "-qq", "--no-install-recommends", package, FONTS)


def main() -> None:
    """Nothing is installed where $CHROMIUM says which one to use."""
    if not os.environ.get("CHROMIUM") and _has_apt() and not shutil.which(SHELL):
        _install(SHELL)
    if not find_chromium() and _has_apt():
        _install("chromium")
    if not find_chromium():
        _run(sys.executable, "-m", "playwright", "install", "chromium")
    if not find_chromium():
        sys.exit("The tests need Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM=/path/to/it")


if __name__ == "__main__":
    main()
