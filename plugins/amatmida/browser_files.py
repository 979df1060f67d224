"""The files of web/ as a browser gets them: comments and blanks taken out, nothing joined, nothing renamed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import rcssmin
import rjsmin

from amatmida.core.artifact import Artifact

WEB = Path(__file__).parent / "web"
VENDOR = WEB / "vendor"
_SMALLER: dict[str, Callable[[str], str]] = {".js": rjsmin.jsmin, ".css": rcssmin.cssmin}
_NOT_FOR_BROWSERS = {".json", ".py", ".pyc", ".ts"}
_BUILT_LAST = {"sw.js", "sw-off.js", "pack.js"}
"""Made from the whole site: see offline/worker.py and offline/pack.py."""


def browser_files(folder: str) -> Iterator[Artifact]:
    """Artifacts below `folder`. Vendored files stay byte for byte what their manifest says."""
    for file in sorted(WEB.rglob("*")):
        if not file.is_file() or file.suffix in _NOT_FOR_BROWSERS or file.name in _BUILT_LAST:
            continue
        path = f"{folder}/{file.relative_to(WEB).as_posix()}"
        if VENDOR in file.parents or file.suffix not in _SMALLER:
            yield Artifact(path, file)
        else:
            yield Artifact(path, _small(file, file.stat().st_mtime_ns))


@cache
def _small(file: Path, changed: int) -> bytes:
    return (_SMALLER[file.suffix](file.read_text(encoding="utf-8")).strip() + "\n").encode()
