"""Reading files: line numbers are exact, and no input whatever raises."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from amatmida.core import source
from amatmida.core.source import parse_yaml, read_text, resolve
from amatmida.core.validate import validate
from amatmida.quiz.model import Quiz
from support import QUIZ, Project


def codes(problems: list) -> list[str]:
    return [p.code for p in problems]


def test_lines_of_every_part() -> None:
    tree, problems = parse_yaml("a: 1\nb:\n  - x\n  - y: 2\n    z: [3,\n      4]\n", "f.yml")
    assert problems == []
    assert tree is not None
    assert tree.data == {"a": 1, "b": ["x", {"y": 2, "z": [3, 4]}]}
    expected = {("a",): 1, ("b",): 2, ("b", 0): 3, ("b", 1): 4, ("b", 1, "y"): 4, ("b", 1, "z"): 5, ("b", 1, "z", 1): 6}
    assert {loc: tree.lines[loc] for loc in expected} == expected
    assert tree.line(("b", 1, "nothing", 7)) == 4


def test_data_is_what_a_yaml_1_2_reader_sees() -> None:
    text = "quoted: 'no'\nnorway: no\nyes: yes\nnumber: 12\nfloat: 0.5\nempty:\ndate: 2026-11-21\nbool: true\ntext: \"1\"\n"
    tree, _ = parse_yaml(text, "f.yml")
    assert tree is not None
    assert tree.data == {
        "quoted": "no", "norway": "no", "yes": "yes", "number": 12, "float": 0.5, "empty": None,
        "date": "2026-11-21", "bool": True, "text": "1",
    }  # fmt: skip


def test_aliases_stand_for_their_values() -> None:
    tree, problems = parse_yaml("a: &x {k: [1, 2]}\nb: *x\nc: &y word\nd: *y\n", "f.yml")
    assert problems == []
    assert tree is not None
    assert tree.data == {"a": {"k": [1, 2]}, "b": {"k": [1, 2]}, "c": "word", "d": "word"}


def test_exploding_aliases_are_refused() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 9)]
    tree, problems = parse_yaml("\n".join(lines), "f.yml")
    assert tree is None
    assert codes(problems) == ["S015"]


@pytest.mark.parametrize(
    "text", ["[" * 5000, "- " * 3000, "{a: " * 3000, "\n".join(" " * i + "a:" for i in range(900))]
)
def test_deep_nesting_is_refused(text: str) -> None:
    tree, problems = parse_yaml(text, "f.yml")
    assert tree is None
    assert codes(problems)[0] in {"S015", "S011"}


def test_large_file(tmp_path: Path) -> None:
    file = tmp_path / "big.yml"
    with file.open("wb") as out:
        out.truncate(50_000_000)
    assert codes(read_text(file, "big.yml")[1]) == ["S003"]


@pytest.mark.parametrize(
    ("raw", "code", "line"),
    [
        (b"a: \xff\xfe", "S004", 1),
        ("a: 1\nb: שלום".encode("windows-1255"), "S004", 2),
        (b"\xef\xbb\xbfa: 1\n", "S005", 1),
        (b"a: 1\r\nb: 2\r\n", "S006", 1),
        (b"a: 1\nb: 2\r\n", "S006", 2),
        (b" \n\n", "S007", 1),
        ("a: 1\nb: \u202eabc\n".encode(), "S008", 2),
        ("a: \u200f\n".encode(), "S008", 1),
        (b"a: \x07\n", "S009", 1),
        ("a: 1\n".encode("utf-16"), "S004", 1),
    ],
)
def test_bad_bytes(tmp_path: Path, raw: bytes, code: str, line: int) -> None:
    file = tmp_path / "f.yml"
    file.write_bytes(raw)
    found = read_text(file, "f.yml")[1]
    assert [(p.code, p.line) for p in found] == [(code, line)]


def test_a_folder_where_a_file_is_expected(tmp_path: Path) -> None:
    (tmp_path / "f.yml").mkdir()
    assert codes(read_text(tmp_path / "f.yml", "f.yml")[1]) == ["S001"]
    assert codes(read_text(tmp_path / "none.yml", "none.yml")[1]) == ["S001"]


def test_bad_files_in_a_project(project: Project) -> None:
    (project.root / "quizzes/folder.yml").mkdir()
    (project.root / "docs/folder.md").mkdir()
    project.write("docs/bad.md", b"---\ntitle: \xff\n---\n")
    (project.root / "docs/dangling.md").symlink_to(project.root / "nowhere")
    assert {c.split(":")[0] + c[-5:] for c in project.codes()} == {
        "quizzes/folder.yml:S001", "docs/folder.md:S001", "docs/bad.md:S004", "docs/dangling.md:S001",
    }  # fmt: skip


def test_a_message_cannot_drive_the_terminal(project: Project) -> None:
    project.replace("quizzes/first.yml", "level: understand", 'level: "\\e[31mred\\u202e"')
    said = [p.message() for p in project.problems() if p.code == "M005"]
    assert len(said) == 1
    assert "\x1b" not in said[0]
    assert "\u202e" not in said[0]
    assert "\\u001b" in said[0]


@given(st.text(max_size=300))
@settings(max_examples=300, deadline=None)
def test_no_text_raises(text: str) -> None:
    tree, problems = parse_yaml(text, "f.yml")
    assert tree is not None or problems


PIECES = [
    "\t",
    "  ",
    "\n",
    ":",
    "- ",
    "&a ",
    "*a",
    "{",
    "}",
    "[",
    "]",
    "'",
    '"',
    "|",
    ">",
    "!!x ",
    "#",
    "\u202e",
    "א",
    "0",
    "%",
    "@",
]


@given(
    st.lists(st.tuples(st.integers(0, len(QUIZ)), st.integers(0, 12), st.sampled_from(PIECES)), min_size=1, max_size=4)
)
@settings(max_examples=400, deadline=None)
def test_no_mutation_of_a_valid_quiz_raises(edits: list[tuple[int, int, str]]) -> None:
    text = QUIZ
    for at, cut, piece in edits:
        text = text[:at] + piece + text[at + cut :]
    tree, problems = parse_yaml(text, "f.yml")
    if tree is None:
        assert problems
        return
    record, found = validate(Quiz, tree, "f.yml")
    assert (record is None) == bool(found)
    for p in [*problems, *found]:
        assert 1 <= p.line <= text.count("\n") + 1
        assert p.message("he") and p.message("en") and p.fix("he") and p.fix("en")


json_like = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@given(st.sampled_from(["items", "stems", "title", "behaviour", "quiz", "purpose"]), json_like)
@settings(max_examples=300, deadline=None)
def test_no_shape_of_data_raises(field: str, value: object) -> None:
    data = {**yaml.safe_load(QUIZ), field: value}
    validate(Quiz, source.Tree(data), "f.yml")


@given(st.text(max_size=40))
def test_resolve_never_raises(text: str) -> None:
    value = resolve(text)
    assert value is None or isinstance(value, bool | int | float | str)
