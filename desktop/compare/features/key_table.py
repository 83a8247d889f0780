"""Numbers of keys: looked up all at once, by what each hashes to.

To look for them by halves takes five times as long: a processor cannot guess which half it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np

from desktop.compare.features.keyed_text import FACTOR
from desktop.compare.features.runs import by_feature, starts

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from desktop.compare.features.arrays import Ints, Keys

NOT_FOUND = -1
Small: TypeAlias = "NDArray[np.int32]"


class KeyTable(NamedTuple):
    """Keys with their numbers; those of bucket b stand from `first[b]` to before `first[b + 1]`.

    There are 2ⁿ buckets. Behind the last key stands one without a number, so that an empty bucket
    has one to look at.
    """

    keys: Keys
    numbers: Small
    first: Small

    def find(self, keys: Keys) -> Ints:
        """Return the number of each key, NOT_FOUND where it has none."""
        bucket = _buckets(keys, len(self.first) - 1)
        at, end = self.first.take(bucket), self.first.take(bucket + 1)
        found = np.where(self.keys.take(at) == keys, self.numbers.take(at), NOT_FOUND)
        left = np.flatnonzero((found == NOT_FOUND) & (at + 1 < end))
        while len(left):
            at[left] += 1
            here = at[left]
            hits = self.keys[here] == keys[left]
            found[left[hits]] = self.numbers[here[hits]]
            left = left[~hits & (here + 1 < end[left])]
        return found.astype(np.int64)


def make_key_table(keys: Keys, numbers: Ints) -> KeyTable:
    """Return the table of some keys, each once, with their numbers."""
    many = 1 << len(keys).bit_length()
    bucket = _buckets(keys, many)
    order = by_feature(bucket)
    return KeyTable(
        np.append(keys[order], np.uint64(0)),
        np.append(numbers[order], NOT_FOUND).astype(np.int32),
        starts(np.bincount(bucket, minlength=many)).astype(np.int32),
    )


def _buckets(keys: Keys, many: int) -> Ints:
    shift = np.uint64(65 - many.bit_length())
    return (keys * np.uint64(FACTOR) >> shift).astype(np.int64)
