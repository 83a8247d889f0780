"""What speaks for a pair of passages, in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from desktop.compare.features.cells import block_at, blocks, cells_at
from desktop.compare.links.pairs import Pairs, best_of_each, best_of_rows, pairs_of
from desktop.compare.links.rivals import competition, section_affinity
from desktop.compare.links.shared_clauses import of_clauses
from desktop.compare.links.shared_concepts import of_concepts
from desktop.compare.links.shared_features import Shared, common, cosines, shared

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.compare.features.arrays import Floats, Ints
    from desktop.compare.features.passages import Passages

LOOKED_AT = 10  # partners of each passage, both ways: the true one is among them in 98 of 100
REPORTS_LOOKED_AT = 8  # on each promise; of the other sentences of a review most report on none

TELLING = 40.0  # rarity² of what stands in one sentence of 500: names, projects, set phrases

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
    pairs, words, sense, features = _looked_at(left, right, told)
    found = {
        "words": words,
        **_of_names(a, b, features, pairs),
        **of_concepts(a, b, pairs),
        "sense": sense,
        **_of_headings(left, right, pairs),
    }
    clauses, left_clause, right_clause = of_clauses(a, b, features, pairs)
    found.update(clauses)
    mix = mixed(MIX, found)
    found.update(competition(mix, pairs.rows, pairs.columns))
    found["sections"] = section_affinity(mix, pairs, left.section, right.section)
    found.update(products(PRODUCTS, found))
    return Evidence(pairs.rows, pairs.columns, left_clause, right_clause, found)


def _looked_at(left: Group, right: Group, told: bool) -> tuple[Pairs, Floats, Floats, Shared]:
    """Return the pairs, how near their words and their senses are, and what they share.

    The matrices of all pairs, 150 MB each for two reports of 500,000 characters, end with it.
    """
    a, b = left.passages, right.passages
    both = common(a, b)
    words = cosines(a, b, both)
    sense = a.vectors @ b.vectors.T
    paths = likeness(left.paths, right.paths)
    scores = np.empty_like(words)
    for here in blocks(*words.shape):
        beside = block_at(paths, left.section[here], right.section)
        scores[here] = words[here] + 0.5 * sense[here] + 0.2 * beside
    pairs = pairs_of(
        best_of_rows(scores, REPORTS_LOOKED_AT) if told else best_of_each(scores, LOOKED_AT)
    )
    return pairs, pairs.of(words), pairs.of(sense), shared(a, b, both, pairs)


@lru_cache(maxsize=2)  # the paths are asked for by both contests and by the sections
def likeness(a: Passages, b: Passages) -> Floats:
    """Return the cosine of the rarity-weighted features of each pair of passages."""
    return cosines(a, b, common(a, b))


def alone(a: Passages, b: Passages) -> Floats:
    """Return for each pair of passages how much they share that few others of the two sides do."""
    found = common(a, b)
    rivals = np.maximum(found.rivals, 1)  # what has none is not shared
    return np.log1p(found.sums(np.divide(found.weights, rivals, dtype=np.float32)))


def _of_names(a: Passages, b: Passages, shared: Shared, pairs: Pairs) -> dict[str, Floats]:
    """Return how much both share of what names something.

    A feature tells more where few other places of the two reports share it.
    """
    size = len(pairs)
    told = shared.weight >= TELLING
    counts = np.bincount(shared.pair[told], minlength=size)
    alone = np.bincount(shared.pair, shared.weight / shared.rivals, minlength=size)
    total = np.bincount(shared.pair, shared.weight, minlength=size)
    lengths = a.norms.take(pairs.rows), b.norms.take(pairs.columns)
    return {
        "shorter": np.log(np.minimum(*lengths)),
        "longer": np.log(np.maximum(*lengths)),
        "telling": np.log1p(counts).astype(np.float32),
        "alone": np.log1p(alone).astype(np.float32),
        "weight": np.log1p(total).astype(np.float32),
        "contained": (total / np.minimum(*lengths) ** 2).astype(np.float32),
    }


def _of_headings(left: Group, right: Group, pairs: Pairs) -> dict[str, Floats]:
    a, b = left.section.take(pairs.rows), right.section.take(pairs.columns)
    sense = left.paths.vectors @ right.paths.vectors.T
    down = left.paths.vectors @ right.passages.vectors.T
    up = left.passages.vectors @ right.paths.vectors.T
    return {
        "headings": cells_at(likeness(left.paths, right.paths), a, b),
        "headings_sense": cells_at(sense, a, b),
        "heading_to_other": cells_at(down, a, pairs.columns) + cells_at(up, pairs.rows, b),
    }


def mixed(shares: Mapping[str, float], columns: Mapping[str, Floats]) -> Floats:
    """Return the weighted sum of some columns."""
    total = sum(np.float32(share) * columns[name] for name, share in shares.items())
    return np.asarray(total, dtype=np.float32)


def products(pairs: Iterable[tuple[str, str]], columns: Mapping[str, Floats]) -> dict[str, Floats]:
    """Return the products of columns that tell more together than each alone.

    A judge only adds up what it is given.
    """
    return {f"{one}*{other}": columns[one] * columns[other] for one, other in pairs}
