"""What people type, on the real site: every page that the search holds has phrases in both languages."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from amatmida.core.model import Lang
from amatmida.search.room import asked_of
from amatmida.site import Site

FEWEST = 3


@pytest.mark.parametrize("lang", ["he", "en"])
def test_every_page_that_is_searched_has_what_people_type_for_it(built: Path, real_site: Site, lang: Lang) -> None:
    texts = [json.loads(gzip.decompress(file.read_bytes())) for file in built.glob(f"search/{lang}/*/text/*.bin")]
    start = "" if lang == "he" else f"{lang}/"
    urls = [text["url"].lstrip("/").removeprefix(start) for text in texts]
    assert len(urls) > 100
    few = [url for url in urls if len(typed(real_site, url, lang)) < FEWEST]
    assert few == []


def typed(site: Site, url: str, lang: Lang) -> tuple[str, ...]:
    """Phrases of the page at an address below the site's language."""
    ids = (f"{url}index.md", f"{url.rstrip('/')}.md")
    return next((found for id in ids if (found := asked_of(site.catalog, id, lang))), ())
