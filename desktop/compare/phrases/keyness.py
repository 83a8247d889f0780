"""How much the use of a term differs between two texts, and how rare the term is anywhere."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from desktop.compare.features.key_table import NOT_FOUND
from desktop.compare.features.keyed_text import code_points
from desktop.compare.features.vocabulary import pair_keys, vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

# The one-sided five-per-cent point of χ² with one degree of freedom: above it more is more.
SIGNIFICANT = 2.71


def keyness(left: int, right: int, left_size: int, right_size: int) -> float:
    """Return the log-likelihood ratio of a term's uses in texts of these sizes.

    It is 0.0 where both use it alike for their length, and larger the less chance explains the
    difference (Dunning 1993; for two corpora Rayson and Garside 2000).

    >>> keyness(4, 4, 100, 100), round(keyness(0, 5, 100, 100), 2)
    (0.0, 6.93)
    """
    share = (left + right) / (left_size + right_size)
    parts = ((left, left_size), (right, right_size))
    return 2 * sum(uses * math.log(uses / (size * share)) for uses, size in parts if uses)


def rarities(terms: Sequence[str]) -> tuple[float, ...]:
    """Return how rare each folded term is in such reports: ln(sentences / sentences with it).

    A term is at least as rare as the rarest pair of characters in it.
    """
    known = vocabulary()
    codes = code_points("\n".join(terms))
    keys, where = pair_keys(codes)
    numbers = known.pair_table.find(keys)
    numbers[numbers == NOT_FOUND] = known.unseen
    found = np.zeros(len(terms))
    term_of = np.cumsum(codes == ord("\n"))
    np.maximum.at(found, term_of[where], np.sqrt(known.rarity[numbers]))
    found[found == 0] = np.sqrt(known.rarity[known.unseen])  # 6G has no pair of characters
    return tuple(found.tolist())
