"""Pairs of passages that are worth a closer look, among all pairs of two groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from desktop.compare.features.cells import blocks

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from desktop.compare.features.arrays import Bools, Floats, Ints

Kind = TypeVar("Kind", bound=np.generic)

NOT_CHOSEN = -1


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Chosen pairs, in the order of the rows, then of the columns.

    `cells` says where each stands in the matrix of all pairs, laid out in rows, and `numbers` which
    pair each cell of it is, or NOT_CHOSEN.
    """

    rows: Ints
    columns: Ints
    cells: Ints
    numbers: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.cells)

    def of(self, matrix: NDArray[Kind]) -> NDArray[Kind]:
        """Return the cell of each pair in a matrix of all pairs."""
        found: NDArray[Kind] = matrix.ravel().take(self.cells)
        return found

    def at(self, cells: Ints) -> tuple[Ints, Ints]:
        """Return the pairs that stand in these cells, and which of the cells they are."""
        found = self.numbers.take(cells)
        kept = np.flatnonzero(found != NOT_CHOSEN)
        return found.take(kept).astype(np.int64), kept


def best_of_each(scores: Floats, many: int) -> Bools:
    """Say which pairs are among the `many` best of their row or of their column, ties included."""
    chosen = best_of_rows(scores, many)
    for here in blocks(*scores.T.shape):
        chosen[:, here] |= best_of_rows(np.ascontiguousarray(scores[:, here].T), many).T
    return chosen


def best_of_rows(scores: Floats, many: int) -> Bools:
    """Say which pairs are among the `many` best of their row, ties included."""
    chosen = np.ones(scores.shape, dtype=np.bool_)
    if scores.shape[1] > many:
        for here in blocks(*scores.shape):
            least = np.partition(scores[here], -many, axis=1)[:, -many, None]
            np.greater_equal(scores[here], least, out=chosen[here])
    return chosen


def pairs_of(chosen: Bools) -> Pairs:
    """Return the pairs that are chosen: those of row i in the row i of `chosen`."""
    cells = np.flatnonzero(chosen)
    rows, columns = np.divmod(cells, max(1, chosen.shape[1]))
    numbers = np.full(chosen.size, NOT_CHOSEN, dtype=np.int32)
    numbers[cells] = np.arange(len(cells), dtype=np.int32)
    return Pairs(rows, columns, cells, numbers)
