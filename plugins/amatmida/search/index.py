"""The index as a reader's browser asks for it, made of what the engine found.

A browser loads `pages.bin`, and then only the pieces, facets and texts that a query needs. These lie in a folder named
after the content of the whole index: files of two versions are never mixed, and a browser may keep them. On 2,000 pages
there is about a third less to load than of the engine's own files (Pagefind 1.5.2): pages and pieces are numbered
instead of named, joined keys are left out, a common word has a piece of its own, and lines of numbers compress better
than CBOR. web/search/reader.js reads it.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from amatmida.search.copy import Copy

FORMAT = "3"
"""Changes with what this module writes, so that an index made by an older version is made anew."""
PAGES_FILE = "pages.bin"
PIECE = 8000
"""Characters of a piece before compression: a reader loads one or two for every word."""
BEARING = ("question", "term")
"""Kinds of pages that bear on the order of results."""
USUAL = -25
"""The engine's sign for a word of usual weight."""
# Of a word with several keys the engine also keeps all of them as one long word, which nobody types.
_JOINED = re.compile(r"[\u0590-\u06ff][01].")
_HEADING = re.compile(r"h[2-4]")

Posting = tuple[int, list[int], list[int]]
"""Number of a page; places, where a negative number begins another weight; the same in its fields."""


@dataclass(frozen=True)
class Found:
    """What the engine found. `pages`: its name and count of words for each, in the order of their numbers."""

    pages: Sequence[tuple[str, int]]
    words: Mapping[str, Sequence[Posting]]
    facets: Mapping[str, Mapping[str, Sequence[int]]]
    """Facet → value → numbers of pages."""
    fields: Sequence[str]
    texts: Mapping[str, dict[str, Any]]
    """Name of a page → its words, facets and places of ids."""
    copies: Mapping[str, int]
    """Name of a page → which of the copies it is."""


def index_files(found: Found, copies: Sequence[Copy], folder: str) -> Iterator[tuple[str, bytes]]:
    """Every file of the index: its path below search/<language>/, and its bytes."""
    pieces = list(cut(lines(found.words)))
    kinds = found.facets.get("kind", {})
    contents = {
        "folder": folder,
        "words": [count for _, count in found.pages],
        "pieces": " ".join(bounds([[line.split(" ", 1)[0] for line in piece] for piece in pieces])),
        "fields": list(found.fields),
        "facets": list(found.facets),
        "kinds": {kind: list(kinds.get(kind, ())) for kind in BEARING},
    }
    yield PAGES_FILE, compressed_json(contents)
    for number, piece in enumerate(pieces):
        yield f"{folder}/index/{number}.bin", compressed("\n".join(piece))
    for facet, values in found.facets.items():
        yield f"{folder}/facet/{facet}.bin", compressed_json(values)
    for number, (name, _) in enumerate(found.pages):
        page = _text(found.texts[name], copies[found.copies[name]])
        yield f"{folder}/text/{number}.bin", compressed_json(page)


def lines(words: Mapping[str, Sequence[Posting]]) -> Iterator[str]:
    """A line for each word: the word, then `step;places;fields` for each page, where a step leads from page to page."""
    # As a browser compares them.
    for word in sorted(words, key=lambda word: word.encode("utf-16-be")):
        if not _JOINED.search(word):
            yield f"{word} {' '.join(_steps(words[word]))}"


def _steps(postings: Sequence[Posting]) -> Iterator[str]:
    last = 0
    for page, places, fields in sorted(postings, key=lambda posting: posting[0]):
        usual = places[1:] if places[:1] == [USUAL] else places
        parts = [str(page - last), ",".join(map(str, usual)), ",".join(map(str, fields))]
        yield ";".join(parts).rstrip(";")
        last = page


def cut(lines: Iterable[str], size: int = PIECE) -> Iterator[list[str]]:
    """Lines in pieces of at most `size` characters, or of one longer line."""
    piece: list[str] = []
    length = 0
    for line in lines:
        if piece and length + len(line) > size:
            yield piece
            piece, length = [], 0
        piece.append(line)
        length += len(line)
    if piece:
        yield piece


def bounds(pieces: Sequence[Sequence[str]]) -> Iterator[str]:
    """For each piece of words, as much of its first and of its last word as tells them from its neighbours."""
    for before, piece, after in zip(
        ["", *(one[-1] for one in pieces)], pieces, [*(one[0] for one in pieces[1:]), ""], strict=False
    ):
        yield _telling(piece[0], before)
        yield _telling(piece[-1], after)


def _telling(word: str, neighbour: str) -> str:
    same = next((at for at, (a, b) in enumerate(zip(word, neighbour, strict=False)) if a != b), len(neighbour))
    return word[: same + 1]


def _text(page: Mapping[str, Any], copy: Copy) -> dict[str, Any]:
    """A page in the reader's words; `heads` are its ids of headings, each with the number of its first word."""
    if len(page["content"].split()) != len(copy.words.split()):
        raise RuntimeError(f"The search engine counts the words of {copy.url} in another way than its copy does")
    heads = sorted(
        (one["location"], one["id"]) for one in page["anchors"] if _HEADING.fullmatch(one["element"]) and one["id"]
    )
    return {
        "url": copy.url,
        "title": copy.title,
        "kind": next(iter(page["filters"].get("kind", ())), ""),
        "heads": [{"id": id, "text": copy.headings.get(id, ""), "location": at} for at, id in heads],
        "content": copy.words,
    }


def compressed(text: str) -> bytes:
    """Compressed, under names that no server decides to unpack on the way; the same bytes for the same text."""
    return gzip.compress(text.encode(), 9, mtime=0)


def compressed_json(data: Any) -> bytes:
    """Compressed JSON, as small as it gets."""
    return compressed(json.dumps(data, ensure_ascii=False, separators=(",", ":")))
