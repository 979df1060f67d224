"""What a model leaves as, opened again: where the ink stands in a PNG, where the words stand in a Word file."""

from __future__ import annotations

import base64
import re
import subprocess
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import Page

from scripts.libreoffice import find_libreoffice
from web.lab_page import add, cards, export, fold, link, opened, words

pytestmark = pytest.mark.browser
LANGS = ["he", "en"]
GROUNDS = {"input": (0xF2, 0xF6, 0xF6), "outcome-long": (0xCF, 0xE8, 0xCF)}
# Letters, a number with a sign, and Latin letters in brackets: what goes wrong first when a direction is lost.
TEXT = {"he": "80% בקשר שבועי (KPI)", "en": "Contact, 80% (KPI)?"}
INK = """async ({data, ground}) => {
  const image = new Image(); image.src = 'data:image/png;base64,' + data; await image.decode();
  const canvas = document.createElement('canvas'); [canvas.width, canvas.height] = [image.width, image.height];
  const pen = canvas.getContext('2d'); pen.drawImage(image, 0, 0);
  const {width, height} = image, all = pen.getImageData(0, 0, width, height).data;
  const far = at => [0, 1, 2].reduce((sum, n) => sum + Math.abs(all[at + n] - ground[n]), 0);
  let box = [width, 0, height, 0];
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) if (far(4 * (y * width + x)) === 0)
    box = [Math.min(box[0], x), Math.max(box[1], x), Math.min(box[2], y), Math.max(box[3], y)];
  const [left, right, top, bottom] = box, inset = 12, ink = [];
  for (let x = left + inset; x < right - inset; x += 1) {
    let sum = 0; for (let y = top + inset; y < bottom - inset; y += 1) sum += far(4 * (y * width + x));
    ink.push(sum); }
  return {width, left, right, ink: ink.slice(ink.findIndex(Boolean), ink.findLastIndex(Boolean) + 1)}; }"""


@pytest.fixture
def viewer(browser: Any) -> Any:
    """A page that knows nothing of the site: whatever opens the picture."""
    page = browser.new_page(device_scale_factor=2)
    yield page
    page.close()


def inked(viewer: Page, png: bytes, ground: tuple[int, int, int]) -> dict[str, Any]:
    """Where the box of that ground stands, and how much ink each of its columns of pixels holds, from the left."""
    found: dict[str, Any] = viewer.evaluate(INK, {"data": base64.b64encode(png).decode(), "ground": ground})
    return found


def shown(page: Page, text: str, style: str) -> bytes:
    """The same words as the browser sets them in the same letters, at the size of the picture."""
    page.evaluate(
        """([text, style]) => { const box = document.createElement('p'); box.id = 'reference'; box.textContent = text;
          box.style.cssText = 'position:fixed;inset:0 auto auto 0;z-index:9;margin:0;padding:10px;width:max-content;white-space:nowrap;'
            + "background:#cfe8cf;color:#17242d;font:400 14px 'Amat Mida',Assistant,Arial,sans-serif;" + style;
          document.getElementById('reference')?.remove(); document.body.append(box); }""",
        [text, style],
    )
    page.evaluate("document.fonts.ready.then(() => true)")
    return page.locator("#reference").screenshot()


def alike(one: list[int], other: list[int]) -> float:
    """Correlation of two profiles of ink, the one stretched to the other's length."""
    size, near = 200, 3
    first, second = ([row[n * len(row) // size] for n in range(size)] for row in (one, other))
    first, second = ([sum(row[max(0, n - near) : n + near + 1]) for n in range(size)] for row in (first, second))
    means = [sum(row) / size for row in (first, second)]
    pairs = [(a - means[0], b - means[1]) for a, b in zip(first, second, strict=True)]
    spread = (sum(a * a for a, _ in pairs) * sum(b * b for _, b in pairs)) ** 0.5
    return sum(a * b for a, b in pairs) / spread


@pytest.mark.parametrize("lang", LANGS)
def test_a_png_opened_again_reads_in_its_own_direction(person, viewer, lang):
    page = opened(person(accept_downloads=True, device_scale_factor=2), lang)
    add(page, "outcome-long", TEXT[lang])
    add(page, "input", "צוות" if lang == "he" else "Staff")
    fold(page, lang, "files")
    png = export(page, lang, "png").read_bytes()
    first, last = (inked(viewer, png, ground) for ground in GROUNDS.values())
    edge = first["width"] - first["right"] if lang == "he" else first["left"]
    assert edge <= 2 * 21, "the first column stands at the edge where reading begins"
    assert (first["left"] > last["right"]) == (lang == "he")
    base, other = ("rtl", "ltr") if lang == "he" else ("ltr", "rtl")
    right = likeness(page, viewer, last, TEXT[lang], f"direction:{base}")
    override = f"direction:{other};unicode-bidi:bidi-override"
    wrong = {style: likeness(page, viewer, last, TEXT[lang], style) for style in (override, f"direction:{other}")}
    assert right > 0.75 and max(wrong.values()) < right - 0.3, (right, wrong)


def likeness(page: Page, viewer: Page, box: dict[str, Any], text: str, style: str) -> float:
    """How much the ink in a box of the picture is like that of a text set in the browser."""
    return alike(box["ink"], inked(viewer, shown(page, text, style), GROUNDS["outcome-long"])["ink"])


@pytest.mark.parametrize("lang", LANGS)
def test_a_word_file_opened_in_libreoffice_has_each_line_at_its_side(person, lang, tmp_path):
    office = find_libreoffice()
    if office is None:
        pytest.skip("no LibreOffice")
    page = opened(person(accept_downloads=True), lang)
    ends = ("80% בקשר שבועי", "ירידה בבדידות") if lang == "he" else ("Contact of 80%", "Loneliness falls")
    for kind, text in zip(("outcome-short", "outcome-mid"), ends, strict=True):
        add(page, kind, text)
    link(page, *cards(page))
    fold(page, lang, "files")
    file = tmp_path / "model.docx"
    file.write_bytes(export(page, lang, "word").read_bytes())
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    sentence = words(lang, "if_then", **{"from": ends[0], "to": ends[1]})
    places, width = starts(tmp_path / "model.pdf", sentence)
    assert places == sorted(places, reverse=lang == "he"), "word after word, also around the number"
    assert (places[0] > width / 2) == (lang == "he")


def starts(file: Path, sentence: str) -> tuple[list[float], float]:
    """Where the first letter of each word of a sentence stands, in points from the left; and the page's width."""
    pdf = pypdfium2.PdfDocument(file)
    try:
        text = pdf[0].get_textpage()
        begin = text.get_text_range().index(sentence)
        at = [begin + found.start() for found in re.finditer(r"\S+", sentence)]
        return [text.get_charbox(n)[0] for n in at], pdf[0].get_width()
    finally:
        pdf.close()
