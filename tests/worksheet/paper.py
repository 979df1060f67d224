"""Word files looked at from outside: python-docx reads what is inside, LibreOffice lays it out."""

from __future__ import annotations

import io
import subprocess
from dataclasses import dataclass
from pathlib import Path

import docx
from docx.oxml.ns import qn
from pypdf import PdfReader

from scripts.libreoffice import find_libreoffice


def is_on(element, name: str) -> bool:
    """A switch of Word's XML: there, and not switched off."""
    found = element.find(f".//{qn(name)}") if element is not None else None
    return found is not None and found.get(qn("w:val")) not in {"0", "false"}


@dataclass
class Placed:
    """A piece of text on a page, with the left end of where it starts, in points."""

    text: str
    x: float
    y: float
    page: int


def laid_out(file: Path, folder: Path) -> tuple[PdfReader, list[Placed]]:
    """The file as LibreOffice prints it, and where its texts stand."""
    office = find_libreoffice()
    assert office, "run scripts/libreoffice.py"
    profile = f"-env:UserInstallation=file://{folder}/office"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    reader = PdfReader(io.BytesIO((folder / f"{file.stem}.pdf").read_bytes()))
    placed: list[Placed] = []
    for number, page in enumerate(reader.pages):

        def seen(text, cm, tm, font, size, page=number) -> None:
            if text.strip():
                placed.append(Placed(text.strip(), tm[4] * cm[0] + cm[4], tm[5] * cm[3] + cm[5], page))

        page.extract_text(visitor_text=seen)
    return reader, placed


def words_of(document: docx.document.Document) -> str:
    """Everything in it, tables included, in order."""
    return "\n".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in document.element.body.iter(qn("w:p")))
