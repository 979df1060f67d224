"""The renderer's sitemap says that every page changes daily; ours says what is true."""

from __future__ import annotations

import re

from amatmida.core.model import SOURCE_LANG

UNDATED = "1980-01-01"
"""Stands for "nobody reviewed this page": MkDocs computes with the dates of all pages and takes no empty one."""
_INVENTED = re.compile(rf"\s*<(?:changefreq>\w+</changefreq|lastmod>{UNDATED}</lastmod)>")
_SOURCE = re.compile(rf'(\s*)<xhtml:link rel="alternate" hreflang="{SOURCE_LANG}" href="([^"]*)"/>')


def mend_sitemap(xml: str) -> str:
    """Without invented frequencies and dates; readers of other languages are led to the Hebrew page (x-default)."""
    default = r'\g<0>\1<xhtml:link rel="alternate" hreflang="x-default" href="\2"/>'
    return _SOURCE.sub(default, _INVENTED.sub("", xml))
