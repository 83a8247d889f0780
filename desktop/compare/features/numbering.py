"""Numbers for the words and character pairs of the reports that are compared."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

import numpy as np

from desktop.compare.features.key_table import NOT_FOUND
from desktop.compare.features.keyed_text import keys_of
from desktop.compare.features.runs import lengths, starts
from desktop.compare.features.vocabulary import NEW_LINE, is_content, pair_keys, vocabulary
from desktop.text.cutter import cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.compare.features.arrays import Ints, Keys
    from desktop.compare.features.keyed_text import KeyedText

NO_FEATURE = -1
KEY_OF_LINE_END = keys_of("\n")[0]  # of which there are more than of other unseen words
BREAK = "\ue000"  # of private use: no report has it, and folding leaves it alone


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of clauses, marks and numbers too: those of clause i are `pieces[begin:end]`."""

    pieces: Sequence[str]  # of more clauses than these, maybe
    begin: Ints
    end: Ints

    def of(self, first: Ints, last: Ints) -> list[Sequence[str]]:
        """Return the words of each of these runs of clauses, the last one too."""
        ends = zip(self.begin[first].tolist(), self.end[last].tolist(), strict=True)
        return [self.pieces[begin:end] for begin, end in ends]

    def select(self, clauses: Ints | slice) -> Words:
        """Return the words of some of the clauses."""
        return Words(self.pieces, self.begin[clauses], self.end[clauses])


def number_clauses(text: KeyedText, many: int) -> tuple[Ints, Ints, Words]:
    """Return the numbers of all features and the clause of each, and each clause's words.

    `text` has so many clauses, each on a line of its own. What the vocabulary has not seen gets a
    number too, so that a name that only these reports know still joins them.
    """
    line = np.cumsum(text.codes == NEW_LINE)
    pieces = cut(text.text)
    edges = starts(lengths(pieces))
    begin = edges[:-1]
    free = count(vocabulary().unseen)
    words = _of_words(pieces, text.keys(begin, edges[1:]), free)
    pairs, where = _of_pairs(text.codes, free)
    content = np.flatnonzero(words != NO_FEATURE)
    at = np.concatenate([line.take(begin.take(content)), line.take(where)])
    bare = np.flatnonzero(np.bincount(at, minlength=many) == 0)
    fillers = [next(free) for _ in bare]
    at = np.concatenate([at, bare])
    order = np.argsort(at, kind="stable")
    numbers = np.concatenate([words.take(content), pairs, np.array(fillers, dtype=np.int64)])
    first = starts(np.bincount(line.take(begin), minlength=many))
    return numbers.take(order), at.take(order), Words(pieces, first[:-1], first[1:])


def _of_words(words: Sequence[str], keys: Keys, free: Iterator[int]) -> Ints:
    """Return the number of each word, NO_FEATURE for marks and numbers."""
    found = vocabulary().word_table.find(keys)
    unseen = np.flatnonzero((found == NOT_FOUND) & (keys != KEY_OF_LINE_END))
    new = map(_NewWords(free).__getitem__, map(words.__getitem__, unseen.tolist()))
    found[unseen] = np.fromiter(new, np.int64, len(unseen))
    return found


def _of_pairs(codes: Ints, free: Iterator[int]) -> tuple[Ints, Ints]:
    """Return the number of each pair of characters, and where it stands."""
    keys, where = pair_keys(codes)
    found = vocabulary().pair_table.find(keys)
    unseen = np.flatnonzero(found == NOT_FOUND)
    new = map(defaultdict[int, int](free.__next__).__getitem__, keys[unseen].tolist())
    found[unseen] = np.fromiter(new, np.int64, len(unseen))
    return found, where


class _NewWords(dict[str, int]):
    """The numbers of words that the vocabulary has not seen, NO_FEATURE for marks and numbers."""

    def __init__(self, free: Iterator[int]) -> None:
        super().__init__()
        self._free = free

    def __missing__(self, word: str) -> int:
        number = self[word] = next(self._free) if is_content(word) else NO_FEATURE
        return number
