"""The blocks of a staged page, such as `/// quiz | id`, give way to the fragments made for them.

A Python-Markdown extension, so that every renderer of the staged tree understands it. The HTML is stashed: custom
elements that Markdown sees as raw HTML come out wrapped in <p>.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar
from xml.etree import ElementTree

from markdown import Markdown
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block, type_string

from amatmida.rooms import EMBEDS

DEFAULT_FRAGMENTS = ".amat/stage/fragments"


class _Embed(Block):
    """A block with an optional argument and the name of its fragment."""

    ARGUMENT = None
    OPTIONS: ClassVar[dict[str, list[Any]]] = {"fragment": ["", type_string]}

    def on_create(self, parent: ElementTree.Element) -> ElementTree.Element:
        return ElementTree.SubElement(parent, "div", {"class": "amat-embed"})

    def on_end(self, block: ElementTree.Element) -> None:
        for child in list(block):
            block.remove(child)
        block.text = self.md.htmlStash.store(self._fragment())

    def _fragment(self) -> str:
        name = Path(str(self.options["fragment"])).name
        file = Path(str(self.config.get("fragments") or DEFAULT_FRAGMENTS)) / name
        # A page that did not come through the assembler has no fragment; its readers get the block's words.
        return file.read_text(encoding="utf-8") if name and file.is_file() else ""


class EmbedExtension(BlocksExtension):
    """Registers the blocks; `fragments` is the folder they are read from."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.config = {"fragments": [DEFAULT_FRAGMENTS, "Folder of the fragments"]}
        super().__init__(*args, **kwargs)

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:  # noqa: N802 (the library's name)
        for name in EMBEDS:
            block_mgr.register(type(f"Block_{name}", (_Embed,), {"NAME": name}), self.getConfigs())


def makeExtension(**kwargs: Any) -> EmbedExtension:  # noqa: N802 (the library's name)
    """Python-Markdown's entry point."""
    return EmbedExtension(**kwargs)
