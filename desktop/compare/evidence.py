"""What speaks for a pair of passages, in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop.compare.passages import Passages, ranges, rarity_of, starts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.compare.vocabulary import Bools, Floats, Ints

LOOKED_AT = 12  # partners of each passage, both ways: the true one is among them in 99 of 100

TELLING = 40.0  # rarity² of what stands in one sentence of 500: names, projects, set phrases
SMALL = np.float32(1e-6)  # a best score below this is none: vectors may point apart

# The mix that partners are ranked by, before anything is known of the competition.
MIX = {"words": 0.4, "clause": 0.4, "headings": 0.2, "sense": 0.15, "clause_sense": 0.15}


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Passages of one side that compete for partners.

    `section` is for each the row of `paths` that holds the headings above it; passages of one
    section have one row.
    """

    passages: Passages
    section: Ints
    paths: Passages


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """Candidate pairs: indices of both sides, and a column of numbers for each kind of evidence.

    `left_clause` and `right_clause` are the clauses that correspond best.
    """

    left: Ints
    right: Ints
    left_clause: Ints
    right_clause: Ints
    columns: Mapping[str, Floats]


@dataclass(frozen=True, slots=True, eq=False)
class _Shared:
    """Every feature that a clause of the left shares with one of the right."""

    left_clause: Ints
    right_clause: Ints
    weight: Floats


def gather(left: Group, right: Group) -> Evidence:
    """Return the pairs worth a closer look, with all that speaks for each."""
    a, b = left.passages, right.passages
    shared = _shared(a, b)
    words = _whole(a, b, shared)
    sense = a.vectors @ b.vectors.T
    paths = likeness(left.paths, right.paths)[np.ix_(left.section, right.section)]
    rows, columns = np.nonzero(_candidates(words + 0.5 * sense + 0.2 * paths))
    found = {
        "words": words[rows, columns],
        "telling": _telling(a, b, shared)[rows, columns],
        "sense": sense[rows, columns],
        "headings": paths[rows, columns],
        **_of_headings(left, right, rows, columns),
    }
    clauses, left_clause, right_clause = _of_clauses(a, b, shared, rows, columns)
    found.update(clauses)
    mix = mixed(MIX, found)
    found.update(competition(mix, rows, columns))
    found["sections"] = _section_affinity(mix, rows, columns, left.section, right.section)
    return Evidence(rows, columns, left_clause, right_clause, found)


def likeness(a: Passages, b: Passages) -> Floats:
    """Return the cosine of the rarity-weighted features of each pair of passages."""
    return _whole(a, b, _shared(a, b))


def _shared(a: Passages, b: Passages) -> _Shared:
    order = np.argsort(b.features, kind="stable")
    ordered = b.features[order]
    low = np.searchsorted(ordered, a.features, side="left")
    counts = np.searchsorted(ordered, a.features, side="right") - low
    right = b.clause_of_feature[order[ranges(low, counts)]]
    left = np.repeat(a.clause_of_feature, counts)
    return _Shared(left, right, np.repeat(rarity_of(a.features), counts))


def _whole(a: Passages, b: Passages, shared: _Shared) -> Floats:
    cells = a.passage_of_clause[shared.left_clause] * len(b)
    cells += b.passage_of_clause[shared.right_clause]
    sums = np.bincount(cells, shared.weight, minlength=len(a) * len(b))
    return (sums.reshape(len(a), len(b)) / np.outer(a.norms, b.norms)).astype(np.float32)


def _telling(a: Passages, b: Passages, shared: _Shared) -> Floats:
    """Return the logarithm of how many telling features both have."""
    told = shared.weight >= TELLING
    cells = a.passage_of_clause[shared.left_clause[told]] * len(b)
    cells += b.passage_of_clause[shared.right_clause[told]]
    counts = np.bincount(cells, minlength=len(a) * len(b))
    return np.log1p(counts).reshape(len(a), len(b)).astype(np.float32)


def _candidates(scores: Floats) -> Bools:
    chosen = np.zeros(scores.shape, dtype=np.bool_)
    for side, mask in ((scores, chosen), (scores.T, chosen.T)):
        if side.shape[1] <= LOOKED_AT:
            mask[:] = True
        elif side.size:
            best = np.argpartition(side, -LOOKED_AT, axis=1)[:, -LOOKED_AT:]
            mask[np.arange(len(side))[:, None], best] = True
    return chosen


def _of_headings(left: Group, right: Group, rows: Ints, columns: Ints) -> dict[str, Floats]:
    a, b = left.section[rows], right.section[columns]
    sense = left.paths.vectors @ right.paths.vectors.T
    down = left.paths.vectors @ right.passages.vectors.T
    up = left.passages.vectors @ right.paths.vectors.T
    return {
        "headings_sense": sense[a, b],
        "heading_to_other": down[a, columns] + up[rows, b],
    }


def _of_clauses(
    a: Passages, b: Passages, shared: _Shared, rows: Ints, columns: Ints
) -> tuple[dict[str, Floats], Ints, Ints]:
    """Compare the candidates clause by clause: one cell for each pair of clauses."""
    heights = np.diff(a.first_clause)[rows]
    widths = np.diff(b.first_clause)[columns]
    first = starts(heights * widths)
    pair = np.repeat(np.arange(len(rows)), heights * widths)
    inside = np.arange(first[-1]) - first[pair]
    left = a.first_clause[rows][pair] + inside // np.maximum(widths[pair], 1)
    right = b.first_clause[columns][pair] + inside % np.maximum(widths[pair], 1)
    sums = _clause_sums(a, b, shared, rows, columns, widths, first)
    words = (sums / (a.clause_norms[left] * b.clause_norms[right])).astype(np.float32)
    sense = (a.clause_vectors @ b.clause_vectors.T)[left, right]
    both = 0.5 * words + 0.5 * sense
    left_share = _ratio(both, _best_of(both, left, len(a.clauses))[left])
    right_share = _ratio(both, _best_of(both, right, len(b.clauses))[right])
    mutual = both * np.minimum(left_share, right_share)
    best = _best_cells(both, first, pair)
    found = {
        "clause_share": (left_share + right_share)[best],
        "mutual": _most(mutual, first),
        "clause": _most(words, first),
        "clause_sense": _most(sense, first),
        "cover": _cover(both, pair, left, heights) + _cover(both, pair, right, widths),
    }
    return found, left[best], right[best]


def _clause_sums(
    a: Passages,
    b: Passages,
    shared: _Shared,
    rows: Ints,
    columns: Ints,
    widths: Ints,
    first: Ints,
) -> Floats:
    number = np.full((len(a), len(b)), -1, dtype=np.int64)
    number[rows, columns] = np.arange(len(rows))
    left, right = a.passage_of_clause[shared.left_clause], b.passage_of_clause[shared.right_clause]
    pair = number[left, right]
    kept = pair >= 0
    pair, left, right = pair[kept], left[kept], right[kept]
    down = shared.left_clause[kept] - a.first_clause[left]
    along = shared.right_clause[kept] - b.first_clause[right]
    cells = first[pair] + down * widths[pair] + along
    return np.bincount(cells, shared.weight[kept], minlength=first[-1]).astype(np.float32)


def _best_of(cells: Floats, clause: Ints, many: int) -> Floats:
    """Return for each clause of one side its best cell."""
    best = np.zeros(many, dtype=np.float32)
    np.maximum.at(best, clause, cells)
    return best


def _most(cells: Floats, first: Ints) -> Floats:
    found = np.maximum.reduceat(cells, first[:-1]) if len(first) > 1 else cells
    return np.asarray(found, dtype=np.float32)


def _best_cells(cells: Floats, first: Ints, pair: Ints) -> Ints:
    """Return the place of the best cell of each pair; of equals the first."""
    at_best = np.flatnonzero(cells == _most(cells, first)[pair])
    _, earliest = np.unique(pair[at_best], return_index=True)
    return at_best[earliest]


def _cover(cells: Floats, pair: Ints, clause: Ints, counts: Ints) -> Floats:
    """Return the mean, over the clauses of one side, of what answers each best."""
    if not len(cells):
        return cells
    keys = pair << 32 | clause
    order = np.argsort(keys, kind="stable")
    first = np.flatnonzero(np.diff(keys[order], prepend=-1))
    best = np.maximum.reduceat(cells[order], first)
    sums = np.bincount(keys[order][first] >> 32, best, minlength=len(counts))
    return (sums / counts).astype(np.float32)


def mixed(shares: Mapping[str, float], columns: Mapping[str, Floats]) -> Floats:
    """Return the weighted sum of some columns."""
    total = sum(np.float32(share) * columns[name] for name, share in shares.items())
    return np.asarray(total, dtype=np.float32)


def competition(scores: Floats, rows: Ints, columns: Ints) -> dict[str, Floats]:
    """Return how each pair stands against its rivals.

    What is counted from both sides is added, so that swapping the sides changes nothing; what
    stands beside a pair does not count, so that moving a section changes nothing either.
    """
    return {
        "mix": scores,
        "rank": _rank(scores, rows, columns) + _rank(scores, columns, rows),
        "share": _share(scores, rows) + _share(scores, columns),
    }


def _share(scores: Floats, ends: Ints) -> Floats:
    return _ratio(scores, _best_of(scores, ends, ends.max(initial=0) + 1)[ends])


def _ratio(scores: Floats, best: Floats) -> Floats:
    found = np.divide(scores, best, out=np.zeros_like(scores), where=best > SMALL)
    return np.asarray(found, dtype=np.float32)


def _rank(scores: Floats, ends: Ints, others: Ints) -> Floats:
    """Return 1 for the best of each end's pairs, 1/2 for the second, and so on."""
    order = np.lexsort((others, -scores, ends))
    first = np.flatnonzero(np.diff(ends[order], prepend=-1))
    place = np.arange(len(order)) - np.repeat(first, np.diff(first, append=len(order)))
    ranks = np.empty(len(scores), dtype=np.float32)
    ranks[order] = 1.0 / (1 + place)
    return ranks


def _section_affinity(scores: Floats, rows: Ints, columns: Ints, left: Ints, right: Ints) -> Floats:
    """Return how well the sections of a pair answer each other, the pair itself set aside."""
    wide = right.max() + 1
    at_right = rows * wide + right[columns]  # each passage with a section of the other side
    at_left = columns * (left.max() + 1) + left[rows]
    best_right = _best_of(scores, at_right, len(left) * wide)
    best_left = _best_of(scores, at_left, len(right) * (left.max() + 1))
    total = np.zeros((left.max() + 1, wide), dtype=np.float32)
    np.add.at(total, left, best_right.reshape(len(left), wide))
    np.add.at(total.T, right, best_left.reshape(len(right), -1))
    sizes = np.bincount(left)[left[rows]] + np.bincount(right)[right[columns]] - 2
    rest = total[left[rows], right[columns]] - best_right[at_right] - best_left[at_left]
    found = np.divide(rest, sizes, out=np.zeros_like(scores), where=sizes > 0)
    return np.asarray(found, dtype=np.float32)
