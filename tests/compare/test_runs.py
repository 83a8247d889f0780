from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.compare.features.runs import MOST_RANKS, by_feature, starts, sums_of_runs


@pytest.mark.parametrize(
    ("many", "highest"),
    [(0, 9), (500, 9), (500, 50 * MOST_RANKS), (3 * MOST_RANKS, 2 * MOST_RANKS)],
    ids=["none", "small", "large", "more than have ranks of 16 bits"],
)
def test_features_are_ordered_and_equal_ones_stay_in_theirs(many: int, highest: int) -> None:
    features = np.random.default_rng(3).integers(0, highest, many)
    assert (by_feature(features) == np.argsort(features, kind="stable")).all()


@given(st.lists(st.integers(1, 9), max_size=12))
def test_each_run_of_rows_is_summed_up(counts: list[int]) -> None:
    first = starts(counts)
    rows = np.random.default_rng(3).integers(0, 255, (first[-1], 4)).astype(np.uint8)
    found = sums_of_runs(first, lambda at: rows.take(at, axis=0), np.uint16)
    parts = np.split(rows, first[1:-1]) if counts else []
    assert found.tolist() == [part.sum(axis=0).tolist() for part in parts]
