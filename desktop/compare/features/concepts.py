"""Where the concepts of the thesaurus stand in the text of a whole report."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from desktop.compare.features.key_table import NOT_FOUND, make_key_table
from desktop.compare.features.keyed_text import keys_of
from desktop.compare.features.runs import distinct, lengths, ranges, sizes_of, starts
from desktop.compare.features.thesaurus import SHORTEST_TERM, thesaurus

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from desktop.compare.features.arrays import Floats, Ints
    from desktop.compare.features.key_table import KeyTable
    from desktop.compare.features.keyed_text import KeyedText
    from desktop.compare.features.thesaurus import Thesaurus

BITS = 16
LOW_BITS = np.uint64((1 << BITS) - 1)
NO_TERM_SO_LONG = 1 << 8


@dataclass(frozen=True, slots=True, eq=False)
class Concepts:
    """A thesaurus in arrays, with which a long text is searched in one go.

    For twenty characters `Thesaurus.of_clause` is forty times as fast: each array costs as much as
    a clause. `terms` has the number of each term; the concepts of term t are
    `concepts[first[t] : first[t + 1]]`. How long terms are that may begin with a pair of
    characters whose key has the low bits p is in `lengths` from `first_length[p]` on, `many[p]` of
    them.
    """

    terms: KeyTable
    first: Ints
    concepts: Ints
    many: NDArray[np.uint8]
    first_length: Ints
    lengths: Ints
    rarity: Floats

    def find(self, text: KeyedText) -> tuple[Ints, Ints]:
        """Return where concepts stand in a text, rising, and which.

        What is part of a longer term does not count: 农民工 is no 农民.
        """
        begin, end, term = self._matches(text)
        longest = _longest_ends(begin, end, len(text.codes) + 1)
        kept = end > np.concatenate([[0], longest]).take(begin)  # not inside what begins before
        kept &= end == longest.take(begin)
        begin, term = begin[kept], term[kept]
        counts = sizes_of(self.first).take(term)
        return np.repeat(begin, counts), self.concepts.take(ranges(self.first.take(term), counts))

    def _matches(self, text: KeyedText) -> tuple[Ints, Ints, Ints]:
        """Return begin, end and term of all that stands in a text, by begin."""
        low = (text.keys_of_all(SHORTEST_TERM) & LOW_BITS).astype(np.int64)
        many = self.many.take(low)
        opening = np.flatnonzero(many)
        counts = many.take(opening).astype(np.int64)
        begin = np.repeat(opening, counts)
        first = self.first_length.take(low.take(opening))
        end = begin + self.lengths.take(ranges(first, counts))
        last = len(text.codes)
        terms = self.terms.find(text.keys(begin, np.minimum(end, last)))
        hits = np.flatnonzero((terms != NOT_FOUND) & (end <= last))
        return begin.take(hits), end.take(hits), terms.take(hits)


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
    pairs = (keys_of(list(known.lengths)) & LOW_BITS).astype(np.int64)
    pairs = np.repeat(pairs, lengths(known.lengths.values()))
    each = np.fromiter(chain.from_iterable(known.lengths.values()), np.int64)
    # Each once: another pair of characters may have the same low bits.
    pair, length = np.divmod(distinct(pairs * NO_TERM_SO_LONG + each), NO_TERM_SO_LONG)
    many = np.bincount(pair, minlength=1 << BITS)
    return Concepts(
        make_key_table(keys_of(list(known.terms)), np.arange(len(known.terms))),
        starts(lengths(known.terms.values())),
        np.array([number for numbers in known.terms.values() for number in numbers]),
        many.astype(np.uint8),
        starts(many),
        length,
        np.array(known.rarity, dtype=np.float32),
    )
