#!/usr/bin/env python3
"""Fetch the third-party browser files again and rewrite their manifests.

Run it by hand, then look at the diff:

    python plugins/amatmida/web/vendor/refresh.py            # newest versions
    python plugins/amatmida/web/vendor/refresh.py --pinned   # the versions in the manifests

Needs `npm` (only `npm pack`, which downloads and installs nothing) and the network. A test compares every file with
the sha256 in its manifest, so a file that was changed by hand is noticed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[3]
SITE = HERE  # copied into the site
TESTS = ROOT / "tests" / "web" / "vendor"  # never leaves the repository
BOOK = ROOT / "plugins" / "amatmida" / "book" / "vendor"  # embedded in the PDFs; one weight a file, see book.css
FOLDERS = (SITE, TESTS, BOOK)


class Wanted(NamedTuple):
    """One file of one npm package: where it lies there, and what it is called here."""

    package: str
    inside: str
    folder: Path
    file: str


WANTED = (
    Wanted(
        "@fontsource-variable/assistant",
        "files/assistant-hebrew-wght-normal.woff2",
        SITE,
        "assistant-hebrew-wght.woff2",
    ),
    Wanted(
        "@fontsource-variable/assistant", "files/assistant-latin-wght-normal.woff2", SITE, "assistant-latin-wght.woff2"
    ),
    Wanted("@fontsource-variable/assistant", "LICENSE", SITE, "assistant-LICENSE.txt"),
    Wanted("@fontsource-variable/rubik", "files/rubik-arabic-wght-normal.woff2", SITE, "rubik-arabic-wght.woff2"),
    Wanted("@fontsource-variable/rubik", "LICENSE", SITE, "rubik-LICENSE.txt"),
    Wanted("@fontsource/assistant", "files/assistant-hebrew-400-normal.woff2", BOOK, "assistant-hebrew-400.woff2"),
    Wanted("@fontsource/assistant", "files/assistant-hebrew-700-normal.woff2", BOOK, "assistant-hebrew-700.woff2"),
    Wanted("@fontsource/assistant", "files/assistant-latin-400-normal.woff2", BOOK, "assistant-latin-400.woff2"),
    Wanted("@fontsource/assistant", "files/assistant-latin-700-normal.woff2", BOOK, "assistant-latin-700.woff2"),
    Wanted("@fontsource/assistant", "LICENSE", BOOK, "assistant-LICENSE.txt"),
    Wanted("fflate", "esm/browser.js", SITE, "fflate.js"),
    Wanted("fflate", "LICENSE", SITE, "fflate-LICENSE.txt"),
    Wanted("axe-core", "axe.min.js", TESTS, "axe.min.js"),
    Wanted("axe-core", "LICENSE", TESTS, "axe-LICENSE.txt"),
    Wanted("axe-core", "LICENSE-3RD-PARTY.txt", TESTS, "axe-LICENSE-3RD-PARTY.txt"),
)


def pinned_versions() -> dict[str, str]:
    """Package name to version, as the manifests have them now."""
    found = {}
    for manifest in (folder / "manifest.json" for folder in FOLDERS):
        if manifest.exists():
            for entry in json.loads(manifest.read_text(encoding="utf-8")):
                found[entry["name"]] = entry["version"]
    return found


def download(package: str, version: str | None, into: Path) -> Path:
    """Let npm fetch one package and return the path of its archive."""
    name = f"{package}@{version}" if version else package
    done = subprocess.run(
        ["npm", "pack", "--silent", "--pack-destination", str(into), name],
        check=True,
        capture_output=True,
        text=True,
    )
    return into / done.stdout.strip().splitlines()[-1]


def unpack(archive: Path, names: Iterable[str]) -> dict[str, bytes]:
    """Read the named members (every npm archive has one top folder, `package/`)."""
    contents = {}
    with tarfile.open(archive) as tar:
        for name in names:
            member = tar.extractfile(f"package/{name}")
            if member is None:
                raise FileNotFoundError(f"{archive.name} has no {name}")
            contents[name] = member.read()
    return contents


def entry(wanted: Wanted, about: dict[str, str], data: bytes) -> dict[str, str]:
    """One line of a manifest."""
    return {
        "name": wanted.package,
        "version": about["version"],
        "licence": about["license"],
        "from": f"{wanted.package}@{about['version']}",
        "file": wanted.file,
        "sha256": hashlib.sha256(data).hexdigest(),
    }


def refresh(package: str, version: str | None) -> list[tuple[Path, dict[str, str]]]:
    """Write the wanted files of one package; return (folder, manifest entry) for each."""
    wanted = [item for item in WANTED if item.package == package]
    with tempfile.TemporaryDirectory() as folder:
        archive = download(package, version, Path(folder))
        contents = unpack(archive, ["package.json", *(item.inside for item in wanted)])
    about = json.loads(contents["package.json"])
    for item in wanted:
        item.folder.mkdir(parents=True, exist_ok=True)
        (item.folder / item.file).write_bytes(contents[item.inside])
    return [(item.folder, entry(item, about, contents[item.inside])) for item in wanted]


def main(arguments: list[str]) -> int:
    """Refresh every package and rewrite the manifests."""
    parser = argparse.ArgumentParser(description="Fetch the vendored browser files again.")
    parser.add_argument("--pinned", action="store_true", help="keep the versions of the manifests")
    versions = pinned_versions() if parser.parse_args(arguments).pinned else {}
    entries: list[tuple[Path, dict[str, str]]] = []
    for package in dict.fromkeys(item.package for item in WANTED):
        entries += refresh(package, versions.get(package))
    for folder in FOLDERS:
        lines = [line for where, line in entries if where == folder]
        text = json.dumps(lines, indent=2, ensure_ascii=False) + "\n"
        (folder / "manifest.json").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
