"""Cells of a matrix: numpy's own ways with two indices take two to ten times as long."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from desktop.compare.features.arrays import Floats, Ints

Kind = TypeVar("Kind", bound=np.generic)

CELLS_AT_ONCE = 1 << 16  # 512 KB of indices, however long the reports are


def cells_at(matrix: NDArray[Kind], rows: Ints, columns: Ints) -> NDArray[Kind]:
    """Return the cell of each row with its column: `matrix[rows, columns]`."""
    found: NDArray[Kind] = matrix.ravel().take(rows * matrix.shape[1] + columns)
    return found


def block_at(matrix: NDArray[Kind], rows: Ints, columns: Ints) -> NDArray[Kind]:
    """Return these rows and columns: `matrix[np.ix_(rows, columns)]`."""
    return matrix.take(columns, axis=1).take(rows, axis=0)


def with_rows_added(matrix: Floats, rows: Ints, values: Floats) -> Floats:
    """Return the matrix with each row of values added to one of its: `np.add.at`, in that order."""
    found = matrix.flatten()
    wide = matrix.shape[1]
    many = max(1, CELLS_AT_ONCE // max(1, wide))
    for first in range(0, len(rows), many):
        here = slice(first, first + many)
        cells = rows[here, None] * wide + np.arange(wide)
        np.add.at(found, cells.ravel(), values[here].ravel())
    return found.reshape(matrix.shape)
