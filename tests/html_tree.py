"""The HTML of a fragment as a tree, read strictly: what is left open or said twice is an error."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

VOID = {"input", "img", "br"}


class Element:
    def __init__(self, tag: str, attrs: dict[str, str], parent: Element | None) -> None:
        self.tag, self.attrs, self.parent = tag, attrs, parent
        self.children: list[Element | str] = []

    def all(self) -> Iterator[Element]:
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.all()

    def find(self, tag: str = "", **attrs: str) -> list[Element]:
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attrs.items()}
        return [e for e in self.all() if tag in ("", e.tag) and all(_has(e, n, v) for n, v in wanted.items())]

    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)

    def without(self, *tags: str) -> str:
        """The words outside some elements."""
        return "".join(c if isinstance(c, str) else "" if c.tag in tags else c.without(*tags) for c in self.children)


def _has(element: Element, name: str, value: str) -> bool:
    held = element.attrs.get(name)
    return held is not None and (value in held.split() if name == "class" else held == value)


class Tree(HTMLParser):
    """A strict reader: every element is closed in turn."""

    def __init__(self) -> None:
        super().__init__()
        self.root = self.now = Element("", {}, None)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> says something twice: {names}"
        element = Element(tag, {name: value or "" for name, value in attrs}, self.now)
        self.now.children.append(element)
        if tag not in VOID:
            self.now = element

    def handle_endtag(self, tag: str) -> None:
        assert self.now.tag == tag, f"</{tag}> closes <{self.now.tag}>"
        assert self.now.parent
        self.now = self.now.parent

    def handle_data(self, data: str) -> None:
        self.now.children.append(data)


def tree(markup: str) -> Element:
    reader = Tree()
    reader.feed(markup)
    reader.close()
    assert reader.now is reader.root, f"<{reader.now.tag}> is left open"
    return reader.root
