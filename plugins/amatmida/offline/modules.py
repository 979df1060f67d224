"""JavaScript modules whose addresses of each other do not depend on where they lie. Pure.

A module that a page is handed as text has no address, so "./x.js" leads nowhere. Each such address is written as a bare
name instead, `amat/<path>`, which an import map can send anywhere.
"""

from __future__ import annotations

import posixpath
import re

NAMES = "amat/"
"""Begins every bare name; the rest is the path below assets/amatmida/."""
# The beginning of an address is enough: in import(`./types/${type}.js`) the rest is known only while running.
_ADDRESS = re.compile(r"""\b(from|import)(\s*\(?\s*["'`])(\.{1,2}/[^"'`$]*)""")


def bare(code: str, path: str) -> str:
    """The code of the module at `path` with every relative address of another module as a bare name."""

    def named(found: re.Match[str]) -> str:
        return f"{found[1]}{found[2]}{NAMES}{resolved(path, found[3])}"

    return _ADDRESS.sub(named, code)


def placed(code: str, path: str, place: str) -> str:
    """The code with its own address as a call of `place`, which says where a path lies."""
    return code.replace("import.meta.url", f'{place}("{path}")')


def resolved(path: str, address: str) -> str:
    """An address, or the beginning of one, seen from the file at `path`: a/b.js, ../c/d → c/d

    Errors: ValueError for an address outside the tree.
    """
    folder, _, name = posixpath.join(posixpath.dirname(path), address).rpartition("/")
    folder = posixpath.normpath(folder) if folder else ""
    if folder.startswith(".."):
        raise ValueError(f"{path}: {address} leads out of the tree")
    return name if folder in ("", ".") else f"{folder}/{name}"
