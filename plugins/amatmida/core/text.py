"""Text in languages: which version a reader sees, safe inline HTML, and words compared as a person would."""

from __future__ import annotations

import hashlib
import html
import re
import unicodedata
from dataclasses import dataclass

from amatmida.core.model import SOURCE_LANG, Lang, Text

DIRECTION: dict[str, str] = {"he": "rtl", "en": "ltr", "ar": "rtl"}
LANG_NAME: dict[str, str] = {"he": "עברית", "en": "English", "ar": "العربية"}

# Controls that reorder text invisibly; the page's own markup (bdi, dir) does their work in the open.
BIDI_CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
# Something a browser could take for a tag, a comment or a declaration.
HTML_LIKE = re.compile(r"<\s*[a-zA-Z/!?]|&(?:[a-zA-Z]+|#\d+);")


_AS_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")


def text_hash(text: str) -> str:
    """12 letters that change when the words of `text` change, but not with line ends or trailing spaces.

    Letters only: an author writes it into YAML, where digits alone (or digits around an e) would be a number.
    """
    lines = "\n".join(line.rstrip() for line in text.strip().splitlines())
    return hashlib.sha256(lines.encode()).hexdigest()[:12].translate(_AS_LETTERS)


@dataclass(frozen=True)
class Shown:
    """A text as one reader sees it."""

    value: str
    lang: Lang
    reason: str = ""
    """Why it is not in the reader's language: "missing", "stale" or ""."""


def is_stale(text: Text, lang: Lang) -> bool:
    """True when the translation says it was made from other Hebrew words than today's."""
    stamp = text.translates.get(lang)
    return stamp is not None and stamp != text_hash(text.he)


def shown(text: Text, lang: Lang) -> Shown:
    """The version for a reader of `lang`; the Hebrew source when a translation is missing or stale."""
    if lang == SOURCE_LANG:
        return Shown(text.he, SOURCE_LANG)
    translation: str | None = getattr(text, lang)
    if translation is None:
        return Shown(text.he, SOURCE_LANG, "missing")
    if is_stale(text, lang):
        return Shown(text.he, SOURCE_LANG, "stale")
    return Shown(translation, lang)


_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*", re.S)
_CODE = re.compile(r"`([^`\n]+)`")
# Signs and comparison marks next to a number jump to its other side inside right-to-left text.
_SIGNED = re.compile(r"(?<![\w.])((?:[+\-−±≥≤~]\s?)\d[\d.,]*%?)")


def inline_html(value: str) -> str:
    """Escape everything, then allow **bold**, `code`, line breaks, and keep signed numbers in order."""
    escaped = html.escape(value.strip(), quote=True)
    escaped = _CODE.sub(r"<code>\1</code>", escaped)
    escaped = _BOLD.sub(r"<strong>\1</strong>", escaped)
    escaped = _SIGNED.sub(r'<bdi dir="ltr">\1</bdi>', escaped)
    return re.sub(r"\s*\n\s*\n\s*", "<br><br>", escaped).replace("\n", " ")


def shown_html(text: Text, lang: Lang) -> str:
    """`inline_html` of what a reader of `lang` sees, marked with its own language when that differs."""
    seen = shown(text, lang)
    markup = inline_html(seen.value)
    if seen.lang == lang:
        return markup
    return f'<span lang="{seen.lang}" dir="{DIRECTION[seen.lang]}">{markup}</span>'


_FINALS = str.maketrans("ךםןףץ", "כמנפצ")
_DASHES = re.compile(r"[\u05be\u2010-\u2015\-_]+")
_QUOTES = re.compile("[\"'`\u05f3\u05f4\u2018\u2019\u201c\u201d]")


def comparable(word: str) -> str:
    """A word stripped of what does not matter in an answer.

    Case, niqqud, bidi controls, maqaf and hyphens, geresh and gershayim, final letter forms, spaces and a leading ה
    (of words longer than three letters) are ignored. web/quiz/words.js does the same; a test holds them together.
    """
    text = unicodedata.normalize("NFKD", word).casefold()
    text = "".join(c for c in text if not unicodedata.combining(c) and c not in BIDI_CONTROLS)
    text = _QUOTES.sub("", _DASHES.sub(" ", text)).translate(_FINALS)
    text = " ".join(text.strip(" .,;:!?").split())
    return text[1:] if len(text) > 3 and text.startswith("ה") else text
