"""A file to be made: its place below the staged tree, its bytes, and the authored file a reader may mend."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Artifact:
    """`path` has forward slashes and is relative to the tree it goes to."""

    path: str
    content: bytes | Path
    """The bytes, or a file whose bytes are copied as they are."""
    edit: str = ""
    """Authored file, relative to the project; "" when there is none to edit."""

    @staticmethod
    def text(path: str, content: str, edit: str = "") -> Artifact:
        """An artifact from text, UTF-8, ending in one newline."""
        return Artifact(path, (content.rstrip("\n") + "\n").encode(), edit)
