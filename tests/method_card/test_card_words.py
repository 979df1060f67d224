"""Figures in words, cards in order, and what the rules let through."""

from __future__ import annotations

import pytest

from amatmida.assemble import Plan, assemble
from amatmida.locale import strings
from amatmida.method_card.model import FOLDER, PRINT, Range
from amatmida.method_card.words import listed, span
from amatmida.site import Site
from support import BESIDES, Project


@pytest.mark.parametrize(
    ("least", "most", "he", "en"),
    [
        (30, 60, "30 עד 60 דקות", "30 to 60 minutes"),
        (60, 60, "60 דקות", "60 minutes"),
        (120, 120, "120 דקות", "120 minutes"),
        (60, 240, "1 עד 4 שעות", "1 to 4 hours"),
        (90, 240, "1.5 עד 4 שעות", "1.5 to 4 hours"),
        (180, 180, "3 שעות", "3 hours"),
        (10, 240, "0.5 עד 4 שעות", "0.5 to 4 hours"),
        (0, 240, "0 עד 4 שעות", "0 to 4 hours"),
        (480, 960, "1 עד 2 ימי עבודה", "1 to 2 working days"),
        (960, 960, "יומיים", "2 working days"),
    ],
)
def test_minutes_as_people_say_them(least: int, most: int, he: str, en: str) -> None:
    assert span(Range(min=least, max=most), strings("he", "method_card")["facts"]) == he
    assert span(Range(min=least, max=most), strings("en", "method_card")["facts"]) == en


def test_lists_keep_the_order_of_a_tenders_life() -> None:
    assert listed(["end", "before"], {"before": "first", "live": "middle", "end": "last"}) == "first, last"


def staged(project: Project) -> dict[str, str]:
    made = assemble(project.load(), Plan(("he", "en", "ar")))
    return {
        a.path: a.content.decode() for a in made if isinstance(a.content, bytes) and a.path.endswith((".md", ".html"))
    }


def test_a_card_has_a_page_in_every_language_and_a_place_on_the_sheets(project: Project) -> None:
    project.write(*BESIDES["card"])
    tree = staged(project)
    assert "**Group size:** 4 to 9 people" in tree[f"docs/{FOLDER}/talk.en.md"]
    assert "1. שואלים" in tree[f"docs/{FOLDER}/talk.md"]
    assert "בדקו עם הייעוץ המשפטי" in tree[f"docs/{FOLDER}/talk.md"]
    assert f"docs/{FOLDER}/talk.ar.md" in tree
    sheets = [text for path, text in tree.items() if "method-cards-print" in path and path.endswith(".html")]
    assert len(sheets) == 3
    assert all('id="card-talk"' in text for text in sheets)


def test_without_cards_there_are_no_pages_of_cards(project: Project) -> None:
    assert not [path for path in staged(project) if "method" in path]
    assert PRINT not in project.load().generated


def test_a_changed_card_changes_the_list_that_shows_it(project: Project) -> None:
    """A block without an argument hangs on all the cards; a page that kept the old fragment would lie."""
    project.write(*BESIDES["card"])
    project.replace("docs/guide/chapter.md", "/// quiz | first", "/// method-cards")
    before = {path for path in staged(project) if "method-cards" in path}
    project.replace("course/methods/talk.yml", 'en: "A talk"', 'en: "Another talk"')
    after = staged(project)
    changed = {path for path in after if "method-cards" in path} - before
    assert len(changed) == 2, "the fragments of the English list and of the English sheets"
    assert all("Another talk" in after[path] for path in changed)


def test_what_an_author_writes_stays_text(project: Project) -> None:
    project.write(*BESIDES["card"])
    project.replace("course/methods/talk.yml", 'en: "Food"', "en: 'a \"b\" & 5 < 7'")
    sheets = next(t for p, t in staged(project).items() if "method-cards-print" in p and "-en-" in p)
    assert "a &quot;b&quot; &amp; 5 &lt; 7" in sheets


def test_the_sites_own_cards_are_enough_and_cover_every_choice(real_site: Site) -> None:
    """No option of a filter leads to an empty list by itself."""
    cards = [entry.record for entry in real_site.catalog.all("method").values()]
    words = strings("he", "method_card")
    assert len(cards) >= 18
    assert {stage for card in cards for stage in card.stages} == set(words["stages"])
    assert {who for card in cards for who in card.who} == set(words["participants"])
    assert {need for card in cards for need in card.access.needs} == set(words["needs"])
    assert {card.cost.level for card in cards} == set(words["facts"]["levels"])
    assert min(card.time.total.min for card in cards) <= min(int(most) for most in words["page"]["times"])


def test_every_card_names_at_least_two_legal_points_and_says_whom_it_does_not_fit(real_site: Site) -> None:
    for entry in real_site.catalog.all("method").values():
        assert len(entry.record.legal) >= 2, entry.id
        assert {source.id for source in entry.record.source} & {"inference", "gl-general"}, entry.id
