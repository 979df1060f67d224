"""Draw the pictures shown where a link to the site is shared: docs/assets/share/{he,en}.png, 1200 x 630 pixels.

Run it by hand when the name, the tagline or the logo changes: `python scripts/share_picture.py`.
"""

from __future__ import annotations

import base64
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
WEB = ROOT / "plugins/amatmida/web"
WIDTH, HEIGHT = 1200, 630

WORDS = {
    "he": ("אמת מידה", "מדידה, הערכה ושיתוף בשירותים חברתיים במיקור חוץ", "מדריכים, תרגול וכלים. אתר עצמאי"),
    "en": (
        "Amat Mida",
        "Measurement, evaluation and participation in outsourced social services",
        "Guides, practice and tools. An independent site",
    ),
}

PAGE = """<!doctype html><html lang="{lang}" dir="{dir}"><meta charset="utf-8"><style>
@font-face {{ font-family: A; font-weight: 200 800; unicode-range: U+590-5FF; src: url({hebrew}) }}
@font-face {{ font-family: A; font-weight: 200 800; unicode-range: U+0-58F, U+2000-20FF; src: url({latin}) }}
body {{ margin: 0; box-sizing: border-box; inline-size: {width}px; block-size: {height}px; padding: 72px 84px;
  background: #0e3b47; color: #fff; font-family: A; display: flex; flex-direction: column;
  border-block-end: 22px solid #f2b632 }}
header {{ display: flex; align-items: center; gap: 36px; font-size: 92px; font-weight: 700 }}
svg {{ inline-size: 132px }}
main {{ margin-block: auto; font-size: 60px; line-height: 1.25; font-weight: 600; text-wrap: balance }}
footer {{ font-size: 36px; color: #dbe8f5 }}
</style><header>{logo}{name}</header><main>{tagline}</main><footer>{about}</footer></html>"""


def _font(name: str) -> str:
    data = base64.b64encode((WEB / "vendor" / name).read_bytes()).decode()
    return f"data:font/woff2;base64,{data}"


def page(lang: str) -> str:
    """The picture as a page: everything it needs is inside."""
    name, tagline, about = WORDS[lang]
    logo = re.sub(r"<!--.*?-->", "", (WEB / "theme/logo.svg").read_text(encoding="utf-8"), flags=re.S)
    fonts = {"hebrew": _font("assistant-hebrew-wght.woff2"), "latin": _font("assistant-latin-wght.woff2")}
    size = {"width": WIDTH, "height": HEIGHT}
    direction = "rtl" if lang == "he" else "ltr"
    return PAGE.format(lang=lang, dir=direction, logo=logo, name=name, tagline=tagline, about=about, **fonts, **size)


def main() -> None:
    """Write both pictures."""
    from playwright.sync_api import sync_playwright

    from scripts.chromium import find_chromium

    out = ROOT / "docs/assets/share"
    out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        for lang in WORDS:
            tab = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
            tab.set_content(page(lang))
            tab.evaluate("document.fonts.ready")
            tab.screenshot(path=out / f"{lang}.png")
        browser.close()


if __name__ == "__main__":
    main()
