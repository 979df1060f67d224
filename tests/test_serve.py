"""The served site: one build for an edit, and a broken file never takes the last good page away."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from support import QUIET, Project
from test_renderers import configure

PATIENCE = 60
"""Seconds to wait for something that will come; no test depends on how fast it does."""


class Served:
    """`mkdocs serve` of a project in a process of its own."""

    def __init__(self, project: Project, log: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.log = log
        tool = Path(sys.executable).with_name("mkdocs")
        command = [str(tool), "serve", "--no-strict", "--dev-addr", f"127.0.0.1:{self.port}"]
        with log.open("w") as out:
            self.process = subprocess.Popen(command, cwd=project.root, stdout=out, stderr=subprocess.STDOUT, env=QUIET)

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def page(self, path: str) -> str:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=10) as answer:
            return answer.read().decode()

    def wait(self, ready: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                if ready():
                    return
            except OSError:
                pass
            assert self.process.poll() is None, self.said()
            time.sleep(0.1)
        raise AssertionError(self.said())

    def stop(self) -> None:
        self.process.send_signal(signal.SIGINT)
        self.process.wait(20)


@pytest.fixture
def served(project: Project, tmp_path: Path) -> Iterator[Served]:
    configure(project, strict=False)
    started = Served(project, tmp_path / "serve.log")
    try:
        started.wait(lambda: "ראשון" in started.page("practice/first/"))
        yield started
    finally:
        started.stop()
    assert "Traceback" not in started.said()


def rebuilds(said: str) -> int:
    """Not "Documentation built in": MkDocs leaves out a line that says the same as an earlier one."""
    return said.count("Reloading browsers")


def test_a_broken_quiz_keeps_its_last_good_state_and_comes_back(served: Served, project: Project) -> None:
    good = project.read("quizzes/first.yml")
    project.write("quizzes/first.yml", good.replace("type: single", "type: singel"))
    served.wait(lambda: "quizzes/first.yml:5: M005" in served.said() and rebuilds(served.said()) >= 1)
    assert "מהי תוצאה?" in served.page("practice/first/")
    project.write("quizzes/first.yml", good.replace("מהי תוצאה?", "מהי תפוקה?"))
    served.wait(lambda: "מהי תפוקה?" in served.page("practice/first/"))


@pytest.mark.parametrize("path", ["docs/guide/chapter.md", "course/objectives.yml"])
def test_an_edit_is_built_once(served: Served, project: Project, path: str) -> None:
    before = rebuilds(served.said())
    os.utime(project.root / path)
    project.write(path, project.read(path) + "\n")
    served.wait(lambda: rebuilds(served.said()) > before)
    time.sleep(2)  # a second build would come within the watcher's delay of half a second
    assert rebuilds(served.said()) == before + 1
