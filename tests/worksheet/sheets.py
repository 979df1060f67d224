"""The sample worksheets of the tests, loaded as the site would load them."""

from __future__ import annotations

from pathlib import Path

import yaml

from amatmida.core.catalog import Catalog, Document, build_catalog
from amatmida.core.model import Lang
from amatmida.core.setting import Setting
from amatmida.worksheet.kinds import KINDS
from amatmida.worksheet.model import Worksheet
from amatmida.worksheet.pages import render_worksheet

FIXTURE = Path(__file__).parent / "fixture"
SECTIONS = {"one": ("אחד", "One"), "two": ("שניים", "Two")}


def catalog(*more: Worksheet) -> Catalog:
    """The sample worksheets, and others."""
    read = [
        yaml.safe_load(f.read_text(encoding="utf-8").replace("id: yes", "id: 'yes'").replace("id: no,", "id: 'no',"))
        for f in sorted(FIXTURE.glob("*.yml"))
    ]
    sheets = [Worksheet.model_validate(data) for data in read]
    documents = [Document(f"course/worksheets/{s.worksheet}.yml", "worksheet", s) for s in (*sheets, *more)]
    return build_catalog(documents, KINDS[0].entries)[0]


def setting(lang: Lang, known: Catalog, up: str = "../") -> Setting:
    def label(ref: str) -> str:
        return SECTIONS.get(ref.partition("#")[2], (ref, ref))[0 if lang == "he" else 1]

    return Setting(
        lang=lang, page="guide/chapter.md", catalog=known,
        href=lambda ref: "#" + ref.partition("#")[2], label=label,
        asset=lambda src: up + src.removeprefix("assets/amatmida/"),
    )  # fmt: skip


def render(lang: Lang, id: str = "sample") -> str:
    known = catalog()
    return render_worksheet(known.all("worksheet")[id].record, setting(lang, known))
