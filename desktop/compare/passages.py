"""Passages of a report made comparable: as a whole, and clause by clause."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop.compare.vocabulary import (
    Floats,
    Ints,
    code_points,
    is_content,
    pair_keys,
    vocabulary,
)
from desktop.text.normalize import fold_text
from desktop.text.segment import cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CLAUSE_END = re.compile(r"[,，;；:：。!！?？\n]+")
NEW_LINE = 10
UNSEEN_PAIRS = 1 << 30  # numbers above every word's; the keys of pairs are below this too
SHORTEST_CLAUSE = 4  # characters; shorter ones (“其中”, “同时”) are read with the next


@dataclass(frozen=True, slots=True, eq=False)
class Passages:
    """Passages, each a run of clauses, each a run of features (words and character pairs).

    `first_clause` and `first_feature` say where each run begins, with one entry more for the
    end. Norms are the lengths of the rarity-weighted vectors of features; `vectors` are sums of
    word vectors, of length one or, where nothing is known, zero.
    """

    clauses: tuple[str, ...]  # folded
    first_clause: Ints
    first_feature: Ints
    passage_of_clause: Ints
    clause_of_feature: Ints
    features: Ints
    norms: Floats
    clause_norms: Floats
    vectors: Floats
    clause_vectors: Floats

    def __len__(self) -> int:
        return len(self.norms)


class Numbering:
    """Numbers for the features of the reports that are compared.

    What the vocabulary has not seen gets a number too, so that a name that only these two
    reports know still joins them.
    """

    def __init__(self) -> None:
        self._known = vocabulary()
        self._unseen: dict[str, int] = {}

    def of_clauses(self, clauses: Sequence[str]) -> tuple[Ints, Ints]:
        """Return the numbers of all features and the clause of each, clause by clause."""
        joined = "\n".join(clauses)
        words, words_at = self._words(joined)
        pairs, pairs_at = self._pairs(joined)
        at = np.concatenate([words_at, pairs_at])
        bare = np.flatnonzero(np.bincount(at, minlength=len(clauses)) == 0)
        fillers = [self._new(f"\n{len(self._unseen)}") for _ in bare]  # like nothing else
        at = np.concatenate([at, bare])
        order = np.argsort(at, kind="stable")
        numbers = np.concatenate([words, pairs, np.array(fillers, dtype=np.int64)])
        return numbers[order], at[order]

    def _words(self, joined: str) -> tuple[Ints, Ints]:
        known = self._known.words
        numbers, clauses = [], []
        clause = 0
        for word in cut(joined):
            number = known.get(word)
            if number is None:
                if word == "\n":
                    clause += 1
                    continue
                if not is_content(word):
                    continue
                number = self._new(word)
            numbers.append(number)
            clauses.append(clause)
        return np.array(numbers, dtype=np.int64), np.array(clauses, dtype=np.int64)

    def _pairs(self, joined: str) -> tuple[Ints, Ints]:
        codes = code_points(joined)
        keys, where = pair_keys(codes)
        clauses = np.cumsum(codes == NEW_LINE)[where]
        known = self._known.pair_keys
        at = np.minimum(np.searchsorted(known, keys), len(known) - 1)
        seen = self._known.pair_numbers[at]
        return np.where(known[at] == keys, seen, UNSEEN_PAIRS + keys), clauses

    def _new(self, name: str) -> int:
        return self._unseen.setdefault(name, self._known.unseen + len(self._unseen))


def split_clauses(folded: str) -> list[str]:
    """Return the clauses of folded text; scraps are joined to what follows.

    >>> split_clauses("同时，办好实事，让居民放心。")
    ['同时办好实事', '让居民放心']
    """
    found: list[str] = []
    held = ""
    for part in CLAUSE_END.split(folded):
        held += part
        if len(held) >= SHORTEST_CLAUSE:
            found.append(held)
            held = ""
    if held and found:
        found[-1] += held
    return found or [held]


def encode(texts: Iterable[str], numbering: Numbering) -> Passages:
    """Make `texts` comparable with whatever else is encoded with the same `numbering`."""
    by_passage = [split_clauses(fold_text(text).replace("\n", " ")) for text in texts]
    clauses = [clause for passage in by_passage for clause in passage]
    features, clause_of_feature = numbering.of_clauses(clauses)
    first_clause = starts([len(passage) for passage in by_passage])
    first_feature = starts(np.bincount(clause_of_feature, minlength=len(clauses)))
    passage_of_clause = np.repeat(np.arange(len(by_passage)), np.diff(first_clause))
    known = vocabulary()
    rows = known.vectors[np.minimum(features, known.unseen)].astype(np.float32)
    clause_sums = _sums(rows, first_feature)
    return Passages(
        tuple(clauses),
        first_clause,
        first_feature,
        passage_of_clause,
        clause_of_feature,
        features,
        _norms(features, passage_of_clause[clause_of_feature], len(by_passage)),
        _norms(features, clause_of_feature, len(clauses)),
        unit(_sums(clause_sums, first_clause)),
        unit(clause_sums),
    )


def select(passages: Passages, chosen: Ints) -> Passages:
    """Return the passages with these indices, in this order."""
    counts = np.diff(passages.first_clause)[chosen]
    clauses = ranges(passages.first_clause[chosen], counts)
    sizes = np.diff(passages.first_feature)[clauses]
    return Passages(
        tuple(passages.clauses[i] for i in clauses),
        starts(counts),
        starts(sizes),
        np.repeat(np.arange(len(counts)), counts),
        np.repeat(np.arange(len(sizes)), sizes),
        passages.features[ranges(passages.first_feature[clauses], sizes)],
        passages.norms[chosen],
        passages.clause_norms[clauses],
        passages.vectors[chosen],
        passages.clause_vectors[clauses],
    )


def text_of(passages: Passages, passage: int) -> tuple[str, ...]:
    """Return the clauses of one passage."""
    first, last = passages.first_clause[passage : passage + 2]
    return passages.clauses[first:last]


def starts(counts: Sequence[int] | Ints) -> Ints:
    """Return where runs of these lengths begin, and where the last one ends."""
    return np.concatenate([[0], np.cumsum(np.asarray(counts, dtype=np.int64))]).astype(np.int64)


def ranges(first: Ints, counts: Ints) -> Ints:
    """Return first, first + 1 … for each run, one run after the other."""
    ends = np.cumsum(counts)
    offsets = np.repeat(first - (ends - counts), counts)
    return offsets + np.arange(len(offsets), dtype=np.int64)


def rarity_of(features: Ints) -> Floats:
    """Return the squared rarity of each feature."""
    known = vocabulary()
    return known.rarity[np.minimum(features, known.unseen)]


def _norms(features: Ints, runs: Ints, many: int) -> Floats:
    """Return the length of each run's vector; a feature that stands twice counts twice."""
    keys, counts = np.unique(runs << 32 | features, return_counts=True)
    weights = counts.astype(np.float32) ** 2 * rarity_of(keys & 0xFFFFFFFF)
    squares = np.bincount(keys >> 32, weights, minlength=many)
    return np.sqrt(np.maximum(squares, 1e-9)).astype(np.float32)


def _sums(rows: Floats, first: Ints) -> Floats:
    """Return the sum of each run of rows; no run is empty."""
    if len(first) == 1:
        return np.zeros((0, rows.shape[1]), dtype=np.float32)
    return np.add.reduceat(rows, first[:-1], axis=0)


def unit(rows: Floats) -> Floats:
    """Return the rows at length one; what is zero stays zero."""
    lengths = np.sqrt(np.einsum("ij,ij->i", rows, rows))[:, None]
    found = np.divide(rows, lengths, out=np.zeros_like(rows), where=lengths > 0)
    return np.asarray(found, dtype=np.float32)
