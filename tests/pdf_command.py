"""`amat pdf` as people run it; Playwright needs a process of its own there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from support import ROOT

AMAT = [sys.executable, "-c", "import sys; from amatmida.cli import main; sys.exit(main(sys.argv[1:]))"]


def amat_pdf(site: Path, target: Path, *more: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [*AMAT, "--root", str(ROOT), "pdf", "--site", str(site), "--to", str(target), *more]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, env={**os.environ, **environment}
    )
