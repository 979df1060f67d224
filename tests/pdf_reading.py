"""What a PDF says: to poppler's pdftotext, to PDFium (the viewer of Chromium), and to pypdf."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

POPPLER = shutil.which("pdftotext")
LTR_RUN = re.compile("\u202a([^\u202a-\u202e]*)\u202c")
CONTROLS = re.compile("[\u200e\u200f\u202a-\u202e]")
MIRRORED = str.maketrans("()[]", ")(][")


def logical(line: str) -> str:
    """A Hebrew line of pdftotext in the order in which it is read.

    pdftotext marks each left-to-right run inside a Hebrew line (LRE … PDF) and hands it over as it is seen: a comma
    after a number stands before it. Pasted into a text field it looks right; to compare, the run's edges are turned.
    """

    def turned(found: re.Match[str]) -> str:
        run = found[1]
        core = re.search(r"[^\W_].*[^\W_%]%?|[^\W_]%?", run)
        if core is None:
            return run[::-1]
        before, after = run[: core.start()], run[core.end() :]
        return after[::-1] + core[0] + before[::-1]

    return " ".join(CONTROLS.sub("", LTR_RUN.sub(turned, line)).split())


def poppler_text(file: Path, *options: str) -> str:
    command = [POPPLER or "pdftotext", *options, str(file), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def plain_words(text: str) -> list[str]:
    """Words and numbers, without signs."""
    return re.findall(r"\d[\d.,]*\d|\d|[^\W\d_]+(?:[\"\'][^\W\d_]+)*", text)


def inked(page: pypdfium2.PdfPage, margin: float) -> bool:
    """Whether anything is drawn nearer to the paper's edge than `margin` points."""
    bitmap = page.render(scale=0.5, grayscale=True)
    pixels = bytes(bitmap.buffer)
    rows = [pixels[n * bitmap.stride : n * bitmap.stride + bitmap.width] for n in range(bitmap.height)]
    edge = int(margin / 2)
    strips = [*rows[:edge], *rows[-edge:], *(row[:edge] + row[-edge:] for row in rows)]
    return any(set(strip) != {255} for strip in strips)


def beyond(page: pypdfium2.PdfPage, margin: float) -> str:
    """Letters nearer to the paper's sides than `margin` points. Chromium does not draw what is wider than its text
    area, but a letter on the border keeps its place."""
    width, _ = page.get_size()
    text = page.get_textpage()
    boxes = (text.get_charbox(at) for at in range(text.count_chars()))
    outside = [at for at, box in enumerate(boxes) if box[0] < margin or box[2] > width - margin]
    return "".join(text.get_text_range(at, 1) for at in outside).strip()


def elements(pdf: PdfReader) -> Iterator[DictionaryObject]:
    """Every element of the structure tree, parents first."""
    todo: list[Any] = [pdf.trailer["/Root"]["/StructTreeRoot"]]  # type: ignore[index]
    while todo:
        one = todo.pop().get_object()
        if isinstance(one, ArrayObject):
            todo.extend(reversed(one))
        elif isinstance(one, DictionaryObject):
            if "/S" in one:
                yield one
            if "/K" in one:
                todo.append(one["/K"])


def outline(pdf: PdfReader) -> list[tuple[int, str, int]]:
    """(depth, title, page from 1) of every bookmark."""
    found: list[tuple[int, str, int]] = []

    def walk(rows: list[Any], depth: int) -> None:
        for row in rows:
            if isinstance(row, list):
                walk(row, depth + 1)
            else:
                found.append((depth, row.title, (pdf.get_destination_page_number(row) or 0) + 1))

    walk(pdf.outline, 1)
    return found
