"""A small static page around a quiz, in the site's own dress, for tests until (and beside) the real site."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import material
import yaml

from amatmida.browser_files import browser_files
from amatmida.core.model import Lang, Text
from amatmida.core.text import DIRECTION
from amatmida.course.model import Misconception, Source
from amatmida.quiz.model import Bank, Quiz
from amatmida.quiz.pages import Asked, Setting, render_my_data, render_quiz

FIXTURE = Path(__file__).parent / "fixture"
STYLES = ("material", "palette", "web/theme/theme", "web/quiz/quiz")
SECTIONS = {
    "outputs-and-outcomes": ("תפוקות ותוצאות", "Outputs and outcomes"),
    "good-indicator": ("מה עושה מדד לטוב", "What makes a good indicator"),
    "chain": ("השרשרת", "The chain"),
    "rates": ("שיעורים ואחוזים", "Rates and percentages"),
}
IDEA = Misconception(
    id="outputs-are-outcomes",
    text=Text(he="אם עשינו הרבה, הצלחנו.", en="If we did a lot, we succeeded."),
    repair=Text(he="שאלו: מה השתנה אצל מישהו בעקבות הפעולה?", en="Ask: what changed for someone because of it?"),
    page="guide/logic-model.md#outputs-and-outcomes",
)
SOURCE = Source(id="demo-source", title=Text(he="מקור לדוגמה", en="A sample source"), kind="fictional")


def load(name: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((FIXTURE / f"{name}.yml").read_text(encoding="utf-8"))
    return data


def setting(lang: Lang) -> Setting:
    def label(ref: str) -> str:
        return SECTIONS.get(ref.partition("#")[2], (ref, ref))[0 if lang == "he" else 1]

    return Setting(
        lang=lang,
        href=lambda ref: "#" + ref.partition("#")[2],
        label=label,
        asset=lambda src: "assets/" + src,
        misconceptions={IDEA.id: IDEA},
        sources={SOURCE.id: SOURCE},
    )


def asked(quiz: Quiz, bank: Bank | None = None) -> list[Asked]:
    own = [Asked(item, quiz.stems.get(item.stem or "")) for item in quiz.items]
    return own + [Asked(item, None, bank.bank) for item in (bank.items if bank else ())]


def body_of(quiz_data: Mapping[str, Any], lang: Lang, bank_data: Mapping[str, Any] | None = None) -> str:
    quiz = Quiz.model_validate(quiz_data)
    bank = Bank.model_validate(bank_data) if bank_data else None
    return render_quiz(quiz, asked(quiz, bank), setting(lang))


def page(lang: Lang, bodies: Sequence[str], scheme: str = "default") -> str:
    sections = "".join(
        f'<h2 id="{name}">{words[0 if lang == "he" else 1]}</h2>' for name, words in sorted(SECTIONS.items())
    )
    title = "עמוד לבדיקה" if lang == "he" else "Test page"
    head = "".join(f'<link rel="stylesheet" href="../{css}.css">' for css in STYLES)
    return f"""<!doctype html><html lang="{lang}" dir="{DIRECTION[lang]}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>{title}</title>
<link rel="icon" href="data:,">{head}<script type="module" src="../web/main.js"></script></head>
<body dir="{DIRECTION[lang]}" data-md-color-scheme="{scheme}" data-md-color-primary="custom">
<div class="md-container"><main class="md-main"><div class="md-main__inner md-grid"><div class="md-content">
<article class="md-content__inner md-typeset"><h1>{title}</h1>
{"".join(bodies)}
{render_my_data(lang)}
{sections}</article></div></div></main></div></body></html>"""


def build(root: Path, changes: Mapping[str, Any] | None = None) -> Path:
    """Write he and en, light and dark pages below `root`; `changes` replaces fields of the practice quiz."""
    css = Path(material.__file__).parent / "templates/assets/stylesheets"
    for file in browser_files("web"):
        place = root / file.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.content if isinstance(file.content, bytes) else file.content.read_bytes())
    for name in ("main", "palette"):
        shutil.copy(next(css.glob(f"{name}.*.min.css")), root / f"{'material' if name == 'main' else name}.css")
    practice = {**load("practice"), **(changes or {})}
    langs: tuple[Lang, ...] = ("he", "en")
    for lang in langs:
        (root / lang).mkdir(parents=True, exist_ok=True)
        one, two = body_of(practice, lang), body_of(load("check"), lang, load("bank"))
        for name, bodies, scheme in (
            ("index", [one], "default"),
            ("dark", [one], "slate"),
            ("check", [two], "default"),
            ("both", [one, two], "default"),
        ):
            (root / lang / f"{name}.html").write_text(page(lang, bodies, scheme), encoding="utf-8")
    return root
