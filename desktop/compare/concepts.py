"""Where the concepts of the thesaurus stand in the text of a whole report."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from desktop.compare.runs import ranges, starts
from desktop.compare.thesaurus import SHORTEST_TERM, thesaurus
from desktop.compare.vocabulary import code_points

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

    from desktop.compare.thesaurus import Thesaurus
    from desktop.compare.vocabulary import Floats, Ints

    Keys = NDArray[np.uint64]

# A term's key is the polynomial of its code points with this factor, modulo 2⁶⁴: that two of some
# thousand terms and some ten thousand passages share one is less likely than 1 in 10⁹.
FACTOR = np.uint64(0x9E3779B97F4A7C15)
BITS = 16
LOW_BITS = np.uint64((1 << BITS) - 1)


@dataclass(frozen=True, slots=True, eq=False)
class Concepts:
    """A thesaurus in arrays, with which a long text is searched in one go.

    For twenty characters `Thesaurus.of_clause` is forty times as fast: each array costs as much as
    a clause. `keys` has the rising keys of the terms of each length, `terms` their numbers; the
    concepts of term t are `concepts[first[t] : first[t + 1]]`. `reach` says of the low bits of a
    pair of characters how long the longest term is that may begin with it.
    """

    keys: Mapping[int, Keys]
    terms: Mapping[int, Ints]
    first: Ints
    concepts: Ints
    reach: NDArray[np.uint8]
    rarity: Floats

    def find(self, codes: Ints) -> tuple[Ints, Ints]:
        """Return where concepts stand in a text, rising, and which.

        What is part of a longer term does not count: 农民工 is no 农民.
        """
        begin, end, term = self._matches(codes)
        longest = _longest_ends(begin, end, len(codes) + 1)
        kept = end > np.concatenate([[0], longest])[begin]  # not inside what begins before
        kept &= end == longest[begin]
        begin, term = begin[kept], term[kept]
        counts = np.diff(self.first)[term]
        return np.repeat(begin, counts), self.concepts[ranges(self.first[term], counts)]

    def _matches(self, codes: Ints) -> tuple[Ints, Ints, Ints]:
        """Return begin, end and term of all that stands in a text, by begin."""
        codes_ = codes.astype(np.uint64)
        pairs = codes_[:-1] * FACTOR + codes_[1:]
        reach = np.minimum(self.reach[pairs & LOW_BITS], np.arange(len(codes), 1, -1))
        begin = np.flatnonzero(reach >= SHORTEST_TERM)
        keys, reach, length, found = pairs[begin], reach[begin], SHORTEST_TERM, []
        while len(begin):
            if length in self.keys:
                known = self.keys[length]
                at = np.minimum(np.searchsorted(known, keys), len(known) - 1)
                hits = np.flatnonzero(known[at] == keys)
                found.append((begin[hits], begin[hits] + length, self.terms[length][at[hits]]))
            kept = np.flatnonzero(reach > length)
            begin, keys, reach = begin[kept], keys[kept], reach[kept]
            keys = keys * FACTOR + codes_[begin + length]
            length += 1
        columns = zip(*found, strict=True) if found else ([np.zeros(0, np.int64)],) * 3
        begins, ends, terms = (np.concatenate(column) for column in columns)
        order = np.argsort(begins, kind="stable")
        return begins[order], ends[order], terms[order]


def _longest_ends(begin: Ints, end: Ints, many: int) -> Ints:
    """Return for each place the last end of what begins there or before."""
    found = np.zeros(many, dtype=np.int64)
    np.maximum.at(found, begin, end)
    return np.maximum.accumulate(found)


@cache
def known_concepts() -> Concepts:
    """Return the thesaurus that comes with the program."""
    return in_arrays(thesaurus())


def in_arrays(known: Thesaurus) -> Concepts:
    """Return a thesaurus in arrays."""
    by_length: dict[int, dict[str, int]] = {}
    for number, term in enumerate(known.terms):
        by_length.setdefault(len(term), {})[term] = number
    ordered = {length: _ordered(terms) for length, terms in by_length.items()}
    reach = np.zeros(1 << BITS, dtype=np.uint8)
    longest = [lengths[0] for lengths in known.lengths.values()]
    np.maximum.at(reach, _keys(known.lengths) & LOW_BITS, np.array(longest, dtype=np.uint8))
    return Concepts(
        {length: keys for length, (keys, _) in ordered.items()},
        {length: numbers for length, (_, numbers) in ordered.items()},
        starts([len(numbers) for numbers in known.terms.values()]),
        np.array([number for numbers in known.terms.values() for number in numbers]),
        reach,
        np.array(known.rarity, dtype=np.float32),
    )


def _ordered(terms: Mapping[str, int]) -> tuple[Keys, Ints]:
    """Return the rising keys of terms of one length, and their numbers."""
    keys = _keys(terms)
    order = np.argsort(keys)
    return keys[order], np.array(list(terms.values()))[order]


def _keys(terms: Iterable[str]) -> Keys:
    """Return the keys of terms of one length."""
    given = list(terms)
    columns = code_points("".join(given)).astype(np.uint64).reshape(len(given), -1).T
    keys: Keys = columns[0]
    for column in columns[1:]:
        keys = keys * FACTOR + column
    return keys
