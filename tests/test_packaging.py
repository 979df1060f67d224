"""What is shipped: the wheel holds every file the site needs, vendored files are what their manifest says."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from support import ROOT

MANIFESTS = [
    ROOT / folder / "manifest.json"
    for folder in ("plugins/amatmida/web/vendor", "plugins/amatmida/book/vendor", "tests/web/vendor")
]


@pytest.mark.parametrize("manifest", MANIFESTS, ids=lambda m: str(m.relative_to(ROOT)))
def test_vendored_files_have_the_recorded_hashes(manifest: Path) -> None:
    rows = json.loads(manifest.read_text(encoding="utf-8"))
    assert rows
    for row in rows:
        assert set(row) >= {"name", "version", "licence", "from", "file", "sha256"}, row
        assert hashlib.sha256((manifest.parent / row["file"]).read_bytes()).hexdigest() == row["sha256"], row["file"]
    listed = {row["file"] for row in rows} | {"manifest.json", "refresh.py"}
    assert {p.name for p in manifest.parent.iterdir() if p.is_file()} <= listed


SHIPPED = {".py", ".yml", ".html", ".js", ".css", ".svg", ".woff2", ".txt", ".json"}


def test_the_wheel_holds_everything(tmp_path: Path) -> None:
    copy = tmp_path / "copy"  # setuptools builds inside the folder it is given
    shutil.copytree(ROOT / "plugins", copy / "plugins", ignore=shutil.ignore_patterns("*.egg-info", "__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "LICENSE-CONTENT"):
        shutil.copy(ROOT / name, copy)
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "-q", "-w", str(tmp_path)]
    subprocess.run([*command, str(copy)], check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    shipped = set(zipfile.ZipFile(wheel).namelist())
    package = copy / "plugins"
    needed = {
        p.relative_to(package).as_posix()
        for p in (package / "amatmida").rglob("*")
        if p.suffix in SHIPPED and p.is_file()
    }
    assert sorted(needed - shipped) == []


@pytest.mark.parametrize("lock", ["site", "test"])
def test_every_locked_package_has_a_hash(lock: str) -> None:
    text = (ROOT / f"requirements/{lock}.lock").read_text(encoding="utf-8")
    pinned = re.findall(r"^([a-zA-Z0-9_.-]+)(?:\[[^\]]*\])?==[^\\\n]+\\\n    --hash=sha256:", text, re.M)
    named = re.findall(r"^[a-zA-Z0-9]", text, re.M)
    assert len(pinned) == len(named) > 20
    assert "://" not in text


def test_no_browser_file_is_named_as_a_translation() -> None:
    """static-i18n takes `name.he.txt` for the Hebrew of `name.txt` and renames it; browsers would ask in vain."""
    web = ROOT / "plugins/amatmida/web"
    assert [file.name for file in web.rglob("*") if {".he", ".en", ".ar"} & set(file.suffixes[:-1])] == []
