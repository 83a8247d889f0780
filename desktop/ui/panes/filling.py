"""Filling: both leaves are given what is to be shown, by turns or as soon as it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.compare.model import Side
from desktop.ui.tasks.turns import at_once

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from desktop.ui.panes.leaf import Leaf


class Filling:
    """Knows which leaves show the session's comparison, and what is left of filling the others.

    `between` is done when the first is filled by turns, `then` as soon as both are.
    """

    def __init__(
        self,
        leaves: Mapping[Side, Leaf],
        between: Callable[[], Iterator[bool]],
        then: Callable[[], None],
    ) -> None:
        self._leaves, self._between, self._then = leaves, between, then
        self._stale: list[Side] = []
        self._coming: dict[Side, Iterator[bool]] = {}  # what is left of filling them

    @property
    def is_over(self) -> bool:
        """Whether both leaves show the comparison."""
        return not self._stale

    def has(self, side: Side) -> bool:
        """Whether the leaf of a side shows the comparison."""
        return side not in self._stale

    @property
    def filled(self) -> list[Leaf]:
        """The leaves that show it."""
        return [leaf for side, leaf in self._leaves.items() if self.has(side)]

    def begin(self) -> Iterator[bool]:
        """Take both leaves for out of date, and return the turns that fill them."""
        self._coming.clear()
        self._stale = list(Side)
        return self._turns()

    def fill(self, side: Side) -> None:
        """Fill one leaf now, unless it is."""
        if self.has(side):
            return
        leaf = self._leaves[side]
        at_once(self._coming.pop(side, leaf.showing()))
        self._stale.remove(side)
        leaf.show_rest()
        if self.is_over:
            self._then()

    def fill_all(self) -> None:
        """Fill both leaves now."""
        for side in Side:
            self.fill(side)

    def _turns(self) -> Iterator[bool]:
        while self._stale:
            side = self._stale[0]
            if not next(self._coming.setdefault(side, self._leaves[side].showing()), False):
                self.fill(side)
                if self._stale:
                    yield from self._between()
            yield True
