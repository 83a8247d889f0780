"""What speaks for a pair of passages, in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from desktop.compare.features.cells import block_at, cells_at, with_rows_added
from desktop.compare.features.runs import by_feature, ranges, starts
from desktop.compare.links.shared_concepts import of_concepts
from desktop.compare.links.shared_features import (
    Shared,
    best_of_each,
    best_of_rows,
    common,
    dots,
    shared,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.compare.features.arrays import Floats, Ints
    from desktop.compare.features.passages import Passages

LOOKED_AT = 10  # partners of each passage, both ways: the true one is among them in 98 of 100
REPORTS_LOOKED_AT = 8  # on each promise; of the other sentences of a review most report on none

TELLING = 40.0  # rarity² of what stands in one sentence of 500: names, projects, set phrases
SMALL = np.float32(1e-6)  # a best score below this is none: vectors may point apart

# The mix that partners are ranked by, before anything is known of the competition.
MIX = {"words": 0.4, "clause": 0.4, "headings": 0.2, "sense": 0.15, "clause_sense": 0.15}

PRODUCTS = (
    ("words", "sense"),
    ("clause", "clause_sense"),
    ("sense", "sense"),
    ("clause_sense", "clause_sense"),
    ("sections", "rank"),
    ("sections", "sense"),
    ("sections", "clause"),
    ("concept_weight", "shorter"),
)


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


def gather(left: Group, right: Group, told: bool = False) -> Evidence:
    """Return the pairs worth a closer look, with all that speaks for each.

    `told` where the right may report on the left: then only the left asks for partners.
    """
    a, b = left.passages, right.passages
    both = common(a, b)
    sense = a.vectors @ b.vectors.T
    paths = block_at(likeness(left.paths, right.paths), left.section, right.section)
    scores = both.words + 0.5 * sense + 0.2 * paths
    rows, columns = np.nonzero(
        best_of_rows(scores, REPORTS_LOOKED_AT) if told else best_of_each(scores, LOOKED_AT)
    )
    features = shared(a, b, both, rows, columns)
    found = {
        "words": cells_at(both.words, rows, columns),
        **_of_names(a, b, features, rows, columns),
        **of_concepts(a, b, rows, columns),
        "sense": cells_at(sense, rows, columns),
        "headings": cells_at(paths, rows, columns),
        **_of_headings(left, right, rows, columns),
    }
    clauses, left_clause, right_clause = _of_clauses(a, b, features, rows, columns)
    found.update(clauses)
    mix = mixed(MIX, found)
    found.update(competition(mix, rows, columns))
    found["sections"] = _section_affinity(mix, rows, columns, left.section, right.section)
    found.update(products(PRODUCTS, found))
    return Evidence(rows, columns, left_clause, right_clause, found)


@lru_cache(maxsize=2)  # the paths are asked for by both contests and by the sections
def likeness(a: Passages, b: Passages) -> Floats:
    """Return the cosine of the rarity-weighted features of each pair of passages."""
    return common(a, b).words


def alone(a: Passages, b: Passages) -> Floats:
    """Return for each pair of passages how much they share that few others of the two sides do."""
    rows, columns = np.divmod(np.arange(len(a) * len(b)), max(len(b), 1))
    found = shared(a, b, common(a, b), rows, columns)
    sums = np.bincount(found.pair, found.weight / found.rivals, minlength=len(rows))
    return np.log1p(sums).reshape(len(a), len(b)).astype(np.float32)


def _of_names(
    a: Passages, b: Passages, shared: Shared, rows: Ints, columns: Ints
) -> dict[str, Floats]:
    """Return how much both share of what names something.

    A feature tells more where few other places of the two reports share it.
    """
    size = len(rows)
    told = shared.weight >= TELLING
    counts = np.bincount(shared.pair[told], minlength=size)
    alone = np.bincount(shared.pair, shared.weight / shared.rivals, minlength=size)
    total = np.bincount(shared.pair, shared.weight, minlength=size)
    lengths = a.norms[rows], b.norms[columns]
    return {
        "shorter": np.log(np.minimum(*lengths)),
        "longer": np.log(np.maximum(*lengths)),
        "telling": np.log1p(counts).astype(np.float32),
        "alone": np.log1p(alone).astype(np.float32),
        "weight": np.log1p(total).astype(np.float32),
        "contained": (total / np.minimum(*lengths) ** 2).astype(np.float32),
    }


def _of_headings(left: Group, right: Group, rows: Ints, columns: Ints) -> dict[str, Floats]:
    a, b = left.section[rows], right.section[columns]
    sense = left.paths.vectors @ right.paths.vectors.T
    down = left.paths.vectors @ right.passages.vectors.T
    up = left.passages.vectors @ right.paths.vectors.T
    return {
        "headings_sense": cells_at(sense, a, b),
        "heading_to_other": cells_at(down, a, columns) + cells_at(up, rows, b),
    }


def _of_clauses(
    a: Passages, b: Passages, shared: Shared, rows: Ints, columns: Ints
) -> tuple[dict[str, Floats], Ints, Ints]:
    """Compare the candidates clause by clause: one cell for each pair of clauses."""
    heights = np.diff(a.first_clause)[rows]
    widths = np.diff(b.first_clause)[columns]
    first = starts(heights * widths)
    pair = np.repeat(np.arange(len(rows)), heights * widths)
    lines = np.repeat(widths, heights)  # one for each clause of the left in each pair
    left = np.repeat(ranges(a.first_clause[rows], heights), lines)
    right = ranges(np.repeat(b.first_clause[columns], heights), lines)
    sums = _clause_sums(a, b, shared, widths, first)
    norms = a.clause_norms[left], b.clause_norms[right]
    words = (sums / (norms[0] * norms[1])).astype(np.float32)
    sense = dots(a.clause_vectors, b.clause_vectors, left, right)
    fewer = np.minimum(*norms) ** 2
    both = 0.5 * words + 0.5 * sense
    left_share = _shares(both, left, len(a.clauses))
    right_share = _shares(both, right, len(b.clauses))
    mutual = both * np.minimum(left_share, right_share)
    best = _best_cells(both, first, pair)
    answered = _best_of_rights(both, right, b.first_clause[columns], heights, widths)
    found = {
        "clause_share": (left_share + right_share)[best],
        "mutual": _most(mutual, first),
        "clause": _most(words, first),
        "clause_weight": np.log1p(_most(sums, first)),
        "clause_contained": _most(sums / fewer, first),
        "fewest": np.log(np.minimum(heights, widths)).astype(np.float32),
        "most": np.log(np.maximum(heights, widths)).astype(np.float32),
        "clause_sense": _most(sense, first),
        "cover": _mean(_most(both, starts(lines)), heights) + _mean(answered, widths),
    }
    return found, left[best], right[best]


def _clause_sums(a: Passages, b: Passages, shared: Shared, widths: Ints, first: Ints) -> Floats:
    left, right = shared.left_clause, shared.right_clause
    down = left - a.first_clause[a.passage_of_clause[left]]
    along = right - b.first_clause[b.passage_of_clause[right]]
    cells = first[shared.pair] + down * widths[shared.pair] + along
    return np.bincount(cells, shared.weight, minlength=first[-1]).astype(np.float32)


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
    return at_best[np.diff(pair[at_best], prepend=-1) > 0]


def _best_of_rights(cells: Floats, right: Ints, first: Ints, heights: Ints, widths: Ints) -> Floats:
    """Return for each clause of the right in each pair its best cell; `first` has each first one.

    To bring its cells beside each other, as those of a clause of the left are, takes longer.
    """
    begin = starts(widths)
    best = np.full(begin[-1], -np.inf, dtype=np.float32)
    np.maximum.at(best, right + np.repeat(begin[:-1] - first, heights * widths), cells)
    return best


def _mean(best: Floats, many: Ints) -> Floats:
    """Return for each pair the mean of what answers its clauses best: it has so many of them."""
    sums = np.bincount(np.repeat(np.arange(len(many)), many), best, minlength=len(many))
    return (sums / many).astype(np.float32)


def mixed(shares: Mapping[str, float], columns: Mapping[str, Floats]) -> Floats:
    """Return the weighted sum of some columns."""
    total = sum(np.float32(share) * columns[name] for name, share in shares.items())
    return np.asarray(total, dtype=np.float32)


def products(pairs: Iterable[tuple[str, str]], columns: Mapping[str, Floats]) -> dict[str, Floats]:
    """Return the products of columns that tell more together than each alone.

    A judge only adds up what it is given.
    """
    return {f"{one}*{other}": columns[one] * columns[other] for one, other in pairs}


def competition(scores: Floats, rows: Ints, columns: Ints) -> dict[str, Floats]:
    """Return how each pair stands against its rivals.

    What is counted from both sides is added, so that swapping the sides changes nothing; what
    stands beside a pair does not count, so that moving a section changes nothing either. The
    pairs come in the order of the rows, then of the columns, which decides between equals.
    """
    return {
        "mix": scores,
        "rank": ranks(scores, rows, columns),
        "share": _shares(scores, rows, rows.max(initial=0) + 1)
        + _shares(scores, columns, columns.max(initial=0) + 1),
    }


def ranks(scores: Floats, rows: Ints, columns: Ints) -> Floats:
    """Return 1 for the best of each row's pairs, 1/2 for the second and so on; so of columns."""
    order = np.argsort(-scores, kind="stable")
    return _rank(order, rows) + _rank(order, columns)


def _shares(scores: Floats, ends: Ints, many: int) -> Floats:
    """Return each score as a part of the best one of its end, 0 to 1; of `many` ends."""
    best = _best_of(scores, ends, many)[ends]
    found = np.divide(scores, best, out=np.zeros_like(scores), where=best > SMALL)
    return np.maximum(found, 0)  # what points apart has none


def _rank(order: Ints, ends: Ints) -> Floats:
    order = order[by_feature(ends[order])]
    first = np.flatnonzero(np.diff(ends[order], prepend=-1))
    place = np.arange(len(order)) - np.repeat(first, np.diff(first, append=len(order)))
    ranks = np.empty(len(order), dtype=np.float32)
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
    total = with_rows_added(total, left, best_right.reshape(len(left), wide))
    total = with_rows_added(total.T, right, best_left.reshape(len(right), -1)).T
    sizes = np.bincount(left)[left[rows]] + np.bincount(right)[right[columns]] - 2
    rest = total[left[rows], right[columns]] - best_right[at_right] - best_left[at_left]
    found = np.divide(rest, sizes, out=np.zeros_like(scores), where=sizes > 0)
    return np.asarray(found, dtype=np.float32)
