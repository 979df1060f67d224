"""The real offline pack: unpacked into a folder with an awkward name, opened from there, with no network at all."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from amatmida.locale import strings
from browser import Watched, axe
from pdf_command import AMAT
from site_links import BuiltSite
from support import QUIET, ROOT
from web.lab_page import add, cards, export, fold, press
from web.steps import until

HOME = "https://amat-mida.example/"
AUTHORED = ("docs", "course", "quizzes", "overrides")
LANGS = ("he", "en")
KINDS = {
    "home": "index.html",
    "chapter": "guide/measurement/indicators.html",
    "builder": "lab/builder.html",
    "scenario": "lab/day-centre.html",
    "explorer": "methods/six-principles-explorer.html",
    "chooser": "methods/qa-models.html",
    "cards": "guide/participation/methods/index.html",
    "worksheet": "guide/measurement/toolbox/indicator-card.html",
    "practice": "practice/index.html",
    "data": "about/privacy.html",
    "offline": "about/offline.html",
}
"""One page of every kind that has code of its own."""
AWKWARD = "תיקייה 1 # 100% x%20"


@pytest.fixture(scope="session")
def made(built: Path, once: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    """dist/ with the pack, and a copy of the site in which it is offered."""

    def make(target: Path) -> None:
        project = target / "project"
        for name in AUTHORED:
            shutil.copytree(ROOT / name, project / name)
        shutil.copy(ROOT / "mkdocs.yml", project)
        shutil.copytree(built, project / "site")
        command = [*AMAT, "--root", str(project), "pack"]
        done = subprocess.run(
            command, cwd=project, capture_output=True, text=True, check=False, env=QUIET | {"SITE_URL": HOME}
        )
        assert done.returncode == 0, done.stderr[-2000:]
        assert re.fullmatch(r"dist/amat-mida-[\d.]+\.zip: \d+\.\d MB\n", done.stdout)

    return once("pack", make) / "project"


@pytest.fixture(scope="session")
def file(made: Path) -> Path:
    (found,) = (made / "dist").glob("*.zip")
    return found


@pytest.fixture(scope="session")
def folder(file: Path, once: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    def make(target: Path) -> None:
        with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as whole:
            whole.extractall(target / AWKWARD)

    return once("unpacked", make) / AWKWARD / "amat-mida"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(offline=True, accept_downloads=True, viewport={"width": 1280, "height": 900})
    yield made
    made.close()


@pytest.fixture
def tab(context: BrowserContext, folder: Path) -> Iterator[Watched]:
    """A page that may load nothing but the folder's own files."""
    watched = Watched(context, folder.as_uri() + "/")
    yield watched
    assert watched.faults == []


def at(lang: str, path: str) -> str:
    return path if lang == "he" else f"{lang}/{path}"


def test_every_link_leads_to_a_file_of_the_folder(folder: Path) -> None:
    site = BuiltSite(folder)
    assert len(site.pages) > 250
    assert site.dead_links() == []
    for path, page in site.pages.items():
        loaded = [asset for asset in page.assets if urlsplit(asset).scheme not in ("", "data")]
        assert loaded == [], path


def test_paths_fit_old_windows(folder: Path) -> None:
    """At most 260 signs with the folder; half of them are left to where people put it."""
    assert max(len(file.relative_to(folder.parent).as_posix()) for file in folder.rglob("*")) < 130


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_comes_alive(tab: Watched, lang: str, kind: str) -> None:
    page = tab.open(at(lang, KINDS[kind]))
    assert page.locator(":not(:defined)").count() == 0
    expect(page.locator(".md-banner")).to_contain_text(re.compile(r"\d\d\.\d\d\.20\d\d"))


@pytest.mark.parametrize(
    ("lang", "query", "leads"), [("he", "למדידה", "measurement"), ("en", "denominators", "indicator")]
)
def test_the_search_answers_and_leads_to_the_section(tab: Watched, lang: str, query: str, leads: str) -> None:
    page = tab.open(at(lang, "index.html"))
    page.keyboard.press("Control+k")
    page.locator(".am-box__input").fill(query)
    hit = page.locator('dialog.am-box a[href*="#"]').first
    hit.wait_for()
    hit.click()
    page.wait_for_url(re.compile(r"#"))
    place = unquote(urlsplit(page.url).fragment)
    assert leads in page.url
    assert page.evaluate("id => !!document.getElementById(id)", place)
    assert tab.home in page.url


def test_the_other_language_is_one_press_away(tab: Watched) -> None:
    page = tab.open(KINDS["chapter"])
    page.get_by_role("link", name="English").first.click()
    page.wait_for_url(re.compile("/en/guide/measurement/indicators.html"))
    assert page.evaluate("document.documentElement.dir") == "ltr"


def test_a_quiz_is_answered_and_remembered(tab: Watched) -> None:
    page = tab.open(KINDS["chapter"])
    item = page.locator("amat-quiz .amat-item[data-type=single]").first
    item.locator("input[type=radio]").first.check()
    item.locator(".amat-actions .is-main").click()
    item.locator(".amat-outcome").wait_for()
    page.reload()
    page.locator("amat-quiz[data-live]").first.wait_for()
    assert page.locator("amat-quiz .amat-item[data-type=single] input:checked").count() == 1


@pytest.mark.parametrize("lang", LANGS)
def test_a_model_is_built_judged_exported_and_opened_again(tab: Watched, tmp_path: Path, lang: str) -> None:
    page = tab.open(at(lang, KINDS["builder"]))
    text = {"he": "מספר המפגשים שהתקיימו", "en": "Number of meetings held"}[lang]
    add(page, "outcome-short", text)
    page.locator(".amat-findings .is-mistake").filter(has_text=text).first.wait_for()
    fold(page, lang, "files")
    for kind, sign in (("svg", b"woff2"), ("png", b"PNG"), ("word", b"PK"), ("csv", text.encode())):
        assert sign in export(page, lang, kind).read_bytes(), kind
    kept = tmp_path / "model.json"
    kept.write_bytes(export(page, lang, "json").read_bytes())
    assert json.loads(kept.read_text(encoding="utf-8"))["nodes"][0]["text"] == text
    page.locator('input[type="file"]').set_input_files(kept)
    until(page, "document.querySelectorAll('.amat-node').length === 1")
    assert len(cards(page)) == 1
    press(page, lang, "share_do")
    shared = page.locator(".amat-fold input[readonly]")
    expect(shared).to_have_value(re.compile(re.escape(f"{HOME}{at(lang, 'lab/builder/')}#model=1.")))


def test_a_worksheet_becomes_a_word_file(tab: Watched) -> None:
    page = tab.open(KINDS["worksheet"])
    page.locator("amat-worksheet :is(input[type=text], textarea):visible").first.fill("שיעור הדיירים")
    with page.expect_download() as info:
        page.get_by_role("button", name=re.compile("Word")).first.click()
    with zipfile.ZipFile(info.value.path()) as document:
        assert "שיעור הדיירים" in document.read("word/document.xml").decode()


@pytest.mark.parametrize(("lang", "scheme", "width"), [("he", "light", 320), ("en", "dark", 1280)])
def test_axe_finds_nothing(browser: Browser, folder: Path, lang: str, scheme: str, width: int) -> None:
    options = {"offline": True, "color_scheme": scheme, "reduced_motion": "reduce"}
    context = browser.new_context(viewport={"width": width, "height": 800}, **options)
    watched = Watched(context, folder.as_uri() + "/")
    for kind in ("home", "offline", "builder"):
        page = watched.open(at(lang, KINDS[kind]))
        assert axe(page) == [], kind
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    context.close()


def test_a_file_that_is_missing_is_told_as_usual(context: BrowserContext, folder: Path, tmp_path: Path) -> None:
    """Somebody copied only a part of the folder: the search says so, and the rest goes on."""
    part = tmp_path / "part"
    shutil.copytree(folder, part, ignore=shutil.ignore_patterns("search"))
    watched = Watched(context, part.as_uri() + "/")
    page = watched.open("index.html")
    page.keyboard.press("Control+k")
    expect(page.locator("dialog.am-box")).to_contain_text(
        page.locator("[data-am-open=search]").first.get_attribute("data-failed") or "?"
    )
    assert {fault.split(":")[0] for fault in watched.faults} == {"console"}


@pytest.mark.parametrize("lang", LANGS)
def test_the_site_offers_the_pack(browser: Browser, made: Path, file: Path, lang: str) -> None:
    site = made / "site"
    page = site / at(lang, "about/offline/index.html")
    html = page.read_text(encoding="utf-8")
    found = re.search(r'<p class="am-pack"><a href="([^"]+)" download>', html)
    assert found
    assert (page.parent / found[1]).read_bytes() == file.read_bytes()
    assert f"{file.stat().st_size / 1e6:.1f}" in html
    assert BuiltSite(site).missing(at(lang, "about/offline/index.html"), found[1]) == ""


def test_a_site_that_cannot_be_built_says_why(tmp_path: Path) -> None:
    for name in ("overrides", "course"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# no title in the head\n", encoding="utf-8")
    done = subprocess.run(
        [*AMAT, "--root", str(tmp_path), "pack"], capture_output=True, text=True, check=False, env=os.environ
    )
    assert done.returncode == 1
    assert "docs/index.md" in done.stderr
    assert not (tmp_path / "dist").exists()


@pytest.mark.parametrize("lang", LANGS)
def test_nobody_is_asked_to_keep_what_is_there(tab: Watched, lang: str) -> None:
    page = tab.open(at(lang, KINDS["offline"]))
    expect(page.locator("amat-offline .amat-status")).to_have_text(strings(lang, "offline")["panel"]["file"])  # type: ignore[arg-type]
    assert page.locator("amat-offline button:visible").count() == 0
