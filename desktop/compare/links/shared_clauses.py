"""What speaks for a pair of passages clause by clause, and which of their clauses correspond."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop.compare.features.runs import ranges, run_starts, sizes_of, starts
from desktop.compare.links.rivals import shares
from desktop.compare.links.shared_features import dots

if TYPE_CHECKING:
    from desktop.compare.features.arrays import Floats, Ints
    from desktop.compare.features.passages import Passages
    from desktop.compare.links.pairs import Pairs
    from desktop.compare.links.shared_features import Shared


def of_clauses(
    a: Passages, b: Passages, shared: Shared, pairs: Pairs
) -> tuple[dict[str, Floats], Ints, Ints]:
    """Compare these pairs of passages clause by clause: one cell for each pair of clauses.

    Return columns for them, and the clauses of both sides that correspond best.
    """
    rows, columns = pairs.rows, pairs.columns
    heights = sizes_of(a.first_clause).take(rows)
    widths = sizes_of(b.first_clause).take(columns)
    first = starts(heights * widths)
    pair = np.repeat(np.arange(len(rows)), heights * widths)
    lines = np.repeat(widths, heights)  # one for each clause of the left in each pair
    left = np.repeat(ranges(a.first_clause.take(rows), heights), lines)
    right = ranges(np.repeat(b.first_clause.take(columns), heights), lines)
    sums = _clause_sums(a, b, shared, widths, first)
    norms = a.clause_norms.take(left), b.clause_norms.take(right)
    words = (sums / (norms[0] * norms[1])).astype(np.float32)
    sense = dots(a.clause_vectors, b.clause_vectors, left, right)
    fewer = np.minimum(*norms) ** 2
    both = 0.5 * words + 0.5 * sense
    left_share = shares(both, left, len(a.clauses))
    right_share = shares(both, right, len(b.clauses))
    mutual = both * np.minimum(left_share, right_share)
    best = _best_cells(both, pair, len(pairs))
    answers = _most(both, np.repeat(np.arange(len(lines)), lines), len(lines))
    answered = _best_of_rights(both, right, b.first_clause.take(columns), heights, widths)
    found = {
        "clause_share": (left_share + right_share).take(best),
        "mutual": _most(mutual, pair, len(pairs)),
        "clause": _most(words, pair, len(pairs)),
        "clause_weight": np.log1p(_most(sums, pair, len(pairs))),
        "clause_contained": _most(sums / fewer, pair, len(pairs)),
        "fewest": np.log(np.minimum(heights, widths)).astype(np.float32),
        "most": np.log(np.maximum(heights, widths)).astype(np.float32),
        "clause_sense": _most(sense, pair, len(pairs)),
        "cover": _mean(answers, heights) + _mean(answered, widths),
    }
    return found, left.take(best), right.take(best)


def _clause_sums(a: Passages, b: Passages, shared: Shared, widths: Ints, first: Ints) -> Floats:
    left, right = shared.left_clause, shared.right_clause
    down = left - a.first_clause.take(a.passage_of_clause.take(left))
    along = right - b.first_clause.take(b.passage_of_clause.take(right))
    cells = first.take(shared.pair) + down * widths.take(shared.pair) + along
    return np.bincount(cells, shared.weight, minlength=first[-1]).astype(np.float32)


def _most(cells: Floats, owners: Ints, many: int) -> Floats:
    """Return the best cell of each of so many owners; `reduceat` takes half as long again."""
    best = np.full(many, -np.inf, dtype=np.float32)
    np.maximum.at(best, owners, cells)
    return best


def _best_cells(cells: Floats, pair: Ints, many: int) -> Ints:
    """Return the place of the best cell of each of so many pairs; of equals the first."""
    at_best = np.flatnonzero(cells == _most(cells, pair, many).take(pair))
    return at_best.take(run_starts(pair.take(at_best)))


def _best_of_rights(cells: Floats, right: Ints, first: Ints, heights: Ints, widths: Ints) -> Floats:
    """Return for each clause of the right in each pair its best cell; `first` has each first one.

    To bring its cells beside each other, as those of a clause of the left are, takes longer.
    """
    begin = starts(widths)
    return _most(cells, right + np.repeat(begin[:-1] - first, heights * widths), begin[-1])


def _mean(best: Floats, many: Ints) -> Floats:
    """Return for each pair the mean of what answers its clauses best: it has so many of them."""
    sums = np.bincount(np.repeat(np.arange(len(many)), many), best, minlength=len(many))
    return (sums / many).astype(np.float32)
