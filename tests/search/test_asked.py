"""What people type, on the real site: every page that the search holds has phrases in both languages."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from amatmida.core.model import Lang
from amatmida.search.room import asked_of
from amatmida.site import Loader, Site
from support import Project

FEWEST = 3
ONE = """asked:
- page: guide/chapter.md
  he: ["{phrase}"]
  en: ["{phrase}"]
"""


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


def test_a_page_in_two_files_is_named_even_on_the_same_line(project: Project) -> None:
    for name in ("first", "second"):
        project.write(f"course/asked/{name}.yml", ONE.format(phrase=f"{name} words"))
    found = [problem for problem in Loader(project.root).load().problems if problem.code == "F005"]
    assert [(problem.path, dict(problem.values)["first"]) for problem in found] == [
        ("course/asked/second.yml", "course/asked/first.yml:2")
    ]
