"""What is spoken of, whatever the words: 可再生能源 and 清洁能源 are one concept."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from operator import add
from typing import TYPE_CHECKING

from desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

SHORTEST_TERM = 2
RARE_CONCEPT = 20.0  # rarity² of what one sentence in 90 speaks of


@dataclass(frozen=True, slots=True, eq=False)
class Thesaurus:
    """Concepts by number, and the terms for them; a term may stand for several.

    `terms` has the concepts of each term, `lengths` how long terms with these first two characters
    are, the longest first. `rarity` is squared, as that of words.
    """

    terms: Mapping[str, Sequence[int]]
    lengths: Mapping[str, Sequence[int]]
    rarity: Sequence[float]

    def of_clause(self, folded: str) -> frozenset[int]:
        """Return the concepts of a short text."""
        return frozenset(chain.from_iterable(map(self.terms.__getitem__, self.terms_in(folded))))

    def terms_in(self, folded: str) -> list[str]:
        """Return the terms that stand in a short text.

        What is part of a longer term does not count: 农民工 is no 农民.
        """
        found: list[str] = []
        last = 0
        for begin, opening in enumerate(map(add, folded, folded[1:])):
            for length in self.lengths.get(opening, ()):
                term = folded[begin : begin + length]
                if term in self.terms:
                    if begin + len(term) > last:  # not inside what begins before
                        found.append(term)
                        last = begin + len(term)
                    break
        return found


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


def same_thing(a: str, b: str) -> str:
    """Return the terms for the rarest concept of which both texts speak: 助餐 / 社区食堂.

    Nothing where they speak of none.
    """
    known = thesaurus()
    named = [
        {concept: term for term in known.terms_in(text) for concept in known.terms[term]}
        for text in (a, b)
    ]
    shared = max(concepts_in(a) & concepts_in(b), key=known.rarity.__getitem__, default=None)
    return "" if shared is None else " / ".join(dict.fromkeys(one[shared] for one in named))


def rare_in_both(a: str, b: str) -> list[int]:
    """Return the concepts of both texts that few sentences of such reports speak of."""
    ones = rare(concepts_in(a))
    return [one for one in ones if one in concepts_in(b)]  # b is looked at for few a


def rare(concepts: Iterable[int]) -> list[int]:
    """Return those of the concepts that few sentences of such reports speak of."""
    rarity = thesaurus().rarity
    return [one for one in concepts if rarity[one] >= RARE_CONCEPT]


@cache
def thesaurus() -> Thesaurus:
    """Read the thesaurus that comes with the program."""
    first, _, rest = resource("concepts.txt").read_text("utf-8").partition("\n")
    return make_thesaurus(read_concepts(rest), int(first.split()[1]))


def make_thesaurus(concepts: Sequence[tuple[int, list[str]]], sentences: int) -> Thesaurus:
    """Return the thesaurus of some concepts, counted in so many sentences."""
    terms: dict[str, list[int]] = {}
    for number, (_, names) in enumerate(concepts):
        for term in names:
            terms.setdefault(term, []).append(number)
    by_length: dict[int, set[str]] = {}
    for term in terms:
        by_length.setdefault(len(term), set()).add(term[:SHORTEST_TERM])
    lengths: dict[str, list[int]] = {}
    for length in sorted(by_length, reverse=True):
        for opening in by_length[length]:
            lengths.setdefault(opening, []).append(length)
    rarity = [math.log((sentences + 1) / (count + 1)) ** 2 for count, _ in concepts]
    return Thesaurus(terms, lengths, rarity)
