"""The browser's logic, tested without a browser."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from browser import node

FILES = sorted(Path(__file__).parent.glob("*.test.js"))


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.name)
def test_in_node(file: Path) -> None:
    done = subprocess.run([node(), "--test", str(file)], capture_output=True, text=True, check=False)
    failed = [line for line in done.stdout.splitlines() if line.lstrip().startswith("not ok")]
    assert done.returncode == 0, "\n".join([*failed, done.stdout[-4000:], done.stderr[-2000:]])
