"""The practice quiz's page in each language."""

from __future__ import annotations

import pytest

from amatmida.core.model import Lang
from html_tree import Element, tree
from quiz.quiz_page import LANGS
from web.quiz_site import body_of, load


@pytest.fixture(params=LANGS, scope="module")
def lang(request: pytest.FixtureRequest) -> Lang:
    chosen: Lang = request.param
    return chosen


@pytest.fixture(scope="module")
def page(lang: Lang) -> Element:
    return tree(body_of(load("practice"), lang))
