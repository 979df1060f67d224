"""Where a page will stand, so that a link inside an embedded fragment fits the page that embeds it."""

from __future__ import annotations

import posixpath

from amatmida.core.model import SOURCE_LANG, Lang

LOCAL = ("http://127.0.0.1", "http://localhost", "http://0.0.0.0")


def is_local(address: str) -> bool:
    """Whether an address is that of a trial on one's own computer, where nobody else finds anything."""
    return address.startswith(LOCAL)


def page_url(id: str, directory_urls: bool) -> str:
    """guide/policy.md → guide/policy/ (or guide/policy.html); index.md → the folder itself."""
    stem = id.removesuffix(".md")
    if not directory_urls:
        return f"{stem}.html"
    folder, name = posixpath.split(stem)
    return (f"{folder}/" if folder else "") if name == "index" else f"{stem}/"


def href(page: str, ref: str, directory_urls: bool) -> str:
    """A link from one page id to another (with #section), within one language."""
    id, _, anchor = ref.partition("#")
    link = _relative(page_url(page, directory_urls), page_url(id, directory_urls))
    return f"{link}#{anchor}" if anchor else link


def asset_href(page: str, lang: Lang, path: str, directory_urls: bool) -> str:
    """A link from a page to a file of docs/ that all languages share; translations stand one folder deeper."""
    start = page_url(page, directory_urls)
    return _relative(start if lang == SOURCE_LANG else f"{lang}/{start}", path)


def _relative(start: str, target: str) -> str:
    folder = start if start.endswith("/") else posixpath.dirname(start)
    link = posixpath.relpath("/" + target, "/" + folder)
    return f"{link}/" if target.endswith("/") or (not target and link != ".") else ("./" if link == "." else link)
