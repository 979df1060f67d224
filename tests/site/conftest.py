"""The real site, built once, strictly, and opened in Chromium."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from browser import serving
from support import ROOT
from test_renderers import QUIET


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """site/ of the repository, built with --strict."""
    target = tmp_path_factory.mktemp("real") / "site"
    tool = Path(sys.executable).with_name("mkdocs")
    command = [str(tool), "build", "--strict", "--clean", "-d", str(target)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=QUIET)
    warnings = [line for line in done.stderr.splitlines() if line.startswith(("WARNING", "ERROR"))]
    assert done.returncode == 0, warnings[:20]
    return target


@pytest.fixture(scope="session")
def home(built: Path) -> Iterator[str]:
    """Its address."""
    with serving(built) as address:
        yield address
