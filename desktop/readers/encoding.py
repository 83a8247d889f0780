"""Which encoding a file of Chinese text is in.

A byte-order mark decides, then strict UTF-8; what is neither is decoded every way that Chinese
text is written, and the reading that looks most like Chinese wins.
"""

from __future__ import annotations

import codecs
import unicodedata
from collections import Counter
from functools import cache
from operator import mul
from typing import NamedTuple

from desktop.paths import resource

BYTE_ORDER_MARKS = (  # the longer ones first: UTF-32 LE begins as UTF-16 LE does
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
# GB18030 holds GBK and GB2312, Big5-HKSCS holds Big5. Where two score the same, the first wins.
CANDIDATES = ("utf-8", "gb18030", "utf-16-le", "utf-16-be", "big5hkscs")

FREQUENT = 1.0
PLAIN = 0.8  # Latin letters, digits, white space: they look the same in most encodings
STANDARD = 0.5  # in the first level of GB 2312 or Big5
RARE = 0.1
BAD = -2.0  # undecodable, unassigned, private use, control: no text is made of these
PUNCTUATION = "，。、；：！？（）《》〈〉【】〔〕“”‘’「」『』—…·～％℃　"


class Decoded(NamedTuple):
    """A text and the encoding that it was read with."""

    text: str
    encoding: str


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Decode `data`, with `encoding` if one is given, otherwise with the one that fits best.

    What cannot be decoded becomes U+FFFD. Raises LookupError for an unknown encoding.
    """
    if encoding:
        return Decoded(data.decode(encoding, "replace").removeprefix("\ufeff"), encoding)
    for mark, name in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return Decoded(data.decode(name, "replace").removeprefix("\ufeff"), name)
    return _strict_utf8(data) or _best(data)


def fitness(text: str) -> float:
    """Return how much `text` looks like Chinese: 1.0 at best, below 0.0 for what is no text."""
    counts = Counter(text)
    total: float = sum(map(mul, map(_weight, counts), counts.values()))
    return total / max(len(text), 1)


def damage(text: str) -> float:
    """Return the share of characters that no text is made of."""
    counts = Counter(text)
    return sum(n for c, n in counts.items() if _weight(c) == BAD) / max(len(text), 1)


def _strict_utf8(data: bytes) -> Decoded | None:
    """Return the text if it can only be UTF-8: pure ASCII may be UTF-16, as "-N" is 中."""
    if data.isascii():
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else Decoded(text, "utf-8")


def _best(data: bytes) -> Decoded:
    tried = [Decoded(data.decode(name, "replace"), name) for name in CANDIDATES]
    return max(tried, key=lambda decoded: fitness(decoded.text))


@cache
def _weight(char: str) -> float:
    if char in _frequent() or char in PUNCTUATION:
        return FREQUENT
    if char in "\t\n\r" or " " <= char <= "~":
        return PLAIN
    if char == "\ufffd" or unicodedata.category(char) in ("Cc", "Cn", "Co", "Cs"):
        return BAD
    if not unicodedata.name(char, "").startswith("CJK UNIFIED"):
        return 0.0
    return STANDARD if _is_standard(char) else RARE


@cache
def _frequent() -> frozenset[str]:
    listed = resource("frequent_characters.txt").read_text("utf-8")
    return frozenset(listed.replace("\n", ""))


def _is_standard(char: str) -> bool:
    """Say whether a national standard lists the character among the common ones."""
    # Level 1 of GB 2312 ends with row 55, that of Big5 with lead byte C6.
    return (
        b"\xb0" <= char.encode("gb2312", "ignore")[:1] <= b"\xd7"
        or b"\xa4" <= char.encode("big5", "ignore")[:1] <= b"\xc6"
    )
