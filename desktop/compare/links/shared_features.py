"""What two groups of passages have in common, feature by feature.

Looking at every pair of places that share a feature takes time with the square of the length, and
nearly all of it goes to a few dozen words that stand everywhere. These are counted in a matrix and
looked up where a pair is worth it; the others are listed.
"""

from __future__ import annotations

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

    Places `left` and `right` share a rare feature; `rivals` says for each feature how many pairs
    of places share it.
    """

    words: Floats
    left: Ints
    right: Ints
    left_frequent: Frequent
    right_frequent: Frequent
    rivals: Ints


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
    size = 1 + max(a.features.max(initial=0), b.features.max(initial=0))
    counts, counts_b = (np.bincount(side.features, minlength=size) for side in (a, b))
    rivals = counts * counts_b
    widespread = np.flatnonzero(rivals * FREQUENT > len(a) * len(b))
    counts_b[widespread] = 0  # these are counted in a matrix
    left, right = _rare_places(a, b, counts_b)
    numbers = np.full(size, NOT_FREQUENT)
    numbers[widespread] = np.arange(len(widespread))
    frequent, others = (_frequent(side, numbers, len(widespread)) for side in (a, b))
    weights = rarity_of(widespread)
    sums = _rare_sums(a, b, left, right) + (frequent.grid * weights) @ others.grid.T
    words = (sums / np.outer(a.norms, b.norms)).astype(np.float32)
    return Common(words, left, right, frequent, others, rivals)


def shared(a: Passages, b: Passages, found: Common, rows: Ints, columns: Ints) -> Shared:
    """Return all that these pairs of passages share."""
    number = np.full((len(a), len(b)), -1, dtype=np.int32)
    number[rows, columns] = np.arange(len(rows), dtype=np.int32)
    pair = cells_at(number, _passage(a, found.left), _passage(b, found.right))
    kept = np.flatnonzero(pair >= 0)
    pairs, lefts, rights = _frequent_places(a, b, found, rows, columns)
    left = np.concatenate([found.left[kept], lefts])
    right = np.concatenate([found.right[kept], rights])
    features = a.features[left]
    return Shared(
        np.concatenate([pair[kept].astype(np.int64), pairs]),
        a.clause_of_feature[left],
        b.clause_of_feature[right],
        rarity_of(features),
        found.rivals[features].astype(np.float32),
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


def _passage(side: Passages, places: Ints) -> Ints:
    return side.passage_of_clause[side.clause_of_feature[places]]


def _rare_places(a: Passages, b: Passages, others: Ints) -> tuple[Ints, Ints]:
    """Return all pairs of places with one feature; `others` says how often each stands in b."""
    places = np.flatnonzero(others[b.features])
    places = places[by_feature(b.features[places])]
    counts = others[a.features]
    first = starts(others)[a.features]
    return np.repeat(np.arange(len(counts)), counts), places[ranges(first, counts)]


def _rare_sums(a: Passages, b: Passages, left: Ints, right: Ints) -> Floats:
    cells = _passage(a, left) * len(b) + _passage(b, right)
    sums = np.bincount(cells, rarity_of(a.features[left]), minlength=len(a) * len(b))
    return sums.reshape(len(a), len(b)).astype(np.float32)


def _frequent(side: Passages, numbers: Ints, many: int) -> Frequent:
    found = numbers[side.features]
    places = np.flatnonzero(found != NOT_FREQUENT)
    cells = _passage(side, places) * many + found[places]
    grid = np.bincount(cells, minlength=len(side) * many).reshape(len(side), many)
    return Frequent(places, found[places], many, grid.astype(np.float32))


def _frequent_places(
    a: Passages, b: Passages, found: Common, rows: Ints, columns: Ints
) -> tuple[Ints, Ints, Ints]:
    """Return the chosen pairs that share a frequent feature, with both places."""
    lefts, rights = found.left_frequent, found.right_frequent
    first = starts(np.bincount(_passage(a, lefts.places), minlength=len(a)))
    many = np.diff(first)[rows]
    at = ranges(first[rows], many)
    keys = _passage(b, rights.places) * rights.many + rights.numbers
    there = np.bincount(keys, minlength=len(b) * rights.many)
    wanted = np.repeat(columns, many) * rights.many + lefts.numbers[at]
    hits = np.flatnonzero(there[wanted])  # one in four
    pair, at, wanted = np.repeat(np.arange(len(rows)), many)[hits], at[hits], wanted[hits]
    counts = there[wanted]
    right = rights.places[by_feature(keys)][ranges(starts(there)[wanted], counts)]
    return np.repeat(pair, counts), np.repeat(lefts.places[at], counts), right
