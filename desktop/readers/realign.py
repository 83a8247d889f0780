"""Text of which bytes are broken or lost, in an encoding that writes a character in two bytes.

Nothing in such an encoding tells the first byte of a character from the second. One byte that is
gone makes other characters of all that follow, up to the next Latin letter or line. So lines with
damage are cut into characters anew, in the way that looks most like Chinese.
"""

from __future__ import annotations

import codecs
from array import array
from functools import cache
from typing import TYPE_CHECKING

from desktop.readers.likeness import BAD, MOST_DAMAGE, damage, fitness

if TYPE_CHECKING:
    from collections.abc import Iterator

TWO_BYTES_WIDE = frozenset({"gb2312", "gbk", "gb18030", "big5", "big5hkscs", "cp950"})
# Of two bytes or one. With half of BAD every second mark stands for a character that is whole, from
# twice BAD on nothing gets better: reports with bytes replaced and taken out, in three encodings.
BROKEN = 2 * BAD
LOST = "\ufffd"


def decoded(data: bytes, encoding: str) -> str:
    """Decode `data`; what is broken becomes U+FFFD. Raises LookupError for an unknown encoding."""
    text = data.decode(encoding, "replace")
    is_mendable = codecs.lookup(encoding).name in TWO_BYTES_WIDE and 0 < damage(text) <= MOST_DAMAGE
    return "\n".join(_line(line, encoding) for line in data.split(b"\n")) if is_mendable else text


def _line(line: bytes, encoding: str) -> str:
    text = line.decode(encoding, "replace")
    if not damage(text):
        return text
    return "".join(_character(part, encoding) or LOST for part in _cut(line, encoding))


def _cut(line: bytes, encoding: str) -> Iterator[bytes]:
    """Yield the bytes of each character in turn.

    It is found from the end on: what a cut is worth is what the first part and the rest are worth.
    """
    best = array("d", bytes(8 * (len(line) + 1)))
    length = bytearray(len(line))
    for at in reversed(range(len(line))):
        best[at], length[at] = max(
            (_worth(line[at : at + size], encoding) + best[at + size], size)
            for size in _lengths(line, at)
        )
    at = 0
    while at < len(line):
        yield line[at : at + length[at]]
        at += length[at]


def _lengths(line: bytes, at: int) -> tuple[int, ...]:
    """Return how many bytes the first character may have, a broken one too."""
    if line[at] < 0x80 or at + 1 == len(line):
        return (1,)
    if line[at + 1 : at + 2].isdigit():  # in GB18030 the second of four
        return (1, 4) if at + 4 <= len(line) else (1,)
    return (1, 2)


@cache
def _worth(part: bytes, encoding: str) -> float:
    character = _character(part, encoding)
    return fitness(character) if character else BROKEN * ((len(part) + 1) // 2)


@cache
def _character(part: bytes, encoding: str) -> str:
    """Return what some bytes stand for, nothing where they are broken."""
    try:
        return part.decode(encoding)
    except UnicodeDecodeError:
        return ""
