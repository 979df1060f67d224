"""Make sure the browser tests have a Chromium; or say in one line what to do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from amatmida.adapters.chromium import find_chromium


def _install() -> None:
    steps = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if shutil.which("apt-get") and os.geteuid() == 0:
        # Debian's own package first: it is signed, and needs no download host of its own.
        fonts = ["fonts-noto-core"]
        steps.insert(0, ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", *fonts])
        steps.insert(0, ["apt-get", "update", "-qq"])
    for step in steps:
        subprocess.run(
            step, check=False, stdout=subprocess.DEVNULL, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        )
        if find_chromium():
            return


if __name__ == "__main__":
    if not find_chromium():
        _install()
    if not find_chromium():
        sys.exit("The tests need Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM=/path/to/it")
