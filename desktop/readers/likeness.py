"""How much a text looks like Chinese."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache
from operator import mul

from desktop.paths import resource

FREQUENT = 1.0
PLAIN = 0.8  # Latin letters, digits, white space: they look the same in most encodings
STANDARD = 0.5  # in the first level of GB 2312 or Big5
RARE = 0.1
BAD = -2.0  # undecodable, unassigned, private use, control: no text is made of these
# Of all characters: 6 % in a report with every hundredth byte broken, 20 % and more in random
# bytes, the insides of Word files and all bytes in a row.
MOST_DAMAGE = 0.15
PUNCTUATION = "，。、；：！？（）《》〈〉【】〔〕“”‘’「」『』—…·～％℃　"


def fitness(text: str) -> float:
    """Return how much `text` looks like Chinese: 1.0 at best, below 0.0 for what is no text."""
    counts = Counter(text)
    total: float = sum(map(mul, map(_weight, counts), counts.values()))
    return total / max(len(text), 1)


def damage(text: str) -> float:
    """Return the share of characters that no text is made of."""
    counts = Counter(text)
    return sum(n for c, n in counts.items() if _weight(c) == BAD) / max(len(text), 1)


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
