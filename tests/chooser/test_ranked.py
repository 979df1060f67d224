"""Python and the browser rank alike, on every way of answering the site's own chooser."""

from __future__ import annotations

import json
import subprocess
from itertools import product

from amatmida.chooser.model import Chooser, ranked
from amatmida.site import Site
from browser import node
from support import BESIDES, ROOT, Project

CHOOSE_JS = ROOT / "plugins/amatmida/web/chooser/choose.js"


def in_browser(chooser: Chooser, ways: list[dict[str, str]]) -> list[dict[str, object]]:
    pointers = [
        {"question": q.id, "answer": a.id, "result": g.result, "weight": g.weight}
        for q in chooser.questions
        for a in q.answers
        for g in a.gives
    ]
    script = (
        f"import {{ ranked, decide }} from {json.dumps(CHOOSE_JS.as_uri())};"
        "let text = ''; for await (const part of process.stdin) text += part;"
        "const { pointers, ways } = JSON.parse(text);"
        "process.stdout.write(JSON.stringify(ways.map((way) => "
        "({ rows: ranked(pointers, way), ...decide(ranked(pointers, way)) }))));"
    )
    given = json.dumps({"pointers": pointers, "ways": ways}).encode()
    done = subprocess.run([node(), "--input-type=module", "-e", script], input=given, capture_output=True, check=True)
    answer: list[dict[str, object]] = json.loads(done.stdout)
    return answer


def ways_of(chooser: Chooser, questions: int) -> list[dict[str, str]]:
    choices = [[None, *(a.id for a in q.answers)] for q in chooser.questions[:questions]]
    named = [q.id for q in chooser.questions[:questions]]
    return [{q: a for q, a in zip(named, way, strict=True) if a} for way in product(*choices)]


def test_python_and_browser_agree(real_site: Site) -> None:
    chooser: Chooser = real_site.catalog.all("chooser")["qa-models"].record
    ways = ways_of(chooser, 4)
    assert len(ways) > 1000
    for way, found in zip(ways, in_browser(chooser, ways), strict=True):
        assert [list(row) for row in ranked(chooser, way)] == found["rows"], way


def test_one_or_two_are_chosen_and_none_when_nothing_points(real_site: Site) -> None:
    chooser: Chooser = real_site.catalog.all("chooser")["qa-models"].record
    ways = [
        {},
        {"difficulty": "unknown"},
        {"difficulty": "voice"},
        {"difficulty": "voice", "reach": "network", "knowledge": "scattered"},
        {"difficulty": "silos", "knowledge": "numbers", "support": "community"},
    ]
    found = [one["chosen"] for one in in_browser(chooser, ways)]
    assert found == [
        [],
        [],
        ["anti-oppressive"],
        ["public-private", "anti-oppressive"],
        ["anti-oppressive", "public-private"],
    ]


def test_every_reason_has_a_source_and_our_own_judgement_is_marked(real_site: Site) -> None:
    chooser: Chooser = real_site.catalog.all("chooser")["qa-models"].record
    assert 5 <= len(chooser.questions) <= 7
    assert all(given.source for q in chooser.questions for a in q.answers for given in a.gives)
    assert all("inference" in {s.id for s in result.source} for result in chooser.results)


def test_an_unknown_result_is_left_out_of_the_page_and_said(project: Project) -> None:
    project.write(*BESIDES["chooser"])
    project.replace("course/choosers/which.yml", "{result: two, weight: 2", "{result: three, weight: 2")
    assert "course/choosers/which.yml:33:C010" in project.codes()
