"""What two groups of passages speak of, both of them, whatever the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop.compare.features.concepts import known_concepts
from desktop.compare.features.runs import by_feature, distinct, ranges, starts

if TYPE_CHECKING:
    from desktop.compare.features.arrays import Floats, Ints
    from desktop.compare.features.passages import Passages
    from desktop.compare.links.pairs import Pairs

UNNAMED = 1e-6  # the squared length of what speaks of nothing that is known


def of_concepts(a: Passages, b: Passages, pairs: Pairs) -> dict[str, Floats]:
    """Return how much the passages of each of these pairs share of what they speak of.

    A concept tells more where few other pairs of passages share it.
    """
    lefts, rights = _of_passages(a), _of_passages(b)
    left, right, concept = _shared(lefts, rights)
    rarity = known_concepts().rarity[concept]
    rivals = np.bincount(concept)[concept]
    pair, kept = pairs.at(left * len(b) + right)
    total = np.bincount(pair, rarity[kept], minlength=len(pairs))
    alone = np.bincount(pair, (rarity / rivals)[kept], minlength=len(pairs))
    squares = _squares(lefts, len(a))[pairs.rows], _squares(rights, len(b))[pairs.columns]
    least = np.minimum(*squares)
    return {
        "concept_weight": np.log1p(total).astype(np.float32),
        "concept_alone": np.log1p(alone).astype(np.float32),
        "concept_contained": (total / least).astype(np.float32),
        "concept_clause": _best_clauses(a, b, pairs),
    }


def _of_passages(side: Passages) -> tuple[Ints, Ints]:
    """Return passages with what they speak of, each once."""
    many = len(known_concepts().rarity)
    passage = side.passage_of_clause[side.clause_of_concept]
    found = distinct(passage * many + side.concepts)
    return found // many, found % many


def _shared(left: tuple[Ints, Ints], right: tuple[Ints, Ints]) -> tuple[Ints, Ints, Ints]:
    """Return all pairs of owners that share a concept, and which."""
    counts = np.bincount(right[1], minlength=len(known_concepts().rarity))
    there = counts[left[1]]
    partners = by_feature(right[1])[ranges(starts(counts)[left[1]], there)]
    return np.repeat(left[0], there), right[0][partners], np.repeat(left[1], there)


def _squares(owned: tuple[Ints, Ints], many: int) -> Floats:
    sums = np.bincount(owned[0], known_concepts().rarity[owned[1]], minlength=many)
    return np.maximum(sums, UNNAMED).astype(np.float32)


def _best_clauses(a: Passages, b: Passages, pairs: Pairs) -> Floats:
    """Return for each pair of passages the cosine of the two clauses that share most."""
    sides = [(side.clause_of_concept, side.concepts) for side in (a, b)]
    left, right, concept = _shared(*sides)
    wide = len(b.clauses)
    cells, at = np.unique(left * wide + right, return_inverse=True)
    sums = np.bincount(at, known_concepts().rarity[concept], minlength=len(cells))
    lefts, rights = cells // max(wide, 1), cells % max(wide, 1)
    lengths = _squares(sides[0], len(a.clauses))[lefts] * _squares(sides[1], wide)[rights]
    pair, kept = pairs.at(a.passage_of_clause[lefts] * len(b) + b.passage_of_clause[rights])
    found = np.zeros(len(pairs), dtype=np.float32)
    np.maximum.at(found, pair, (sums / np.sqrt(lengths)).astype(np.float32)[kept])
    return found
