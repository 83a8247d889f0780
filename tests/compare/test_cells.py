"""Cells of a matrix: as numpy has them, bit for bit."""

from __future__ import annotations

import numpy as np
import pytest

from desktop.compare.features import cells
from desktop.compare.features.cells import block_at, blocks, cells_at, with_rows_added

SIZES = ((0, 0, 0), (1, 1, 3), (5, 7, 40), (30, 20, 900))  # rows, columns, and how many are asked


@pytest.fixture(params=SIZES)
def asked(request: pytest.FixtureRequest) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return a matrix, with some of its rows and as many of its columns."""
    high, wide, many = request.param
    chance = np.random.default_rng(many)
    matrix = chance.standard_normal((high, wide)).astype(np.float32)
    rows, columns = (chance.integers(0, max(1, size), many) for size in (high, wide))
    return matrix, rows, columns


def test_cells_are_those_of_two_indices(asked: tuple[np.ndarray, np.ndarray, np.ndarray]) -> None:
    matrix, rows, columns = asked
    for given, a, b in ((matrix, rows, columns), (matrix.T, columns, rows)):
        assert np.array_equal(cells_at(given, a, b), given[a, b])
        assert np.array_equal(block_at(given, a, b), given[np.ix_(a, b)])


@pytest.mark.parametrize("block", [1, 50, cells.BLOCK])
def test_blocks_have_every_row_once(
    asked: tuple[np.ndarray, np.ndarray, np.ndarray], block: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    matrix, _, _ = asked
    monkeypatch.setattr(cells, "BLOCK", block)
    rows = np.arange(len(matrix))
    assert [row for here in blocks(*matrix.shape) for row in rows[here]] == rows.tolist()
    assert all(matrix[here].size <= max(block, matrix.shape[1]) for here in blocks(*matrix.shape))


@pytest.mark.parametrize("at_once", [1, 50, cells.CELLS_AT_ONCE])
def test_rows_are_added_in_their_order(
    asked: tuple[np.ndarray, np.ndarray, np.ndarray],
    at_once: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    matrix, rows, _ = asked
    monkeypatch.setattr(cells, "CELLS_AT_ONCE", at_once)
    values = np.random.default_rng(1).standard_normal((len(rows), matrix.shape[1]))
    expected = matrix.copy()
    np.add.at(expected, rows, values.astype(np.float32))
    assert np.array_equal(with_rows_added(matrix, rows, values.astype(np.float32)), expected)
