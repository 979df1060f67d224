"""How wide text is in the site's font (Assistant, weight 500), in thousandths of its size; read from the font file."""

from __future__ import annotations

_BY_WIDTH: dict[int, str] = {
    200: " ",
    226: "׳",
    232: "וין",
    243: "|",
    248: "i",
    249: "j",
    253: "',.:;·’",
    257: "l",
    266: "I",
    293: "!",
    295: "f",
    306: "()[]{}",
    312: "-",
    318: "־",
    341: "t",
    350: "/\\",
    351: "r",
    364: "ז",
    371: "נ",
    384: "ג",
    403: "״",
    420: "*",
    421: "s",
    427: "z",
    428: "?",
    434: '"“”',
    451: "x",
    456: "c",
    457: "1",
    471: "vy",
    474: "כ",
    476: "ר",
    479: "Y",
    480: "–",
    481: "לץ",
    482: "J",
    488: "L",
    496: "F",
    497: "e",
    498: "k",
    499: "#$+023456789<=>^~×",
    500: "_",
    505: "ך",
    506: "ag",
    517: "X",
    518: "V",
    526: "צ",
    528: "E",
    530: "ב",
    535: "S",
    537: "ד",
    538: "T",
    540: "Z",
    541: "ע",
    543: "`o",
    544: "פ",
    546: "Ahu",
    548: "n",
    551: "ף",
    552: "ה",
    555: "b",
    556: "dpq",
    558: "ק",
    562: "ט",
    568: "P",
    570: "ח",
    572: "CR",
    573: "א",
    574: "ס",
    581: "K",
    582: "ם",
    589: "B",
    611: "ת",
    613: "&מ",
    617: "D",
    618: "G",
    641: "ש",
    647: "U",
    648: "N",
    653: "H",
    666: "OQ",
    722: "w",
    729: "M",
    757: "₪",
    788: "W",
    800: "—",
    823: "%",
    831: "m",
    851: "@",
    998: "…",
}
WIDTHS: dict[str, int] = {char: width for width, chars in _BY_WIDTH.items() for char in chars}
OTHER = 620
"""For characters the font does not have: a little wider than its widest common letter, so that nothing runs over."""


def width(text: str, size: float) -> float:
    """The text's width at a font size, in the same unit as the size."""
    return sum(WIDTHS.get(char, OTHER) for char in text) * size / 1000


def wrapped(text: str, size: float, most: float) -> list[str]:
    """Lines no wider than `most`; a word that is wider alone stands on its own line."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size) <= most:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
