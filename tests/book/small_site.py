"""A built site of four small pages, with everything that is hard to print."""

from __future__ import annotations

from pathlib import Path

SENTENCE = "בשנת 2020 אושרה החלטה 489, ובה 12 סעיפים: כ-40% מהמכרזים (SROI, BIDS) נבדקו בין 1.6.2021 ל-30.9.2024."
ALT = "תרשים של שלושה שלבים"
WIDE = "".join(f"<th>עמודה{n}ארוכה</th>" for n in range(9))
ROWS = "".join(
    "<tr>"
    + "".join(f"<td>תא {row}-{n} עם https://example.org/a/very/long/address/{n}</td>" for n in range(9))
    + "</tr>"
    for row in range(14)
)
QUIZ = """<amat-quiz quiz="q" class="amat-quiz"><p class="amat-title" id="amat-q-title">תרגול</p>
<div class="amat-items">
<div class="amat-item" id="amat-q1" data-item="q1"><details class="amat-stem" data-stem="s"><summary>תרחיש</summary>
<p>סיפור המקרה.</p></details><fieldset class="amat-ask"><legend class="amat-legend">שאלה 1: מה נכון?</legend>
<label class="amat-option"><input type="radio" name="q1"><span>אפשרות ראשונה</span></label></fieldset>
<div class="amat-nojs amat-folded-hints">רמז סודי</div><p class="amat-nojs"><a href="#amat-q1--key">לתשובה</a></p></div>
<div class="amat-item" id="amat-q2" data-item="q2"><details class="amat-stem" data-stem="s"><summary>תרחיש</summary>
<p>סיפור המקרה.</p></details><fieldset><legend>שאלה 2: כתבו</legend><textarea>x</textarea>
<select><option>בחירה</option></select></fieldset></div>
</div>
<div class="amat-keys"><p class="amat-keys-title">תשובות</p><details class="amat-answer" id="amat-q1--key">
<summary>שאלה 1 מתוך 2</summary><div><p>התשובה הנכונה היא הראשונה. לקריאה: <a href="./#part">הסעיף</a></p></div>
</details></div><script type="application/json" class="amat-data">{"secret": 1}</script></amat-quiz>"""


def page(title: str, body: str, next: str = "", reviewed: str = "2026-03-04", canonical: str = "") -> str:
    foot = f'<footer><a rel="next" href="{next}">הבא</a></footer>' if next else ""
    links = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    return f"""<!doctype html><html lang="he" dir="rtl"><head><meta charset="utf-8"><title>x</title>
<meta name="description" content="תיאור המדריך">{links}</head><body><nav><a href="x">תפריט</a></nav>
<article class="md-content__inner" id="am-content"><h1 id="t">{title}<a class="headerlink" href="#t">&para;</a></h1>
{body}<footer class="am-facts">נבדק <time datetime="{reviewed}">x</time></footer></article>{foot}</body></html>"""


CITE = '<a class="amat-cite amat-cite-seed" href="../../../about/sources/#{0}">{1}</a>'
OPENING = (
    '<h2 id="key-points">עיקרי הדברים<a class="headerlink" href="#key-points">&para;</a></h2>'
    '<p>ראו <a href="second/#part">סעיף בפרק השני</a>, <a href="../../practice/">תרגול</a> '
    'ו<a href="https://example.org/">אתר אחר</a>.</p><div class="am-book" data-book="measurement" hidden></div>'
)
FIRST = (
    f'<h2 id="part">החלטה (KPI) ומדד</h2><p>{SENTENCE} {CITE.format("s-2", "מקור שני, §2")} '
    f'{CITE.format("fictional", "בדוי")}</p><p><img alt="{ALT}" src="../../../assets/f.svg"></p>'
    f"<table><thead><tr>{WIDE}</tr></thead><tbody>{ROWS}</tbody></table>{QUIZ}"
)
SECOND = (
    f'<h2 id="part">סעיף אחר</h2><p>{CITE.format("s-1", "מקור ראשון")} {CITE.format("s-2", "מקור שני")}</p>'
    "<details><summary>עוד</summary><p>תוכן מקופל</p></details><button>כפתור</button>"
)
SOURCES = (
    "<table><thead><tr><th>סימון</th><th>מקור</th><th>ודאות</th></tr></thead><tbody>"
    '<tr><td><span id="s-1"></span>מקור ראשון</td><td>ספר</td><td>גבוהה</td></tr>'
    '<tr><td><span id="s-2"></span>מקור שני</td><td><a href="https://example.org/s2">מאמר</a></td><td>נמוכה</td></tr>'
    '<tr><td><span id="fictional"></span>בדוי</td><td>דוגמה בדויה</td><td></td></tr></tbody></table>'
)
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 3000"><rect width="900" height="3000" fill="#ddd"/>'
    '<text x="450" y="50" text-anchor="middle" direction="rtl">שלב ראשון</text></svg>'
)
UNLISTED = "<p>כלי נוסף</p>"


def pages(canonical: str = "") -> dict[str, str]:
    """Path below the site folder → text."""
    return {
        "guide/measurement/index.html": page("מדריך קטן", OPENING, "first/", canonical=canonical),
        "guide/measurement/first/index.html": page("פרק ראשון", FIRST, "../second/", "2026-05-06"),
        "guide/measurement/second/index.html": page("פרק שני", SECOND, "../../participation/"),
        "guide/measurement/second/tool/index.html": page("כלי", UNLISTED),
        "guide/participation/index.html": page("מדריך אחר", ""),
        "about/sources/index.html": page("מקורות", SOURCES),
        "assets/f.svg": SVG,
    }


def write(folder: Path) -> Path:
    """The site on disk."""
    for name, text in pages().items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder
