"""Shelf: the pairs and reports that the library lists, and putting them away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.store import Act, RecentPair, putting_away

if TYPE_CHECKING:
    from desktop.store import Belongings, Library, RecentReport, Step
    from desktop.ui.desk.repairs import Repairs

MOST_PAIRS = 1000
REMOVALS = Act.REMOVE_PAIR, Act.REMOVE_REPORT


class Shelf(QObject):
    """What is put away is one step, which `repairs` undoes; the open pair stays open."""

    changed = Signal()  # here or by another window: lists are to be read anew

    def __init__(self, library: Library, repairs: Repairs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library, self._repairs = library, repairs
        repairs.listed.connect(self.changed)

    @property
    def pairs(self) -> tuple[RecentPair, ...]:
        """The pairs that were compared, newest first.

        Those that are not recent any more are among them as long as anything hangs on them.
        """
        recent = {*self._library.recent_pairs(MOST_PAIRS)}
        known = self._library.recent_pairs(MOST_PAIRS, all_of_them=True)
        return tuple(pair for pair in known if pair in recent or any(self.belongings(pair)))

    @property
    def reports(self) -> tuple[RecentReport, ...]:
        """All reports, the last kept first."""
        return self._library.all_reports()

    def belongings(self, one: RecentPair | RecentReport) -> Belongings:
        """Return what would go with a pair or a report."""
        return putting_away.belongings(self._library, *_names(one))

    def is_open(self, one: RecentPair | RecentReport) -> bool:
        """Tell whether the open pair is, or has, what is asked for."""
        return {*_names(one)} <= self._repairs.names

    @property
    def removal(self) -> Step | None:
        """The step by which the open pair was removed, also in another window, if it is."""
        pair = self._repairs.pair
        if pair is None or not putting_away.is_put_away(self._library, *self._repairs.names):
            return None
        step = self._repairs.undoable
        return step if step is not None and step.act in REMOVALS else None

    def forget(self, pair: RecentPair) -> None:
        """Take a pair out of the recent ones."""
        putting_away.forget_pair(self._library, *_names(pair))
        self._tell(pair)

    def remove(self, one: RecentPair | RecentReport) -> Belongings:
        """Put a pair or a report away with all that hangs on it, and return what that was."""
        names = _names(one)
        if len(names) == 1:
            gone = putting_away.remove_report(self._library, *names)
        else:
            gone = putting_away.remove_pair(self._library, *names)
        self._tell(one)
        return gone

    def _tell(self, one: RecentPair | RecentReport) -> None:
        self._repairs.reach |= {*_names(one)}
        self._repairs.listed.emit()
        self._repairs.follow()


def _names(one: RecentPair | RecentReport) -> tuple[str, ...]:
    """Return the names of the reports that are meant."""
    return (one.left.sha256, one.right.sha256) if isinstance(one, RecentPair) else (one.sha256,)
