"""Keys of spans of a text: for many at once, without a string for each of them.

The key of a string is the polynomial in FACTOR, modulo 2⁶⁴, of its code points, each plus one lest
a last U+0000 make no difference: that two of some ten thousand words and some ten thousand spans
share one is less likely than 1 in 10⁹.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from desktop.compare.features.runs import lengths, starts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.compare.features.arrays import Ints, Keys

FACTOR = 0x9E3779B97F4A7C15  # odd, and without a pattern: 2⁶⁴ over the golden ratio
UNDOING = pow(FACTOR, -1, 1 << 64)


@dataclass(frozen=True, slots=True, eq=False)
class KeyedText:
    """A text with its code points, and what the key of any span is computed from.

    `sums[i]` adds up what stands before i, the code point at j plus one times FACTORʲ; `undone[i]`
    is FACTOR⁻ⁱ.
    """

    text: str
    codes: Ints
    sums: Keys
    undone: Keys

    def keys(self, begin: Ints, end: Ints) -> Keys:
        """Return the key of each of these spans."""
        found: Keys = (self.sums.take(end) - self.sums.take(begin)) * self.undone.take(begin)
        return found

    def keys_of_all(self, length: int) -> Keys:
        """Return the key of each span of this length, from the first to the last."""
        found: Keys = (self.sums[length:] - self.sums[:-length]) * self.undone[:-length]
        return found


def keyed(text: str) -> KeyedText:
    """Make the spans of a text known by their keys."""
    codes = code_points(text)
    sums = np.zeros(len(codes) + 1, dtype=np.uint64)
    np.cumsum(_powers(FACTOR, len(codes))[:-1] * (codes + 1).astype(np.uint64), out=sums[1:])
    return KeyedText(text, codes, sums, _powers(UNDOING, len(codes)))


def keys_of(words: Sequence[str]) -> Keys:
    """Return the key of each word."""
    ends = starts(lengths(words))
    return keyed("".join(words)).keys(ends[:-1], ends[1:])


def code_points(text: str) -> Ints:
    """Return the code points of `text`."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.int64)


def _powers(factor: int, most: int) -> Keys:
    """Return the powers of a factor from 0 to `most`."""
    return _first_powers(factor, 1 << most.bit_length())[: most + 1]


@cache
def _first_powers(factor: int, many: int) -> Keys:
    factors = np.full(many, factor, dtype=np.uint64)
    factors[0] = 1
    return np.cumprod(factors, dtype=np.uint64)
