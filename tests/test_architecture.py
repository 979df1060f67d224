"""House rules, proved by reading the code: who may import whom, how long things may be."""

from __future__ import annotations

import ast
import re
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from support import ROOT

PACKAGE = ROOT / "plugins/amatmida"
ROOMS = {p.name for p in PACKAGE.iterdir() if p.is_dir() and (p / "__init__.py").is_file()}
FEATURES = ROOMS - {"core", "adapters", "locale"}
OUTSIDE_CORE = {"jinja2", "pydantic", "pydantic_core", "yaml"}
FILES = sorted(PACKAGE.rglob("*.py"))


def imports(file: Path) -> Iterator[tuple[str, str]]:
    """(module, name) of every import."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.module or "", alias.name) for alias in node.names)


def room(file: Path) -> str:
    parts = file.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else ""


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(PACKAGE)))
def test_imports_run_one_way(file: Path) -> None:
    here = room(file)
    for module, name in imports(file):
        top = module.split(".")[0]
        if top in {"mkdocs", "markdown", "pymdownx", "mkdocs_static_i18n"}:
            assert here == "adapters", f"{module} belongs in adapters/"
        if here == "core":
            allowed = OUTSIDE_CORE | {"amatmida", "__future__"} | set(sys.stdlib_module_names)
            assert top in allowed, f"core imports {module}"
        if top != "amatmida":
            continue
        target = ([*module.split("."), name])[1]
        if here == "core":
            assert target not in FEATURES | {"adapters"}, f"core imports {module}"
        elif here in FEATURES:
            inside = module.split(".")[2:3] or [name]
            own_or_core = target in {here, "core", "locale"}
            assert own_or_core or inside == ["model"], f"{here} reaches into {module}"
        if here not in {"", "adapters"}:
            assert target != "adapters", f"{here} imports an adapter"


def lengths(kind: tuple[type[ast.AST], ...]) -> list[tuple[int, str]]:
    found = []
    for file in FILES:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, kind):
                lines = node.end_lineno - node.lineno + 1  # type: ignore[attr-defined]
                found.append((lines, f"{file.relative_to(PACKAGE)}:{node.lineno} {node.name}"))  # type: ignore[attr-defined]
    return sorted(found)


def test_functions_are_short() -> None:
    found = lengths((ast.FunctionDef, ast.AsyncFunctionDef))
    sizes = [n for n, _ in found]
    assert statistics.median(sizes) <= 10
    assert sizes[int(len(sizes) * 0.9)] <= 30, found[-12:]


def test_classes_and_files_are_short() -> None:
    assert [row for row in lengths((ast.ClassDef,)) if row[0] > 200] == []
    long = {str(f.relative_to(ROOT)): n for f in FILES if (n := len(f.read_text(encoding="utf-8").splitlines())) > 300}
    assert long == {}


# Names of XML vocabularies look like addresses and are none.
NAMES = re.compile(r"http://(?:www\.w3\.org/|schemas\.(?:openxmlformats\.org|microsoft\.com)/|purl\.org/dc/)")


def test_the_plugin_is_thin() -> None:
    assert len((PACKAGE / "adapters/mkdocs_plugin.py").read_text(encoding="utf-8").splitlines()) < 150


def test_browser_files_are_short_and_self_contained() -> None:
    for file in sorted((PACKAGE / "web").rglob("*.js")):
        if "vendor" in file.parts:
            continue
        text = file.read_text(encoding="utf-8")
        assert len(text.splitlines()) <= 300, file
        for sign in ("http://", "https://", "eval(", "innerHTML = `", "document.write", "new Function"):
            assert sign not in NAMES.sub("", text), f"{file}: {sign}"
