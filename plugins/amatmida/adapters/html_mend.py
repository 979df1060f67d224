"""Mends in the finished HTML what Material's templates cannot reach.

Pure functions from text to text: no file, no clock, no MkDocs. They run on every page of the site (about a
millisecond each), so they are compiled patterns over the whole text and not a parser. Every one of them is
idempotent: running it on its own result changes nothing.

The plugin calls, for a page in `on_post_page` and for `404.html` in `on_post_template`:

    html = mend(output, lang, "rtl", STRINGS[lang])

and for the 404 page `fallback_404` instead (see there). What stands in a `<script>` is left alone: the data of quizzes
travels there as JSON, and a quotation mark too many would break it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

STRINGS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "he": {
            "permalink": "קישור קבוע לסעיף הזה",
            "footnote_back": "חזרה למקום שבו מופיעה הערה {n}",
            "footnote_ref": "הערה {n}",
            "footnotes": "הערות",
            "task_done": "בוצע",
            "task_open": "לא בוצע",
            "skip": "דילוג לתוכן העיקרי",
        },
        "en": {
            "permalink": "Permanent link to this section",
            "footnote_back": "Back to where note {n} is mentioned",
            "footnote_ref": "Note {n}",
            "footnotes": "Notes",
            "task_done": "Done",
            "task_open": "Not done",
            "skip": "Skip to the main content",
        },
        "ar": {
            "permalink": "رابط دائم إلى هذا القسم",
            "footnote_back": "العودة إلى موضع الملاحظة {n}",
            "footnote_ref": "ملاحظة {n}",
            "footnotes": "ملاحظات",
            "task_done": "أُنجز",
            "task_open": "لم يُنجز",
            "skip": "الانتقال إلى المحتوى الرئيسي",
        },
    }
)
"""What the mended places say, per language. The keys are the contract of `mend`."""

_SCRIPT = re.compile(r"(<script\b[^>]*>.*?</script>)", re.DOTALL)
_HTML_TAG = re.compile(r"<html\b([^>]*)>")
_DIRECTION_ATTRIBUTES = re.compile(r'\s(?:lang|dir)="[^"]*"')
_EMPTY_SKIP = re.compile(r'(<div data-md-component="skip">)\s*(</div>)')
_PERMALINK = re.compile(r'(<a class="headerlink" href="[^"]*") title="[^"]*">')
_FOOTNOTE_BACK = re.compile(r'(<a class="footnote-backref" href="#fnref\d*:[^"]*") title="[^"]*?(\d+)[^"]*">')
_FOOTNOTE_REF = re.compile(r'<a class="footnote-ref" href="([^"]*)">(\d+)</a>')
_FOOTNOTE_LIST = re.compile(r'<div class="footnote">')
_CHECKBOX = re.compile(r'<input type="checkbox" disabled(?P<checked> checked)?\s*/?>')
_CODE = re.compile(r"<(code|kbd|samp|pre)((?:\s(?!dir=)[\w-]+(?:=\"[^\"]*\")?)*)>([^<]*)")
_HEBREW_OR_ARABIC = re.compile(r"[\u0590-\u08ff]")
_LATIN = re.compile(r"[A-Za-z]")
_BARE_BDI = re.compile(r"<bdi>([^<\u0590-\u08ff]*)</bdi>")
_NUMERIC_CELL = re.compile(
    r"(<td(?:\s[^>]*)?>)\s*"
    r"((?:&lt;=?|&gt;=?|[+\-−–±≥≤~≈<>])?\s?[₪$€]?\s?[+\-−]?\d[\d\s.,:/×%‰°+\-−–₪$€KM]*)"
    r"\s*(</td>)"
)


def mend(html: str, lang: str, dir: str, strings: Mapping[str, str]) -> str:
    """Return the page with every mend applied.

    Args:
        html: one complete rendered page.
        lang: language of the interface (`he`, `en`, `ar`). A page borrowed from another language carries its own
            `lang` and `dir` on the article, which the template writes.
        dir: `rtl` or `ltr`, for the whole document.
        strings: the words to put in, as one entry of `STRINGS`.

    Returns:
        The mended page. The same page again if it was mended before.

    """
    html = add_skip_link(set_language(html, lang, dir), strings["skip"])
    mixed = dir == "rtl" or ' dir="rtl"' in html
    # Around the article stands navigation, most of a large page, with nothing in it to mend.
    before, tag, article = html.partition("<article")
    parts = _SCRIPT.split(tag + article if tag else html)
    parts[::2] = [_mend_markup(part, strings, mixed) for part in parts[::2]]
    return (before if tag else "") + "".join(parts)


def _mend_markup(html: str, strings: Mapping[str, str], mixed: bool) -> str:
    """Mend what lies between two scripts. `mixed`: directions meet on this page."""
    html = translate_permalinks(html, strings["permalink"])
    html = translate_footnotes(html, strings)
    html = label_task_lists(html, strings["task_done"], strings["task_open"])
    return isolate_numbers(isolate_code(html)) if mixed else html


def set_language(html: str, lang: str, direction: str) -> str:
    """State language and direction on `<html>` (Material states the direction on `<body>` only)."""

    def rewrite(match: re.Match[str]) -> str:
        rest = _DIRECTION_ATTRIBUTES.sub("", match[1])
        return f'<html lang="{lang}" dir="{direction}"{rest}>'

    return _HTML_TAG.sub(rewrite, html, count=1)


def add_skip_link(html: str, text: str) -> str:
    """Give pages without headings (404) the skip link that Material makes from the first heading."""
    return _EMPTY_SKIP.sub(rf'\1<a href="#am-content" class="md-skip">{text}</a>\2', html, count=1)


def translate_permalinks(html: str, text: str) -> str:
    """Name section links in the page's language, and for screen readers too (the sign alone is read as "pilcrow")."""
    return _PERMALINK.sub(rf'\1 title="{text}" aria-label="{text}">', html)


def translate_footnotes(html: str, strings: Mapping[str, str]) -> str:
    """Name the notes, the links to them and the links back (Markdown knows English only)."""

    def back(match: re.Match[str]) -> str:
        text = strings["footnote_back"].format(n=match[2])
        return f'{match[1]} title="{text}" aria-label="{text}">'

    def reference(match: re.Match[str]) -> str:
        text = strings["footnote_ref"].format(n=match[2])
        return f'<a class="footnote-ref" href="{match[1]}" aria-label="{text}">{match[2]}</a>'

    if "footnote" not in html:
        return html
    html = _FOOTNOTE_BACK.sub(back, html)
    html = _FOOTNOTE_REF.sub(reference, html)
    section = f'<div class="footnote" role="group" aria-label="{strings["footnotes"]}">'
    return _FOOTNOTE_LIST.sub(section, html)


def label_task_lists(html: str, done: str, open_: str) -> str:
    """Give the check boxes of task lists a name: they have no text of their own."""

    def label(match: re.Match[str]) -> str:
        checked = match["checked"] or ""
        return f'<input type="checkbox" disabled{checked} aria-label="{done if checked else open_}">'

    return _CHECKBOX.sub(label, html)


def isolate_code(html: str) -> str:
    """Give code its own direction, so that `-12` or `C++` keeps its order inside a Hebrew sentence.

    Code whose only letters are Hebrew or Arabic runs right to left; all other code runs left to right. The rule in
    the style sheet does the same on screen; the attribute also holds in reading modes and when text is copied.
    """

    def direct(match: re.Match[str]) -> str:
        tag, attributes, text = match[1], match[2], match[3]
        hebrew = tag != "pre" and _HEBREW_OR_ARABIC.search(text) and not _LATIN.search(text)
        return f'<{tag}{attributes} dir="{"rtl" if hebrew else "ltr"}">{text}'

    return _CODE.sub(direct, html)


def isolate_numbers(html: str) -> str:
    """Keep signs and ranges on their side of the digits.

    Table cells that hold only a number are wrapped. Authors' `<bdi>` around a number gets a direction: a number has no
    letter to take one from, and Chromium then uses that of the page (`<bdi>-12</bdi>` shows as `12-` in Hebrew).
    """
    html = _BARE_BDI.sub(r'<bdi dir="ltr">\1</bdi>', html)
    return _NUMERIC_CELL.sub(r'\1<bdi dir="ltr">\2</bdi>\3', html)


def fallback_404(html: str, lang: str, default_lang: str, mended: Callable[[str], str]) -> str:
    """Decide which 404.html stays: the one of the default language.

    Every language build writes the same file, `site/404.html`, so without help the language built last wins (English
    frame, and a language switch that leads to some page of the last build). MkDocs does not write a template whose
    text is empty, so the other builds answer with nothing and the first file, written by the default language, stays.
    The template itself (`overrides/404.html`) says the same in Hebrew and in English and links to both home pages,
    because one file answers for all addresses.

    Call it in `on_post_template`, before anything else looks at the text:

        def on_post_template(self, output, *, template_name, config):
            if template_name == "404.html":
                return fallback_404(output, lang, default_lang, lambda page: mend(page, lang, ...))
            return output

    with `lang = config.theme["language"]` (static-i18n sets it for each build). MkDocs notes the skipped template as
    information, not as a warning, so `--strict` holds. `site_url` must be set: the links of a 404 page are absolute.
    While serving, MkDocs keeps the page of the last build that returned text, which is the same one.

    Args:
        html: the rendered 404 page of this build.
        lang: language of this build.
        default_lang: language whose page is kept.
        mended: what to do to the page that is kept, usually `mend` with its arguments bound.

    Returns:
        The mended page, or nothing for every other language.

    """
    return mended(html) if lang == default_lang else ""
