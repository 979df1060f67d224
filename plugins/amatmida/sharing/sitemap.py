"""The renderer's sitemap says that every page changes daily; ours says what is true."""

from __future__ import annotations

import re

from amatmida.core.model import SOURCE_LANG

_DAILY = re.compile(r"\s*<changefreq>\w+</changefreq>")
_SOURCE = re.compile(rf'(\s*)<xhtml:link rel="alternate" hreflang="{SOURCE_LANG}" href="([^"]*)"/>')


def mend_sitemap(xml: str) -> str:
    """Without invented change frequencies; readers of other languages are led to the Hebrew page (x-default)."""
    default = r'\g<0>\1<xhtml:link rel="alternate" hreflang="x-default" href="\2"/>'
    return _SOURCE.sub(default, _DAILY.sub("", xml))
