"""Reading authored files: bytes → text → plain data with line numbers. Every fault becomes a Problem, none is raised.

YAML is read event by event: PyYAML's own constructor keeps the last of two equal keys in silence, follows cyclic
and exploding aliases, reads `no` as False, and recurses as deep as the file says. Only what the YAML 1.2 core schema
calls null, true/false and numbers is not text here, which is also what editors' YAML checkers believe.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from amatmida.core.problem import Problem, problem
from amatmida.core.text import BIDI_CONTROLS

Loc = tuple[str | int, ...]

MAX_BYTES = 2_000_000
MAX_DEPTH = 40
MAX_NODES = 200_000

_BIDI = re.compile(f"[{BIDI_CONTROLS}]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_TAB_INDENT = re.compile(r"^ *\t")
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Tree:
    """Plain data and the line (from 1) at which each of its parts starts."""

    data: Any
    lines: Mapping[Loc, int] = field(default_factory=dict)

    def line(self, loc: Loc) -> int:
        """The line of `loc`, or of its nearest known ancestor."""
        while loc and loc not in self.lines:
            loc = loc[:-1]
        return self.lines.get(loc, 1)


def read_text(file: Path, path: str) -> tuple[str | None, list[Problem]]:
    """The text of an authored file; None when it cannot be used at all. `path` is how Problems name it."""
    raw, problems = _read_bytes(file, path)
    if raw is None:
        return None, problems
    try:
        text = raw.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return None, [*problems, problem(path, line, "S004", byte=f"0x{raw[error.start]:02x}")]
    if raw.startswith(_BOM):
        problems.append(problem(path, 1, "S005"))
    if "\r" in text:
        problems.append(problem(path, text[: text.index("\r")].count("\n") + 1, "S006"))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        return None, [*problems, problem(path, 1, "S007")]
    return text, problems + _hidden_characters(text, path)


def _read_bytes(file: Path, path: str) -> tuple[bytes | None, list[Problem]]:
    try:
        if not file.is_file():
            return None, [problem(path, 1, "S001")]
        size = file.stat().st_size
        if size > MAX_BYTES:
            return None, [problem(path, 1, "S003", size=f"{size / 1e6:.1f}", most=f"{MAX_BYTES / 1e6:.0f}")]
        return file.read_bytes(), []
    except OSError as error:
        return None, [problem(path, 1, "S002", reason=error.strerror or "")]


def _hidden_characters(text: str, path: str) -> list[Problem]:
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.isascii() and (hit := _BIDI.search(line)):
            found.append(problem(path, number, "S008", char=f"U+{ord(hit[0]):04X}", column=hit.start() + 1))
        if hit := _CONTROL.search(line):
            found.append(problem(path, number, "S009", char=f"U+{ord(hit[0]):04X}", column=hit.start() + 1))
    return found


def parse_yaml(text: str, path: str, first_line: int = 1) -> tuple[Tree | None, list[Problem]]:
    """Data and lines of one YAML document. `first_line` is where `text` starts in its file (front matter)."""
    offset = first_line - 1
    for number, line in enumerate(text.split("\n"), 1):
        if _TAB_INDENT.match(line):
            return None, [problem(path, number + offset, "S010")]
    builder = _Builder(path, offset)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except _StopReading:
        pass
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        builder.report("S011", mark.line + 1 if mark else 1, reason=error.problem or error.context or "")
    except yaml.YAMLError as error:
        builder.report("S011", 1, reason=" ".join(str(error).split()))
    return builder.finish()


class _StopReading(Exception):  # noqa: N818 (a signal, not an error)
    """Reading cannot go on; the reason is already among the problems."""


@dataclass
class _Frame:
    value: Any
    loc: Loc
    anchor: str | None
    started: int
    key: str | None = None
    skipping: bool = False


@dataclass
class _Anchor:
    value: Any
    size: int
    open: bool


class _Builder:
    """Builds data from YAML events with a stack of its own: no recursion, no surprise types."""

    def __init__(self, path: str, offset: int) -> None:
        self.path, self.offset = path, offset
        self.problems: list[Problem] = []
        self.lines: dict[Loc, int] = {}
        self.stack: list[_Frame] = []
        self.anchors: dict[str, _Anchor] = {}
        self.nodes = 0
        self.documents = 0
        self.root: Any = None
        self.filled = False

    def report(self, code: str, line: int, **values: Any) -> None:
        self.problems.append(problem(self.path, line + self.offset, code, **values))

    def finish(self) -> tuple[Tree | None, list[Problem]]:
        if not self.filled:
            if not self.problems:
                self.report("S007", 1)
            return None, self.problems
        broken = any(p.code in {"S011", "S013", "S014", "S015", "S016"} for p in self.problems)
        return (None if broken else Tree(self.root, self.lines)), self.problems

    def take(self, event: yaml.Event) -> None:
        assert event.start_mark is not None  # the C parser always knows where it is
        line = event.start_mark.line + 1
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self.report("S016", line)
                raise _StopReading
        elif isinstance(event, yaml.ScalarEvent):
            self._scalar(event, line)
        elif isinstance(event, yaml.MappingStartEvent):
            self._open({}, event, line)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._open([], event, line)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close()
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event.anchor or "", line)

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        self._count(1, line)
        self._refuse_tag(event, line, "tag:yaml.org,2002:str")
        frame = self.stack[-1] if self.stack else None
        if frame and isinstance(frame.value, dict) and frame.key is None and not frame.skipping:
            self._key(frame, event.value, line)
            return
        value = resolve(event.value) if event.implicit[0] and not event.style else event.value
        self._put(value, line)
        if event.anchor:
            self.anchors[event.anchor] = _Anchor(value, 1, False)

    def _refuse_tag(self, event: Any, line: int, allowed: str) -> None:
        if event.tag not in (None, "!", allowed):
            self.report("S012", line, tag=event.tag)

    def _key(self, frame: _Frame, key: str, line: int) -> None:
        if key in frame.value:
            self.report("S017", line, key=key, first=self.lines[(*frame.loc, key)])
            frame.skipping = True
            return
        frame.key = key
        self.lines[(*frame.loc, key)] = line + self.offset

    def _put(self, value: Any, line: int) -> Loc:
        if not self.stack:
            self.root, self.filled = value, True
            self.lines[()] = line + self.offset
            return ()
        frame = self.stack[-1]
        if isinstance(frame.value, list):
            loc = (*frame.loc, len(frame.value))
            frame.value.append(value)
            self.lines[loc] = line + self.offset
        elif frame.skipping:
            frame.skipping = False
            return ("", *frame.loc)
        elif frame.key is None:
            self.report("S018", line)
            raise _StopReading
        else:
            loc = (*frame.loc, frame.key)
            frame.value[frame.key] = value
            frame.key = None
        return loc

    def _open(self, empty: Any, event: Any, line: int) -> None:
        self._count(1, line)
        self._refuse_tag(event, line, f"tag:yaml.org,2002:{'map' if empty == {} else 'seq'}")
        if len(self.stack) >= MAX_DEPTH:
            self.report("S015", line, most=MAX_DEPTH)
            raise _StopReading
        loc = self._put(empty, line)
        self.stack.append(_Frame(empty, loc, event.anchor, self.nodes))
        if event.anchor:
            self.anchors[event.anchor] = _Anchor(empty, 0, True)

    def _close(self) -> None:
        frame = self.stack.pop()
        if frame.anchor:
            self.anchors[frame.anchor] = _Anchor(frame.value, self.nodes - frame.started + 1, False)

    def _alias(self, name: str, line: int) -> None:
        anchor = self.anchors.get(name)
        if anchor is None:
            self.report("S013", line, name=name)
            raise _StopReading
        if anchor.open:
            self.report("S014", line, name=name)
            raise _StopReading
        self._count(anchor.size, line)
        self._put(anchor.value, line)

    def _count(self, nodes: int, line: int) -> None:
        self.nodes += nodes
        if self.nodes > MAX_NODES:
            self.report("S015", line, most=MAX_NODES)
            raise _StopReading


_WORDS: dict[str, Any] = {"": None, "~": None, "null": None, "true": True, "false": False}
_INT = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")


def resolve(plain: str) -> Any:
    """The value of an unquoted YAML scalar, by the YAML 1.2 core schema: null, bool, int, float, else text."""
    if plain in _WORDS:
        return _WORDS[plain]
    if len(plain) <= 32:
        if _INT.fullmatch(plain):
            return int(plain)
        if _FLOAT.fullmatch(plain):
            return float(plain)
    return plain
