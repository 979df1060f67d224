"""Reading without a network, as the rest of the house sees it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from amatmida.core.artifact import Artifact
from amatmida.core.catalog import Catalog
from amatmida.core.model import Lang
from amatmida.core.room import Embed, Made, Room
from amatmida.core.setting import Label
from amatmida.locale import strings
from amatmida.offline.pages import ABOUT, lost_body, render_offline, render_pack
from amatmida.offline.worker import LISTS, PAGE

LOST_PAGE = f"{PAGE}.md"


def _ids(catalog: Catalog) -> Iterable[str]:
    """A site that does not say what it keeps keeps nothing."""
    return (LOST_PAGE,) if catalog.get("page", ABOUT) else ()


def _made(catalog: Catalog, lang: Lang, label: Label) -> Iterator[Made]:
    if catalog.get("page", ABOUT):
        t = strings(lang, "offline")["page"]
        yield Made(LOST_PAGE, t["title"], t["description"], lost_body(lang, label), unlisted=True)


def _words(catalog: Catalog, lang: Lang) -> Iterator[Artifact]:
    """The words of the notice, which no page carries."""
    words = json.dumps({"notice": strings(lang, "offline")["notice"]}, ensure_ascii=False)
    yield Artifact.text(f"{LISTS}words-{lang}.json", words)


ROOM = Room(
    name="offline",
    embeds=(
        Embed("offline", None, lambda s, _: render_offline(s)),
        Embed("offline-pack", None, lambda s, _: render_pack(s)),
    ),
    made_ids=_ids,
    made=_made,
    files=_words,
)
