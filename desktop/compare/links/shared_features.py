"""What two groups of passages have in common, feature by feature.

Looking at every pair of places that share a feature takes time with the square of the length, and
nearly all of it goes to a few dozen words that stand everywhere. These are counted in a matrix and
looked up where a pair is worth it; the others are listed.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop.compare.features.cells import blocks, cells_at
from desktop.compare.features.passages import rarity_of
from desktop.compare.features.runs import by_feature, ranges, sizes_of, starts

if TYPE_CHECKING:
    from desktop.compare.features.arrays import Floats, Ints
    from desktop.compare.features.passages import Passages
    from desktop.compare.links.pairs import Pairs

# A feature is frequent where more than one of so many pairs of passages share it. On reports of
# 20,000 characters these are 57 of 3,457 features, and two thirds of all that is shared.
FREQUENT = 400
NOT_FREQUENT = -1
CELLS_FOR_ONE = 16  # that a matrix product makes in less time than one row is held to another
ROWS_AT_ONCE = 1 << 9  # 128 KB a side: stays in the cache, and in memory that is at hand


@dataclass(frozen=True, slots=True, eq=False)
class Frequent:
    """Where frequent features stand in one side: rising places in `features`, and which it is.

    They are numbered from 0 to `many`; `grid` says how often each stands in each passage, and
    `passages` in which one each place is.
    """

    places: Ints
    passages: Ints
    numbers: Ints
    many: int
    grid: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Common:
    """What is shared, by places in `features` of both sides.

    Places `left` and `right` share a rare feature, and stand in the cell `cells` of all pairs of
    passages. For each place of the left, `weights` is the squared rarity of its feature, and
    `rivals` how many pairs of places share that.
    """

    left: Ints
    right: Ints
    cells: Ints
    left_frequent: Frequent
    right_frequent: Frequent
    weights: Floats
    rivals: Floats

    def sums(self, worth: Floats) -> Floats:
        """Return for each pair of passages what all that they share is worth.

        `worth` has a number for each place of the left, the same for all of one feature.
        """
        lefts, rights = self.left_frequent, self.right_frequent
        shape = len(lefts.grid), len(rights.grid)
        each = np.zeros(lefts.many, dtype=np.float32)
        each[lefts.numbers] = worth.take(lefts.places)
        rare = np.bincount(self.cells, worth.take(self.left), minlength=math.prod(shape))
        found: Floats = rare.reshape(shape).astype(np.float32)
        del rare  # twice as large
        found += (lefts.grid * each) @ rights.grid.T
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Shared:
    """Every feature that a clause of the left shares with one of the right, for chosen pairs.

    `rivals` says how many pairs of places share it in all.
    """

    pair: Ints
    left_clause: Ints
    right_clause: Ints
    weight: Floats
    rivals: Floats


def common(a: Passages, b: Passages) -> Common:
    """Return what two groups of passages share."""
    features, ranks, others = _ranked(a.features, b.features)
    counts, counts_b = (np.bincount(side, minlength=len(features)) for side in (ranks, others))
    rivals = counts * counts_b
    widespread = np.flatnonzero(rivals * FREQUENT > len(a) * len(b))
    counts_b[widespread] = 0  # these are counted in a matrix
    left, right = _rare_places(ranks, others, counts_b)
    passages, passages_b = _passages(a), _passages(b)
    cells = (passages * len(b)).take(left) + passages_b.take(right)
    numbers = np.full(len(features), NOT_FREQUENT)
    numbers[widespread] = np.arange(len(widespread))
    frequent = _frequent(passages, numbers.take(ranks), (len(a), len(widespread)))
    frequent_b = _frequent(passages_b, numbers.take(others), (len(b), len(widespread)))
    weights = rarity_of(features).take(ranks)
    many = rivals.astype(np.float32).take(ranks)
    return Common(left, right, cells, frequent, frequent_b, weights, many)


def cosines(a: Passages, b: Passages, found: Common) -> Floats:
    """Return the cosine of the rarity-weighted features of each pair of passages."""
    words = found.sums(found.weights)
    for here in blocks(*words.shape):
        words[here] /= np.outer(a.norms[here], b.norms)
    return words


def shared(a: Passages, b: Passages, found: Common, chosen: Pairs) -> Shared:
    """Return all that these pairs of passages share."""
    pair, kept = chosen.at(found.cells)
    pairs, lefts, rights = _frequent_places(a, b, found, chosen)
    left = np.concatenate([found.left.take(kept), lefts])
    right = np.concatenate([found.right.take(kept), rights])
    return Shared(
        np.concatenate([pair, pairs]),
        a.clause_of_feature.take(left),
        b.clause_of_feature.take(right),
        found.weights.take(left),
        found.rivals.take(left),
    )


def dots(a: Floats, b: Floats, left: Ints, right: Ints) -> Floats:
    """Return the products of these pairs of rows; of all pairs only where that is less work."""
    if len(a) * len(b) <= CELLS_FOR_ONE * len(left):
        return cells_at(a @ b.T, left, right)
    found = np.empty(len(left), dtype=np.float32)
    for first in range(0, len(left), ROWS_AT_ONCE):
        here = slice(first, first + ROWS_AT_ONCE)
        rows = a.take(left[here], axis=0), b.take(right[here], axis=0)
        found[here] = np.einsum("ij,ij->i", *rows)
    return found


def _ranked(a: Ints, b: Ints) -> tuple[Ints, Ints, Ints]:
    """Return the features of either side, rising, and their ranks in place of both sides' own.

    Two reports have one of five features of the vocabulary: tables for these are as much smaller.
    """
    here = np.zeros(1 + max(a.max(initial=0), b.max(initial=0)), dtype=np.bool_)
    here[a] = here[b] = True
    features = np.flatnonzero(here)
    ranks = np.empty(len(here), dtype=np.int64)
    ranks[features] = np.arange(len(features))
    return features, ranks.take(a), ranks.take(b)


def _passages(side: Passages) -> Ints:
    """Return the passage of each place."""
    return side.passage_of_clause.take(side.clause_of_feature)


def _rare_places(a: Ints, b: Ints, others: Ints) -> tuple[Ints, Ints]:
    """Return all pairs of places with one feature; `others` says how often each stands in b."""
    places = np.flatnonzero(others.take(b))
    places = places.take(by_feature(b.take(places)))
    counts = others.take(a)
    first = starts(others).take(a)
    return np.repeat(np.arange(len(counts)), counts), places.take(ranges(first, counts))


def _frequent(passages: Ints, found: Ints, shape: tuple[int, int]) -> Frequent:
    places = np.flatnonzero(found != NOT_FREQUENT)
    owners, numbers = passages.take(places), found.take(places)
    grid = np.bincount(owners * shape[1] + numbers, minlength=math.prod(shape)).reshape(shape)
    return Frequent(places, owners, numbers, shape[1], grid.astype(np.float32))


def _frequent_places(
    a: Passages, b: Passages, found: Common, chosen: Pairs
) -> tuple[Ints, Ints, Ints]:
    """Return the chosen pairs that share a frequent feature, with both places."""
    rows, columns = chosen.rows, chosen.columns
    lefts, rights = found.left_frequent, found.right_frequent
    first = starts(np.bincount(lefts.passages, minlength=len(a)))
    many = sizes_of(first).take(rows)
    at = ranges(first.take(rows), many)
    keys = rights.passages * rights.many + rights.numbers
    there = np.bincount(keys, minlength=len(b) * rights.many)
    wanted = np.repeat(columns * rights.many, many) + lefts.numbers.take(at)
    hits = np.flatnonzero(there.take(wanted))  # one in four
    pair, at, wanted = (
        each.take(hits) for each in (np.repeat(np.arange(len(rows)), many), at, wanted)
    )
    counts = there.take(wanted)
    right = rights.places.take(by_feature(keys)).take(ranges(starts(there).take(wanted), counts))
    return np.repeat(pair, counts), np.repeat(lefts.places.take(at), counts), right
