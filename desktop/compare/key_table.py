"""Numbers of keys: looked up all at once, by what each hashes to.

To look for them by halves takes five times as long: a processor cannot guess which half it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop.compare.keyed_text import FACTOR
from desktop.compare.runs import by_feature, starts

if TYPE_CHECKING:
    from desktop.compare.keyed_text import Keys
    from desktop.compare.vocabulary import Ints

NOT_FOUND = -1


@dataclass(frozen=True, slots=True, eq=False)
class KeyTable:
    """Keys with their numbers; those of bucket b stand from `first[b]` to before `first[b + 1]`.

    Behind the last key stands one without a number, so that an empty bucket has one to look at.
    """

    keys: Keys
    numbers: Ints
    first: Ints
    bits: int  # of which a bucket's number is made

    def find(self, keys: Keys) -> Ints:
        """Return the number of each key, NOT_FOUND where it has none."""
        bucket = _buckets(keys, self.bits)
        at, end = self.first[bucket], self.first[bucket + 1]
        found = np.where(self.keys[at] == keys, self.numbers[at], NOT_FOUND)
        left = np.flatnonzero((found == NOT_FOUND) & (at + 1 < end))
        while len(left):
            at[left] += 1
            here = at[left]
            hits = self.keys[here] == keys[left]
            found[left[hits]] = self.numbers[here[hits]]
            left = left[~hits & (here + 1 < end[left])]
        return found


def make_key_table(keys: Keys, numbers: Ints) -> KeyTable:
    """Return the table of some keys, each once, with their numbers."""
    order = bucket_order(keys)
    return packed_key_table(keys[order], numbers[order])


def packed_key_table(keys: Keys, numbers: Ints) -> KeyTable:
    """Return the table of keys that come in their `bucket_order`."""
    bits = 1 + len(keys).bit_length()
    return KeyTable(
        np.append(keys, np.uint64(0)),
        np.append(numbers, NOT_FOUND),
        starts(np.bincount(_buckets(keys, bits), minlength=1 << bits)),
        bits,
    )


def bucket_order(keys: Keys) -> Ints:
    """Return the order of keys by the buckets of their table."""
    return by_feature(_buckets(keys, 1 + len(keys).bit_length()))


def _buckets(keys: Keys, bits: int) -> Ints:
    return (keys * np.uint64(FACTOR) >> np.uint64(64 - bits)).astype(np.int64)
