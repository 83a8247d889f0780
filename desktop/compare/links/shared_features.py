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

from desktop.compare.features.cells import cells_at
from desktop.compare.features.passages import rarity_of
from desktop.compare.features.runs import by_feature, ranges, starts

if TYPE_CHECKING:
    from desktop.compare.features.arrays import Bools, Floats, Ints
    from desktop.compare.features.passages import Passages

# A feature is frequent where more than one of so many pairs of passages share it. On reports of
# 20,000 characters these are 57 of 3,457 features, and two thirds of all that is shared.
FREQUENT = 400
NOT_FREQUENT = -1
CELLS_FOR_ONE = 32  # a matrix product takes that much less time for each of its cells
ROWS_AT_ONCE = 1 << 12  # 1 MB a side: stays in the cache, and in memory that is at hand


@dataclass(frozen=True, slots=True, eq=False)
class Frequent:
    """Where frequent features stand in one side: rising places in `features`, and which it is.

    They are numbered from 0 to `many`; `grid` says how often each stands in each passage.
    """

    places: Ints
    numbers: Ints
    many: int
    grid: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Common:
    """What is shared, by places in `features` of both sides; `words` is the cosine of each pair.

    Places `left` and `right` share a rare feature, and stand in the cell `cells` of all pairs of
    passages. For each place of the left, `weights` is the squared rarity of its feature, and
    `rivals` how many pairs of places share that.
    """

    words: Floats
    left: Ints
    right: Ints
    cells: Ints
    left_frequent: Frequent
    right_frequent: Frequent
    weights: Floats
    rivals: Floats


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
    cells = _passages(a)[left] * len(b) + _passages(b)[right]
    numbers = np.full(len(features), NOT_FREQUENT)
    numbers[widespread] = np.arange(len(widespread))
    frequent = _frequent(a, numbers[ranks], len(widespread))
    frequent_b = _frequent(b, numbers[others], len(widespread))
    rarity = rarity_of(features)
    weights = rarity[ranks]
    sums = _sums(cells, weights[left], (len(a), len(b)))
    sums += (frequent.grid * rarity[widespread]) @ frequent_b.grid.T
    words = (sums / np.outer(a.norms, b.norms)).astype(np.float32)
    many = rivals[ranks].astype(np.float32)
    return Common(words, left, right, cells, frequent, frequent_b, weights, many)


def shared(a: Passages, b: Passages, found: Common, rows: Ints, columns: Ints) -> Shared:
    """Return all that these pairs of passages share."""
    number = np.full(len(a) * len(b), -1, dtype=np.int32)
    number[rows * len(b) + columns] = np.arange(len(rows), dtype=np.int32)
    pair = number[found.cells]
    kept = np.flatnonzero(pair >= 0)
    pairs, lefts, rights = _frequent_places(a, b, found, rows, columns)
    left = np.concatenate([found.left[kept], lefts])
    right = np.concatenate([found.right[kept], rights])
    return Shared(
        np.concatenate([pair[kept].astype(np.int64), pairs]),
        a.clause_of_feature[left],
        b.clause_of_feature[right],
        found.weights[left],
        found.rivals[left],
    )


def best_of_each(scores: Floats, many: int) -> Bools:
    """Say which pairs are among the `many` best of their row or of their column, ties included."""
    chosen = best_of_rows(scores, many)
    chosen |= best_of_rows(np.ascontiguousarray(scores.T), many).T
    return chosen


def best_of_rows(scores: Floats, many: int) -> Bools:
    """Say which pairs are among the `many` best of their row, ties included."""
    if scores.shape[1] <= many:
        return np.ones(scores.shape, dtype=np.bool_)
    return scores >= np.partition(scores, -many, axis=1)[:, -many, None]


def dots(a: Floats, b: Floats, left: Ints, right: Ints) -> Floats:
    """Return the products of these pairs of rows; of all pairs only where that is less work."""
    if len(a) * len(b) <= CELLS_FOR_ONE * len(left):
        return cells_at(a @ b.T, left, right)
    found = np.empty(len(left), dtype=np.float32)
    for first in range(0, len(left), ROWS_AT_ONCE):
        here = slice(first, first + ROWS_AT_ONCE)
        found[here] = np.einsum("ij,ij->i", a[left[here]], b[right[here]])
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
    return features, ranks[a], ranks[b]


def _passages(side: Passages) -> Ints:
    """Return the passage of each place."""
    return side.passage_of_clause[side.clause_of_feature]


def _rare_places(a: Ints, b: Ints, others: Ints) -> tuple[Ints, Ints]:
    """Return all pairs of places with one feature; `others` says how often each stands in b."""
    places = np.flatnonzero(others[b])
    places = places[by_feature(b[places])]
    counts = others[a]
    first = starts(others)[a]
    return np.repeat(np.arange(len(counts)), counts), places[ranges(first, counts)]


def _sums(cells: Ints, weights: Floats, shape: tuple[int, int]) -> Floats:
    sums = np.bincount(cells, weights, minlength=math.prod(shape))
    return sums.reshape(shape).astype(np.float32)


def _frequent(side: Passages, found: Ints, many: int) -> Frequent:
    places = np.flatnonzero(found != NOT_FREQUENT)
    cells = _passages(side)[places] * many + found[places]
    grid = np.bincount(cells, minlength=len(side) * many).reshape(len(side), many)
    return Frequent(places, found[places], many, grid.astype(np.float32))


def _frequent_places(
    a: Passages, b: Passages, found: Common, rows: Ints, columns: Ints
) -> tuple[Ints, Ints, Ints]:
    """Return the chosen pairs that share a frequent feature, with both places."""
    lefts, rights = found.left_frequent, found.right_frequent
    first = starts(np.bincount(_passages(a)[lefts.places], minlength=len(a)))
    many = np.diff(first)[rows]
    at = ranges(first[rows], many)
    keys = _passages(b)[rights.places] * rights.many + rights.numbers
    there = np.bincount(keys, minlength=len(b) * rights.many)
    wanted = np.repeat(columns, many) * rights.many + lefts.numbers[at]
    hits = np.flatnonzero(there[wanted])  # one in four
    pair, at, wanted = np.repeat(np.arange(len(rows)), many)[hits], at[hits], wanted[hits]
    counts = there[wanted]
    right = rights.places[by_feature(keys)][ranges(starts(there)[wanted], counts)]
    return np.repeat(pair, counts), np.repeat(lefts.places[at], counts), right
