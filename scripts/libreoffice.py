"""Make sure the tests of Word files have a LibreOffice Writer; or say in one line what to do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("soffice", "libreoffice")
APPLICATION = Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")


def find_libreoffice() -> str | None:
    """Path of LibreOffice: $SOFFICE, one on the PATH, or the application of a Mac."""
    named = os.environ.get("SOFFICE")
    if named:
        return named if Path(named).is_file() else None
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return found or (str(APPLICATION) if APPLICATION.is_file() else None)


def _install() -> None:
    if not (shutil.which("apt-get") and os.geteuid() == 0):
        return
    packages = ["libreoffice-writer-nogui", "fonts-noto-core"]
    for step in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", *step], check=False, stdout=subprocess.DEVNULL, env=quiet)


if __name__ == "__main__":
    if not find_libreoffice():
        _install()
    if not find_libreoffice():
        sys.exit(
            "The tests of Word files need LibreOffice Writer: install it (Debian: apt-get install "
            "libreoffice-writer-nogui) or set SOFFICE=/path/to/soffice"
        )
