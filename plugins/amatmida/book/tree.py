"""HTML text ↔ a tree of elements, by the standard library alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, SubElement, TreeBuilder, tostring

VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)


class _Builder(HTMLParser):
    """Forgives what browsers forgive: an end tag without a start is skipped, an open one is closed by its parent."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.builder = TreeBuilder()
        self.open: list[str] = ["html"]
        self.builder.start("html", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "html":
            return
        self.builder.start(tag, values)
        if tag in VOID:
            self.builder.end(tag)
        else:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID or tag not in self.open[1:]:
            return
        while self.open:
            last = self.open.pop()
            self.builder.end(last)
            if last == tag:
                return

    def handle_data(self, data: str) -> None:
        self.builder.data(data)

    def tree(self) -> Element:
        while self.open:
            self.builder.end(self.open.pop())
        return self.builder.close()


def parse(html: str) -> Element:
    """A whole page, or a part of one."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    return builder.tree()


def markup(element: Element) -> str:
    """An element and everything in it as HTML, without the text after it."""
    tail, element.tail = element.tail, None
    text = tostring(element, encoding="unicode", method="html")
    element.tail = tail
    return text


def words(element: Element) -> str:
    """The text in an element, spaces folded."""
    return " ".join("".join(element.itertext()).split())


def classes(element: Element) -> set[str]:
    """The element's classes."""
    return set(element.get("class", "").split())


def having(root: Element, name: str) -> Iterator[Element]:
    """Every element below `root` of a class."""
    return (element for element in root.iter() if name in classes(element))


def first(root: Element, name: str) -> Element | None:
    """The first element of a class."""
    return next(having(root, name), None)


def drop(root: Element, unwanted: Callable[[Element], bool]) -> None:
    """Take elements out; the text after each of them stays."""
    for parent in list(root.iter()):
        for child in [c for c in parent if unwanted(c)]:
            cut(parent, child)


def cut(parent: Element, child: Element) -> None:
    """Take one element out; the text after it stays."""
    at, tail = list(parent).index(child), child.tail or ""
    parent.remove(child)
    if at:
        parent[at - 1].tail = (parent[at - 1].tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail


def become(element: Element, tag: str, name: str = "", text: str | None = None) -> None:
    """Make an element another one, in its place; with `text`, in place of its content."""
    if text is not None:
        for child in list(element):
            element.remove(child)
        element.text = text
    kept = {key: value for key, value in element.attrib.items() if key in {"id", "class", "lang", "dir"}}
    element.tag = tag
    element.attrib.clear()
    element.attrib.update(kept)
    if name:
        element.set("class", name)


def add(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """A new last child; `cls` stands for `class`."""
    values = {("class" if key == "cls" else key): value for key, value in attributes.items()}
    child = SubElement(parent, tag, values)
    child.text = text
    return child
