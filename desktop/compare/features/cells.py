"""Cells of a matrix: numpy's own ways with two indices take two to ten times as long.

A matrix of two reports of 500,000 characters has 40 million: what is computed of each row goes
through it in blocks, lest each step make another one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from desktop.compare.features.arrays import Floats, Ints

Kind = TypeVar("Kind", bound=np.generic)

CELLS_AT_ONCE = 1 << 16  # 512 KB of indices, however long the reports are
BLOCK = 1 << 20  # cells: 4 MB of numbers


def blocks(rows: int, wide: int) -> Iterator[slice]:
    """Yield the rows of a matrix in turn, as many at once as have a million cells."""
    many = max(1, BLOCK // max(1, wide))
    return (slice(first, first + many) for first in range(0, rows, many))


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
