"""Taking blanks out of browser files must not take them out of texts: nested templates are where that goes wrong."""

from __future__ import annotations

import re

from amatmida.browser_files import WEB

NESTED = re.compile(r"`[^`\n]*\$\{[^}`\n]*`")


def test_no_template_stands_inside_another() -> None:
    files = [*(WEB / "shared").glob("*.js"), *(WEB / "worksheet").glob("*.js")]
    found = [
        f"{f.name}: {m[0][:60]}"
        for f in files
        for m in NESTED.finditer(f.read_text(encoding="utf-8"))
        if m[0].count("`") == 2
    ]
    assert found == []
