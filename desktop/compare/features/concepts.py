"""Where the concepts of the thesaurus stand in the text of a whole report."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from desktop.compare.features.key_table import NOT_FOUND, make_key_table
from desktop.compare.features.keyed_text import keys_of
from desktop.compare.features.runs import lengths, ranges, starts
from desktop.compare.features.thesaurus import SHORTEST_TERM, thesaurus

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from desktop.compare.features.arrays import Floats, Ints
    from desktop.compare.features.key_table import KeyTable
    from desktop.compare.features.keyed_text import KeyedText
    from desktop.compare.features.thesaurus import Thesaurus

BITS = 16
LOW_BITS = np.uint64((1 << BITS) - 1)


@dataclass(frozen=True, slots=True, eq=False)
class Concepts:
    """A thesaurus in arrays, with which a long text is searched in one go.

    For twenty characters `Thesaurus.of_clause` is forty times as fast: each array costs as much as
    a clause. `terms` has the number of each term; the concepts of term t are
    `concepts[first[t] : first[t + 1]]`. `reach` says of the low bits of the key of a pair of
    characters how long the longest term is that may begin with it.
    """

    terms: KeyTable
    first: Ints
    concepts: Ints
    reach: NDArray[np.uint8]
    rarity: Floats

    def find(self, text: KeyedText) -> tuple[Ints, Ints]:
        """Return where concepts stand in a text, rising, and which.

        What is part of a longer term does not count: 农民工 is no 农民.
        """
        begin, end, term = self._matches(text)
        longest = _longest_ends(begin, end, len(text.codes) + 1)
        kept = end > np.concatenate([[0], longest])[begin]  # not inside what begins before
        kept &= end == longest[begin]
        begin, term = begin[kept], term[kept]
        counts = np.diff(self.first)[term]
        return np.repeat(begin, counts), self.concepts[ranges(self.first[term], counts)]

    def _matches(self, text: KeyedText) -> tuple[Ints, Ints, Ints]:
        """Return begin, end and term of all that stands in a text, by begin."""
        low = (text.keys_of_all(SHORTEST_TERM) & LOW_BITS).astype(np.int64)
        left = np.arange(len(text.codes), 1, -1)  # no further than the text
        reach = np.minimum(self.reach.take(low), left)
        opening = np.flatnonzero(reach)
        lengths = reach[opening] - SHORTEST_TERM + 1  # so many, from the shortest on
        begin = np.repeat(opening, lengths)
        end = ranges(opening + SHORTEST_TERM, lengths)
        terms = self.terms.find(text.keys(begin, end))
        hits = np.flatnonzero(terms != NOT_FOUND)
        return begin[hits], end[hits], terms[hits]


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
    reach = np.zeros(1 << BITS, dtype=np.uint8)
    longest = [lengths[0] for lengths in known.lengths.values()]
    pairs = keys_of(list(known.lengths)) & LOW_BITS
    np.maximum.at(reach, pairs, np.array(longest, dtype=np.uint8))
    return Concepts(
        make_key_table(keys_of(list(known.terms)), np.arange(len(known.terms))),
        starts(lengths(known.terms.values())),
        np.array([number for numbers in known.terms.values() for number in numbers]),
        reach,
        np.array(known.rarity, dtype=np.float32),
    )
