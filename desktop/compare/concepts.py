"""What is spoken of, whatever the words: 可再生能源 and 清洁能源 are one concept."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from operator import add
from typing import TYPE_CHECKING

import numpy as np

from desktop.compare.runs import ranges, starts
from desktop.compare.vocabulary import code_points
from desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from desktop.compare.vocabulary import Floats, Ints

    Keys = NDArray[np.uint64]

# A term's key is the polynomial of its code points with this factor, modulo 2⁶⁴: that two of some
# thousand terms and some ten thousand passages share one is less likely than 1 in 10⁹.
FACTOR = np.uint64(0x9E3779B97F4A7C15)
SHORTEST_TERM = 2
BITS = 16
LOW_BITS = np.uint64((1 << BITS) - 1)


@dataclass(frozen=True, slots=True, eq=False)
class Thesaurus:
    """Concepts by number, and the terms for them; a term may stand for several.

    `keys` has the rising keys of the terms of each length, `terms` their numbers; the concepts of
    term t are `concepts[first[t] : first[t + 1]]`. `reach` says of the low bits of a pair of
    characters how long the longest term is that may begin with it. `rarity` is squared, as that of
    words.
    `of_term` and `lengths` are the same in words: the concepts of each term, and how long terms
    with these first two characters are, the longest first.
    """

    keys: Mapping[int, Keys]
    terms: Mapping[int, Ints]
    first: Ints
    concepts: Ints
    reach: NDArray[np.uint8]
    rarity: Floats
    of_term: Mapping[str, Sequence[int]]
    lengths: Mapping[str, Sequence[int]]

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

    def of_clause(self, folded: str) -> frozenset[int]:
        """Return the concepts of a short text: what `find` would find.

        For twenty characters that is forty times as fast: each array costs as much as a clause.
        """
        found: list[int] = []
        last = 0
        for begin, opening in enumerate(map(add, folded, folded[1:])):
            for length in self.lengths.get(opening, ()):
                term = folded[begin : begin + length]
                if concepts := self.of_term.get(term):
                    if begin + len(term) > last:  # not inside what begins before
                        found += concepts
                        last = begin + len(term)
                    break
        return frozenset(found)

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


def read_concepts(text: str) -> list[tuple[int, list[str]]]:
    """Return of each concept in how many sentences it stands, and its terms.

    >>> read_concepts("12 清洁能源 可再生能源")
    [(12, ['清洁能源', '可再生能源'])]
    """
    lines = [line.split() for line in text.splitlines() if line[:1] != "#"]
    return [(int(count), terms) for count, *terms in filter(None, lines)]


@lru_cache(maxsize=1 << 12)  # a clause is asked for once for each of its partners
def concepts_in(folded: str) -> frozenset[int]:
    """Return the concepts that a folded clause speaks of."""
    return thesaurus().of_clause(folded)


@cache
def thesaurus() -> Thesaurus:
    """Read the thesaurus that comes with the program."""
    first, _, rest = resource("concepts.txt").read_text("utf-8").partition("\n")
    return make_thesaurus(read_concepts(rest), int(first.split()[1]))


def make_thesaurus(concepts: Sequence[tuple[int, list[str]]], sentences: int) -> Thesaurus:
    """Return the thesaurus of some concepts, counted in so many sentences."""
    of_term: dict[str, list[int]] = {}
    for number, (_, terms) in enumerate(concepts):
        for term in terms:
            of_term.setdefault(term, []).append(number)
    by_length: dict[int, dict[str, int]] = {}
    lengths: dict[str, set[int]] = {}
    for number, term in enumerate(of_term):
        by_length.setdefault(len(term), {})[term] = number
        lengths.setdefault(term[:SHORTEST_TERM], set()).add(len(term))
    ordered = {length: _ordered(terms) for length, terms in by_length.items()}
    reach = np.zeros(1 << BITS, dtype=np.uint8)
    longest = [max(many) for many in lengths.values()]
    np.maximum.at(reach, _keys(lengths) & LOW_BITS, np.array(longest, dtype=np.uint8))
    counts = np.array([count for count, _ in concepts])
    return Thesaurus(
        {length: keys for length, (keys, _) in ordered.items()},
        {length: numbers for length, (_, numbers) in ordered.items()},
        starts([len(numbers) for numbers in of_term.values()]),
        np.array([number for numbers in of_term.values() for number in numbers]),
        reach,
        (np.log((sentences + 1) / (counts + 1)) ** 2).astype(np.float32),
        of_term,
        {opening: sorted(many, reverse=True) for opening, many in lengths.items()},
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
