"""A small book, printed once."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_site import write

from pdf_command import amat_pdf


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def small_pdf(small_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("printed")
    done = amat_pdf(small_site, target, "--books", "measurement", "--langs", "he")
    assert done.returncode == 0, done.stderr[-2000:]
    (file,) = target.glob("*.pdf")
    return file
