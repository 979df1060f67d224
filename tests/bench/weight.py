"""What a reader's network carries for a guide page: the first visit, and the next page with the first in the cache."""

from __future__ import annotations

import functools
import gzip
import http.server
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from browser import chromium, running

# The heaviest chapter first: a middle one would flatter.
FIRST, NEXT = "guide/measurement/indicators/", "guide/measurement/baselines/"
TEXT = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"}


class _Host(http.server.SimpleHTTPRequestHandler):
    """Sends text gzipped and lets it be kept for ten minutes, as GitHub Pages does."""

    def send_head(self) -> Any:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return None
        squeeze = file.suffix in TEXT
        body = gzip.compress(file.read_bytes(), 6) if squeeze else file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if squeeze:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        return io.BytesIO(body)

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def hosting(folder: Path) -> Iterator[str]:
    """Address of a host that behaves like the public one."""
    with running(functools.partial(_Host, directory=str(folder))) as home:
        yield home


@dataclass(frozen=True)
class Weight:
    """Bytes on the wire, headers included, by address."""

    parts: dict[str, int]

    @property
    def kilobytes(self) -> float:
        return sum(self.parts.values()) / 1000

    def heaviest(self, count: int = 3) -> str:
        """The files that weigh most."""
        rows = sorted(self.parts.items(), key=lambda row: -row[1])[:count]
        return ", ".join(f"{name.rsplit('/', 1)[-1] or name} {size / 1000:.0f}" for name, size in rows)


def weigh(site: Path, lang: str) -> tuple[Weight, Weight]:
    """(first visit, next page) of the guide in one language."""
    root = "" if lang == "he" else f"{lang}/"
    with hosting(site) as home, chromium() as browser:
        page = browser.new_context().new_page()
        network = page.context.new_cdp_session(page)
        network.send("Network.enable")
        names: dict[str, str] = {}
        parts: dict[str, int] = {}
        network.on("Network.requestWillBeSent", lambda e: names.update({e["requestId"]: e["request"]["url"]}))
        network.on("Network.loadingFinished", lambda e: _count(parts, names, e, home))
        found = []
        for path in (root + FIRST, root + NEXT):
            parts.clear()
            page.goto(home + path)
            page.wait_for_load_state("networkidle")
            page.mouse.wheel(0, 3000)
            page.wait_for_timeout(500)
            found.append(Weight(dict(parts)))
    return found[0], found[1]


def _count(parts: dict[str, int], names: dict[str, str], event: dict[str, Any], home: str) -> None:
    name = names.get(event["requestId"], "?").removeprefix(home)
    parts[name] = parts.get(name, 0) + int(event["encodedDataLength"])
