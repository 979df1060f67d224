"""Documents against the code, and content against its own promises."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from itertools import product
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from amatmida.core.copying import runs_of
from amatmida.core.model import HIGHER_LEVELS
from amatmida.locale import HERE
from amatmida.quiz.items import UNSCORED, Single
from amatmida.site import Site
from support import ROOT

TYPES = {
    "single",
    "multiple",
    "truefalse",
    "match",
    "order",
    "classify",
    "cloze",
    "numeric",
    "scale",
    "reflect",
    "poll",
}
SOURCES = ROOT.parent / "shared/sources"
SVG = "{http://www.w3.org/2000/svg}"


def test_the_content_is_clean(real_site: Site) -> None:
    assert [str(p) for p in real_site.problems] == []


def test_the_bank_is_what_the_site_promises(real_site: Site) -> None:
    items = [entry.record for entry in real_site.catalog.all("item").values()]
    objectives = real_site.catalog.all("objective")
    assert len(items) >= 60
    assert len(objectives) >= 20
    assert {item.type for item in items} == TYPES
    assert sum(item.level in HIGHER_LEVELS for item in items) * 3 >= len(items)
    exercised = Counter(id for item in items for id in item.objectives)
    assert min(exercised[id] for id in objectives) >= 3


def test_every_wrong_answer_of_the_bank_has_a_reason_in_both_languages(real_site: Site) -> None:
    for entry in real_site.catalog.all("item").values():
        for option in getattr(entry.record, "options", ()):
            if entry.record.type in UNSCORED or option.correct:
                continue
            assert option.feedback and option.feedback.en, f"{entry.id} {option.id}"


def test_keys_do_not_give_themselves_away(real_site: Site) -> None:
    singles = [e.record for e in real_site.catalog.all("item").values() if isinstance(e.record, Single)]
    longest = [max(i.options, key=lambda o: len(o.text.he)).correct for i in singles]
    places = Counter(next(n for n, o in enumerate(i.options) if o.correct) for i in singles)
    assert statistics.mean(longest) <= 0.4
    assert len(places) >= 3
    assert max(places.values()) <= 0.5 * len(singles)


LENGTHS = {"he": (450, 1500), "en": (500, 1650)}
"""Words of a chapter: 500 to 1,400 is the aim; Hebrew writes the same in fewer words, so each language has its bounds."""


def test_chapters_have_a_length_people_read(real_site: Site) -> None:
    wrong = []
    for lang, (fewest, most) in LENGTHS.items():
        for id, entry in real_site.catalog.all("page" if lang == "he" else f"page.{lang}").items():
            words = len(re.sub(r"\[@[^\]]*\]|\]\([^)]*\)|\[\[[a-z-]*\||[|#*`{}-]", " ", entry.record.body).split())
            low, high = (150, 450) if "/toolbox/" in id else (fewest, most)
            if id.startswith("guide/") and not id.endswith("index.md") and not low <= words <= high:
                wrong.append(f"{entry.document.path}: {words}")
    assert wrong == []


def test_both_languages_explain_the_same_terms_on_every_page(real_site: Site) -> None:
    for id, entry in real_site.catalog.all("page").items():
        english = real_site.catalog.get("page.en", id)
        assert english, id
        terms = [{mark.what for mark in page.record.terms} for page in (entry, english)]
        assert terms[0] == terms[1], id


def test_chapters_explain_terms(real_site: Site) -> None:
    pages = {id: e.record.terms for id, e in real_site.catalog.all("page").items() if id.startswith("guide/m")}
    few = {id: len(terms) for id, terms in pages.items() if "/toolbox" not in id and not 4 <= len(terms) <= 14}
    assert few == {}


def test_figures_come_in_pairs_that_say_their_direction() -> None:
    figures = ROOT / "docs/assets/figures"
    names = {path.name.split(".")[0] for path in figures.glob("*.svg")}
    assert len(names) >= 12
    for name, (lang, way) in product(sorted(names), (("he", "rtl"), ("en", "ltr"))):
        svg = ElementTree.parse(figures / f"{name}.{lang}.svg")
        texts = svg.findall(f".//{SVG}text")
        assert texts, name
        assert {t.get("direction") for t in texts} == {way}, f"{name}.{lang}"
        assert all(t.get("text-anchor") for t in texts), f"{name}.{lang}"
        assert (svg.findtext(f"{SVG}desc") or "").strip(), f"{name}.{lang}"


def keys_of(table: Any, path: str = "") -> set[str]:
    if not isinstance(table, dict):
        return {path}
    return {found for key, value in table.items() for found in keys_of(value, f"{path}.{key}")}


def test_interface_strings_exist_in_every_language() -> None:
    rooms = {p.name.rsplit(".", 2)[0] for p in HERE.glob("*.*.yml")}
    assert rooms
    for room in rooms:
        keys = {
            lang: keys_of(yaml.safe_load((HERE / f"{room}.{lang}.yml").read_text(encoding="utf-8")))
            for lang in ("he", "en", "ar")
        }
        assert keys["he"] == keys["en"] == keys["ar"], room


def test_readme_names_commands_that_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.M))
    for name in ("README.md", "CONTRIBUTING.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        named = set(re.findall(r"`make ([a-z]+)", text)) | set(re.findall(r"^make ([a-z]+)", text, re.M))
        assert named, name
        assert named <= targets, name


def test_readme_links_lead_somewhere() -> None:
    for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"):
        for target in re.findall(r"\]\(([^)#\s]+)\)", (ROOT / name).read_text(encoding="utf-8")):
            if "://" not in target and not target.startswith("mailto:"):
                assert (ROOT / target).exists(), f"{name}: {target}"


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the original documents are not part of the repository")
def test_no_sentence_is_copied_from_the_sources(real_site: Site) -> None:
    """Runs only where the originals lie beside the repository; elsewhere nothing can be compared, here or in the check."""
    assert runs_of(file.read_text(encoding="utf-8") for file in SOURCES.glob("*.txt"))
    assert [str(p) for p in real_site.problems if p.code == "P013"] == []


def test_no_placeholder_words_are_left() -> None:
    folders: list[Path] = [ROOT / f for f in ("docs", "quizzes", "course", "overrides", "plugins/amatmida")]
    for file in (f for folder in folders for f in folder.rglob("*")):
        if file.suffix in {".md", ".yml", ".html", ".py", ".js", ".css"} and "vendor" not in file.parts:
            text = file.read_text(encoding="utf-8")
            assert not re.search(r"\b(TODO|FIXME|XXX|lorem ipsum)\b", text), file
