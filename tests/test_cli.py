"""`amat` as a person runs it: exit codes, formats, and commands that lose nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from amatmida.cli import ids_lock, main
from amatmida.core.ids import LOCK
from amatmida.schemas import schema_files
from support import ROOT, Project


def amat(project: Project, *args: str) -> int:
    return main(["--root", str(project.root), *args])


def test_clean_is_zero(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert amat(project, "check") == 0
    assert "אין בעיות" in capsys.readouterr().out


def test_problems_are_one_and_say_where_in_both_languages(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project.replace("quizzes/first.yml", "        correct: true\n", "")
    assert amat(project, "check") == 1
    out = capsys.readouterr().out
    assert "quizzes/first.yml:10: Q002 No option is correct." in out
    assert "אין אף תשובה נכונה." in out


@pytest.mark.parametrize(
    "args",
    [[], ["check", "--format", "xml"], ["check", "nowhere"], ["new", "quiz", "Bad Id"], ["build", "--langs", "fr"]],
)
def test_wrong_usage_is_two(project: Project, args: list[str]) -> None:
    try:
        code = amat(project, *args)
    except SystemExit as stop:
        code = stop.code
    assert code == 2


def test_a_folder_that_is_no_project_is_wrong_usage(tmp_path: Path) -> None:
    assert main(["--root", str(tmp_path), "check"]) == 2


def test_paths_narrow_the_report(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project.replace("quizzes/first.yml", "        correct: true\n", "")
    monkeypatch.chdir(project.root)
    assert amat(project, "check", "docs") == 0
    assert amat(project, "check", "quizzes/first.yml") == 1
    assert "Q002" in capsys.readouterr().out


def test_formats_for_machines(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project.replace("quizzes/first.yml", "        correct: true\n", "")
    amat(project, "check", "--format", "json")
    rows = json.loads(capsys.readouterr().out)
    assert [(r["path"], r["line"], r["code"]) for r in rows] == [
        ("quizzes/first.yml", 10, "Q002"),
        ("quizzes/first.yml", 11, "Q003"),
    ]
    assert set(rows[0]["message"]) == {"he", "en"}
    amat(project, "check", "--format", "github")
    first = capsys.readouterr().out.splitlines()[0]
    assert first.startswith("::error file=quizzes/first.yml,line=10,title=Q002::No option is correct.")
    assert "%0A" in first
    amat(project, "check", "--format", "sarif")
    run = json.loads(capsys.readouterr().out)["runs"][0]
    assert [r["ruleId"] for r in run["results"]] == ["Q002", "Q003"]
    assert {r["id"] for r in run["tool"]["driver"]["rules"]} == {"Q002", "Q003"}


def test_a_new_quiz_is_valid_and_nothing_is_overwritten(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert amat(project, "new", "quiz", "second") == 0
    made = project.read("quizzes/second.yml")
    codes = {p.code for p in project.problems() if p.path == "quizzes/second.yml"}
    assert codes == {"M002", "T001"}, "every text is still to be written, in both languages"
    assert amat(project, "new", "quiz", "second") == 2
    assert project.read("quizzes/second.yml") == made


def test_ids_are_recorded_and_then_missed(project: Project) -> None:
    assert amat(project, "ids") == 0
    assert "item q-1\n" in project.read(LOCK)
    project.replace("quizzes/first.yml", "id: q-2", "id: q-3")
    assert [c for c in project.codes() if c.endswith("I004")]
    project.replace("quizzes/first.yml", "id: q-3", "id: q-3\n    was: [q-2]")
    assert project.codes() == []
    assert amat(project, "ids") == 0
    assert {"item q-2", "item q-3"} <= set(project.read(LOCK).splitlines())


def test_build_stages_only_what_changed(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    amat(project, "build")
    capsys.readouterr()
    amat(project, "build")
    assert capsys.readouterr().out.startswith("0 written, 0 removed")


def test_the_command_is_installed() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).with_name("amat")), "check", "--help"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert "--format" in done.stdout


def test_committed_schemas_are_fresh() -> None:
    made = {a.path: a.content for a in schema_files()}
    have = {p.name: p.read_bytes() for p in (ROOT / "schemas").glob("*.json")}
    assert have == made, "run `make schema`"


def test_schemas_agree_with_the_loader(project: Project) -> None:
    schema = json.loads(next(a.content for a in schema_files() if a.path == "quiz.schema.json"))
    import yaml

    good = yaml.safe_load(project.read("quizzes/first.yml"))
    jsonschema.validate(good, schema)
    good["items"][0]["options"][0]["colour"] = "red"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(good, schema)


def test_the_ids_lock_is_fresh(real_site: object) -> None:
    assert (ROOT / LOCK).read_text(encoding="utf-8") == ids_lock(real_site), "run `make schema`"  # type: ignore[arg-type]


def test_a_new_method_card_has_every_field_and_says_which_are_empty(project: Project) -> None:
    assert amat(project, "new", "method", "talk") == 0
    found = {p.code for p in project.problems() if p.path == "course/methods/talk.yml"}
    assert found == {"M002", "T001"}, "empty words only, no missing field"
