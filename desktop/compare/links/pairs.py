"""Pairs of passages that are worth a closer look, among all pairs of two groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from desktop.compare.features.arrays import Bools, Ints

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


def pairs_of(chosen: Bools) -> Pairs:
    """Return the pairs that are chosen: those of row i in the row i of `chosen`."""
    cells = np.flatnonzero(chosen)
    rows, columns = np.divmod(cells, max(1, chosen.shape[1]))
    numbers = np.full(chosen.size, NOT_CHOSEN, dtype=np.int32)
    numbers[cells] = np.arange(len(cells), dtype=np.int32)
    return Pairs(rows, columns, cells, numbers)
