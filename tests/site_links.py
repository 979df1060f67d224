"""Every place a built site names, and those that are not there: links, anchors, ids that labels name, addresses in
the data of elements, in the search index and in the sitemap. Pages no author wrote are pages like all others here.
"""

from __future__ import annotations

import gzip
import json
import posixpath
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

LOADED = {"stylesheet", "icon", "manifest", "preload", "modulepreload"}
ID_LISTS = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers", "list", "form")
ADDRESS_KEYS = {"href", "url", "src", "link"}


class PageLinks(HTMLParser):
    """What a page names and what can be named in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.names: set[str] = set()
        self.links: list[str] = []
        self.assets: list[str] = []
        self.references: list[str] = []
        self._data = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if values.get("id"):
            self.ids[values["id"]] += 1
        if tag == "a" and values.get("name"):
            self.names.add(values["name"])
        if tag in {"a", "area"} and "href" in values:
            self.links.append(values["href"])
        if tag == "link":
            rels = set(values.get("rel", "").split())
            (self.assets if rels & LOADED else []).append(values.get("href", ""))
            (self.links if rels & {"prev", "next"} else []).append(values.get("href", ""))
        if values.get("src"):
            self.assets.append(values["src"])
        self.assets += [part.split()[0] for part in values.get("srcset", "").split(",") if part.strip()]
        self.references += [id for name in ID_LISTS for id in values.get(name, "").split()]
        self._data = tag == "script" and values.get("type") == "application/json"

    def handle_endtag(self, tag: str) -> None:
        self._data = False

    def handle_data(self, data: str) -> None:
        if self._data:
            self.links += addresses(json.loads(data))


def addresses(data: Any, key: str = "") -> Iterator[str]:
    """Addresses in the JSON of an element."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from addresses(value, name)
    elif isinstance(data, list):
        for value in data:
            yield from addresses(value, key)
    elif isinstance(data, str) and key in ADDRESS_KEYS and not data.startswith("data:"):
        yield data


class BuiltSite:
    """All pages of a site folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pages = {
            file.relative_to(folder).as_posix(): PageLinks(file.read_text(encoding="utf-8"))
            for file in sorted(folder.rglob("*.html"))
        }

    def missing(self, page: str, link: str) -> str:
        """Why a link of a page leads nowhere; nothing when it does lead somewhere."""
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            return ""
        base = "" if parts.path.startswith("/") else posixpath.dirname(page)
        target = posixpath.normpath(posixpath.join(base, unquote(parts.path).lstrip("/"))) if parts.path else page
        if (self.folder / target).is_dir():
            target = posixpath.normpath(posixpath.join(target, "index.html"))
        if target.startswith("..") or not (self.folder / target).is_file():
            return f"{page}: {link}"
        anchor = unquote(parts.fragment)
        if not anchor or target not in self.pages:
            return ""
        there = self.pages[target]
        return "" if anchor in there.ids or anchor in there.names else f"{page}: {link} (no such place)"

    def dead_links(self) -> list[str]:
        """Links, files and labels of all pages."""
        found = []
        for path, page in self.pages.items():
            found += [self.missing(path, link) for link in [*page.links, *page.assets]]
            found += [f"{path}: names the id {id}" for id in page.references if id not in page.ids]
        return [one for one in found if one]

    def doubled_ids(self) -> list[str]:
        """Ids that stand twice on a page: a link to them leads to the wrong one."""
        return [f"{path}: {id} x {n}" for path, page in self.pages.items() for id, n in page.ids.items() if n > 1]

    def dead_search_hits(self) -> list[str]:
        """Places of the search index that are not there."""
        return [one for place in self.search_hits() if (one := self.missing("index.html", place))]

    def search_hits(self) -> Iterator[str]:
        """Addresses that the search may lead to, from the site's root."""
        for file in sorted(self.folder.glob("search/*/*/text/*.bin")):
            page = json.loads(gzip.decompress(file.read_bytes()))
            yield from (f"{page['url']}#{head['id']}" for head in page["heads"])
            yield page["url"] or "."
