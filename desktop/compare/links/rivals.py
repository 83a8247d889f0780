"""How pairs stand against their rivals: other pairs that have an end in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop.compare.features.cells import cells_at, with_rows_added
from desktop.compare.features.runs import best_first, by_feature, run_starts, sizes_of

if TYPE_CHECKING:
    from desktop.compare.features.arrays import Floats, Ints
    from desktop.compare.links.pairs import Pairs

SMALL = np.float32(1e-6)  # a best score below this is none: vectors may point apart


def competition(scores: Floats, rows: Ints, columns: Ints) -> dict[str, Floats]:
    """Return how each pair stands against its rivals.

    What is counted from both sides is added, so that swapping the sides changes nothing; what
    stands beside a pair does not count, so that moving a section changes nothing either. The
    pairs come in the order of the rows, then of the columns, which decides between equals.
    """
    return {
        "mix": scores,
        "rank": ranks(scores, rows, columns),
        "share": shares(scores, rows, rows.max(initial=0) + 1)
        + shares(scores, columns, columns.max(initial=0) + 1),
    }


def ranks(scores: Floats, rows: Ints, columns: Ints) -> Floats:
    """Return 1 for the best of each row's pairs, 1/2 for the second and so on; so of columns."""
    order = best_first(scores)
    return _rank(order, rows) + _rank(order, columns)


def _rank(order: Ints, ends: Ints) -> Floats:
    order = order.take(by_feature(ends.take(order)))
    first = run_starts(ends.take(order))
    place = np.arange(len(order)) - np.repeat(first, sizes_of(np.append(first, len(order))))
    ranks = np.empty(len(order), dtype=np.float32)
    ranks[order] = 1.0 / (1 + place)
    return ranks


def shares(scores: Floats, ends: Ints, many: int) -> Floats:
    """Return each score as a part of the best one of its end, 0 to 1; of `many` ends."""
    best = best_of(scores, ends, many).take(ends)
    found = np.divide(scores, best, out=np.zeros_like(scores), where=best > SMALL)
    return np.maximum(found, 0)  # what points apart has none


def best_of(scores: Floats, ends: Ints, many: int) -> Floats:
    """Return the best score of each of `many` ends, none below 0."""
    best = np.zeros(many, dtype=np.float32)
    np.maximum.at(best, ends, scores)
    return best


def section_affinity(scores: Floats, pairs: Pairs, left: Ints, right: Ints) -> Floats:
    """Return how well the sections of a pair answer each other, the pair itself set aside."""
    rows, columns = pairs.rows, pairs.columns
    wide = right.max() + 1
    at_right = rows * wide + right.take(columns)  # each passage with a section of the other side
    at_left = columns * (left.max() + 1) + left.take(rows)
    best_right = best_of(scores, at_right, len(left) * wide)
    best_left = best_of(scores, at_left, len(right) * (left.max() + 1))
    total = np.zeros((left.max() + 1, wide), dtype=np.float32)
    total = with_rows_added(total, left, best_right.reshape(len(left), wide))
    total = with_rows_added(total.T, right, best_left.reshape(len(right), -1)).T
    at = left.take(rows), right.take(columns)
    sizes = np.bincount(left).take(at[0]) + np.bincount(right).take(at[1]) - 2
    rest = cells_at(total, *at) - best_right.take(at_right) - best_left.take(at_left)
    found = np.divide(rest, sizes, out=np.zeros_like(scores), where=sizes > 0)
    return np.asarray(found, dtype=np.float32)
