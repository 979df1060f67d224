"""Every mistake an author can make: the exact file, line and code, and never a traceback."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from support import BESIDES, ROOT, Project, trace

CASES: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests/golden/problems.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any], project: Project) -> None:
    if "besides" in case:
        project.write(*BESIDES[case["besides"]])
    if case.get("given") == "trace":
        project.write("course/trace.yml", trace())
    if "replace" in case:
        project.replace(*case["replace"])
    if "write" in case:
        project.write(*case["write"])
    found = project.problems()
    assert [f"{p.path}:{p.line}:{p.code}" for p in found] == case["expect"]
    said = " ".join(f"{p.message()} {p.fix()}" for p in found)
    assert case.get("says", "") in said
    for p in found:
        assert p.message("he") != p.message("en")
        assert any("א" <= c <= "ת" for c in p.message("he") + p.fix("he"))


def test_every_code_is_explained_and_used() -> None:
    from amatmida.core.problem import problem_texts

    sources = "".join(f.read_text(encoding="utf-8") for f in (ROOT / "plugins/amatmida").rglob("*.py"))
    for code, row in problem_texts().items():
        assert set(row) == {"en", "he", "fix_en", "fix_he"}, code
        assert f'"{code}"' in sources, f"{code} is explained and never reported"
