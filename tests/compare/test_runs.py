from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.compare.features.runs import (
    MOST_RANKS,
    best_first,
    by_feature,
    run_starts,
    sizes_of,
    starts,
    sums_of_runs,
)


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


@given(st.lists(st.floats(width=32, allow_nan=False), max_size=30))
def test_scores_are_ordered_and_equal_ones_stay_in_theirs(scores: list[float]) -> None:
    given_scores = np.array([*scores, *scores[::-2], 0.0, -0.0, 0.0], dtype=np.float32)
    assert (best_first(given_scores) == np.argsort(-given_scores, kind="stable")).all()


@given(st.lists(st.integers(1, 9), max_size=12))
def test_runs_of_equal_numbers_begin_where_starts_says(counts: list[int]) -> None:
    first = starts(counts)
    numbers = np.repeat(np.arange(len(counts)), counts)
    assert run_starts(numbers).tolist() == first[:-1].tolist()
    assert sizes_of(first).tolist() == counts
