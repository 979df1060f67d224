"""The Markdown extension: the fragment comes out as it went in, whatever it holds."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import markdown

EXTENSIONS = ["attr_list", "md_in_html", "tables", "amatmida.adapters.markdown_embed"]
FRAGMENT = '<amat-quiz quiz="q"><p>*not em* _no_ &lt;b&gt;</p>\n\n<ul><li>1. a</li></ul><script type="application/json">{"a":"<\\/b> **x**"}</script></amat-quiz>'


def convert(text: str, folder: Path) -> str:
    name = "amatmida.adapters.markdown_embed"
    return markdown.markdown(text, extensions=EXTENSIONS, extension_configs={name: {"fragments": str(folder)}})


class Balance(HTMLParser):
    """Every element is closed in order."""

    VOID = frozenset({"br", "img", "input", "hr"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)


def test_a_fragment_comes_out_untouched_and_balanced(tmp_path: Path) -> None:
    (tmp_path / "f.html").write_text(FRAGMENT, encoding="utf-8")
    html = convert("before\n\n/// quiz | q\n    fragment: f.html\n///\n\nafter **b**", tmp_path)
    assert FRAGMENT in html
    assert "<p><amat-quiz" not in html
    assert "<strong>b</strong>" in html
    parser = Balance()
    parser.feed(html)
    assert (parser.open, parser.faults) == ([], [])


def test_it_works_inside_a_block_of_another_language(tmp_path: Path) -> None:
    (tmp_path / "f.html").write_text(FRAGMENT, encoding="utf-8")
    text = '<div markdown="1" lang="he" dir="rtl">\n\n## א {#a}\n\n/// quiz | q\n    fragment: f.html\n///\n\n</div>'
    html = convert(text, tmp_path)
    assert FRAGMENT in html
    assert '<h2 id="a">' in html


def test_two_fragments_on_a_page(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.html").write_text(f"<i>{name}</i>", encoding="utf-8")
    block = "/// quiz | {0}\n    fragment: {0}.html\n///\n\n"
    html = convert(block.format("a") + block.format("b"), tmp_path)
    assert html.index("<i>a</i>") < html.index("<i>b</i>")


def test_a_fragment_cannot_be_read_from_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "secret.html").write_text("secret", encoding="utf-8")
    inside = tmp_path / "inside"
    inside.mkdir()
    assert "secret" not in convert("/// quiz | q\n    fragment: ../secret.html\n///\n", inside)


def test_a_block_without_a_fragment_is_empty_and_breaks_nothing(tmp_path: Path) -> None:
    html = convert("/// quiz | q\n///\n\nafter", tmp_path)
    assert "after" in html
