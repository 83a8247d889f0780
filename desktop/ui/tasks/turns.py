"""Turns: work of the GUI thread that is done a little at a time, what the reader sees first."""

from __future__ import annotations

from enum import IntEnum
from time import perf_counter
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SLICE = 0.008
"""Seconds of work between two looks at what the user does: half a frame."""

FIRST_SLICE = 0.04
"""Seconds for which a window that takes something in waits with painting it. Two reports of 25,000
characters are there by then, and need not be painted one by one."""

FIRST_MOMENT = 0.3
"""Seconds in which nobody can do anything with a window that has come up. What it takes in then
may take as long."""

PAINTED_AFTER = 10
"""Milliseconds after which what has been done is painted: Qt begins with that after five."""

BATCH = 64
"""Things that are gathered in one turn."""

END = object()
Thing = TypeVar("Thing")


class Rank(IntEnum):
    """Whose turn comes first."""

    TEXT = 0  # what both panes show
    LISTS = 1  # docks that are in sight
    REST = 2  # what is out of view


class Turns(QObject):
    """Work in pieces, between which the window answers and paints.

    The pieces are the steps of an iterator; each takes a few milliseconds at most. Work of a lower
    rank waits until that of a higher one is done and painted, and that of one rank for what came
    before it. What belongs to an object that is gone is left undone.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work: dict[QObject, tuple[Rank, Iterator[object]]] = {}  # by whose it is
        self._is_over = False
        self._first_end = 0.0  # of the first moment of the window
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._take)

    @property
    def is_done(self) -> bool:
        """Whether no work is left."""
        return not self._work

    def has(self, owner: QObject) -> bool:
        """Whether an owner has work under way, or still to be begun."""
        return owner in self._work

    def begin(self, owner: QObject, work: Iterator[object], rank: Rank) -> None:
        """Do `work` from the next turn on, in place of what the same owner has under way."""
        self._work.pop(owner, None)
        if not self._is_over:
            self._work[owner] = rank, work
            self._timer.start(0)

    def come_up(self) -> None:
        """Know that the window comes up now: nobody will be doing anything with it for a moment."""
        self._first_end = perf_counter() + FIRST_MOMENT

    def take_first(self, began: float) -> None:
        """Do now what the window would else paint half done and then again.

        `began` is when it began to take in what is shown, by `perf_counter`.
        """
        end = max(began + FIRST_SLICE, self._first_end)
        self._take(max(end - perf_counter(), SLICE))

    def drop(self, owner: QObject) -> None:
        """Leave undone what an owner has under way."""
        self._work.pop(owner, None)

    def stop(self) -> None:
        """Leave all work undone, that which is still to be begun too.

        Work holds its widgets, and they hold whom it is done for: such a circle would be broken up
        on any thread.
        """
        self._is_over = True
        self._timer.stop()
        self._work.clear()

    def _take(self, seconds: float = SLICE) -> None:
        end = perf_counter() + seconds
        rank = min((rank for rank, _ in self._work.values()), default=Rank.REST)
        try:
            while perf_counter() < end and (owner := self._next(rank)) is not None:
                now = self._work[owner]
                is_over = not isValid(owner) or next(now[1], END) is END
                if is_over and self._work.get(owner) is now:
                    del self._work[owner]
        finally:
            if self._work:
                self._timer.start(PAINTED_AFTER if self._next(rank) is None else 0)

    def _next(self, rank: Rank) -> QObject | None:
        """Return whose work of a rank is next, None where what is left is to wait."""
        return next((owner for owner, (its, _) in self._work.items() if its is rank), None)


def at_once(work: Iterable[object]) -> None:
    """Do now what can be done by turns."""
    for _ in work:
        pass


def gathered(things: Iterable[Thing], into: list[Thing]) -> Iterator[bool]:
    """Put things into a list by turns.

    >>> found = []
    >>> len(list(gathered(range(200), found))), len(found)
    (3, 200)
    """
    for number, thing in enumerate(things, start=1):
        into.append(thing)
        if number % BATCH == 0:
            yield True
