"""A built site → the pages of one book, in the order of the menu."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from amatmida.book.model import BookError, SitePage
from amatmida.book.tree import cut, having, parse, words

INDEX = "index.html"
Read = Callable[[str], str | None]
"""Path below the site folder → the text of the file."""


def site_path(page: str, link: str) -> str:
    """Where a relative link of a page leads, as a file of the site; nothing for an address elsewhere."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return ""
    if not parts.path:
        return page
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
    is_folder = parts.path.endswith(("/", "/.", "/..")) or parts.path in {".", ".."}
    return posixpath.normpath(posixpath.join(target, INDEX)) if is_folder else target


def site_page(path: str, html: str) -> SitePage:
    """One page of the site. Errors: BookError when there is no article in it."""
    root = parse(html)
    body = next(root.iter("article"), None)
    heading = None if body is None else next(body.iter("h1"), None)
    if body is None or heading is None:
        raise BookError(f"{path}: no article with a heading")
    for mark in list(having(heading, "headerlink")):
        cut(heading, mark)
    links = {link.get("rel", ""): link.get("href", "") for link in root.iter("link")}
    metas = {meta.get("name", ""): meta.get("content", "") for meta in root.iter("meta")}
    return SitePage(
        path=path,
        title=words(heading),
        description=metas.get("description", ""),
        body=body,
        next=next((site_path(path, link.get("href", "")) for link in root.iter("a") if link.get("rel") == "next"), ""),
        reviewed=next(_dates(body), ""),
        canonical=links.get("canonical", ""),
    )


def _dates(body: Element) -> Iterator[str]:
    for facts in having(body, "am-facts"):
        yield from (time.get("datetime", "") for time in facts.iter("time"))


def pages_of(folder: str, files: Iterable[str], read: Read) -> list[SitePage]:
    """Every page below a folder (en/guide/measurement): first as the menu leads from its index page, and a page that
    is not in the menu right after the pages of its own folder.

    Errors: BookError when the folder has no index page.
    """
    start = f"{folder}/{INDEX}"
    below = {path for path in files if path.startswith(f"{folder}/") and path.endswith(".html")}
    pages = {path: site_page(path, read(path) or "") for path in sorted(below)}
    if start not in pages:
        raise BookError(f"{start}: there is no such page; build the site first")
    order, at = [start], pages[start].next
    while at in below and at not in order:
        order.append(at)
        at = pages[at].next
    for path in sorted(below - set(order)):
        order.insert(_place(path, order), path)
    return [pages[path] for path in order]


def _place(path: str, order: list[str]) -> int:
    """After the last page of the nearest folder that has one."""
    folder = posixpath.dirname(posixpath.dirname(path) if path.endswith(INDEX) else path)
    while True:
        inside = [n for n, other in enumerate(order) if other.startswith(f"{folder}/")]
        if inside or not folder:
            return (inside or [len(order) - 1])[-1] + 1
        folder = posixpath.dirname(folder)
