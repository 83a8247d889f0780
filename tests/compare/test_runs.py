from __future__ import annotations

import numpy as np
import pytest

from desktop.compare.features.runs import MOST_RANKS, by_feature


@pytest.mark.parametrize(
    ("many", "highest"),
    [(0, 9), (500, 9), (500, 50 * MOST_RANKS), (3 * MOST_RANKS, 2 * MOST_RANKS)],
    ids=["none", "small", "large", "more than have ranks of 16 bits"],
)
def test_features_are_ordered_and_equal_ones_stay_in_theirs(many: int, highest: int) -> None:
    features = np.random.default_rng(3).integers(0, highest, many)
    assert (by_feature(features) == np.argsort(features, kind="stable")).all()
