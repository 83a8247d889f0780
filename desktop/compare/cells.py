"""Cells of a matrix: numpy's own ways to ask for them take two and ten times as long."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from desktop.compare.vocabulary import Ints

Kind = TypeVar("Kind", bound="np.generic")


def cells_at(matrix: NDArray[Kind], rows: Ints, columns: Ints) -> NDArray[Kind]:
    """Return the cell of each row with its column: `matrix[rows, columns]`."""
    found: NDArray[Kind] = matrix.ravel()[rows * matrix.shape[1] + columns]
    return found


def block_at(matrix: NDArray[Kind], rows: Ints, columns: Ints) -> NDArray[Kind]:
    """Return these rows and columns: `matrix[np.ix_(rows, columns)]`."""
    return matrix.take(columns, axis=1).take(rows, axis=0)
