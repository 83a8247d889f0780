"""Searcher: what is found in a comparison behind the window's back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from desktop.ui.work import Findings, find_in

if TYPE_CHECKING:
    from desktop.compare.model import Comparison
    from desktop.ui.workshop import Workshop

REST = 120
"""Milliseconds that the window has to draw a comparison before more is searched for in it.

Two threads of Python take turns: whatever is searched for meanwhile makes the window wait.
"""

LATE = 20
"""Milliseconds by which the end of the rest is late where the window is still at it."""

MOST_RESTS = 20
"""A window that never rests is not to keep its targets and terms to itself."""


class Searcher(QObject):
    """Searches a comparison for targets and terms as soon as the window rests."""

    found = Signal()

    def __init__(self, workshop: Workshop, parent: QObject) -> None:
        super().__init__(parent)
        self.findings = Findings()
        self._workshop = workshop
        self._comparison: Comparison | None = None
        self._rest = QTimer(self, interval=REST, singleShot=True)
        self._rest.timeout.connect(self._on_rested)
        self._since = QElapsedTimer()
        self._rests = 0

    def search(self, now: Comparison) -> None:
        """Search `now` in a while; what still holds of the findings is kept until then."""
        earlier, self._comparison = self._comparison, now
        same = earlier is not None and (earlier.left, earlier.right) == (now.left, now.right)
        self.findings = self.findings if same else Findings()
        self._workshop.cancel_behind()
        self._rests = 0
        self._begin_rest()

    def stop(self) -> None:
        """Begin no more searches."""
        self._rest.stop()

    def _begin_rest(self) -> None:
        self._rests += 1
        self._since.start()
        self._rest.start()

    def _on_rested(self) -> None:
        """Search, unless the timer is late: the window was drawing when it ran out."""
        if self._since.elapsed() > REST + LATE and self._rests < MOST_RESTS:
            self._begin_rest()
        else:
            self._search()

    def _search(self) -> None:
        if self._comparison is not None:  # its terms are those of the texts: links change none
            work = partial(find_in, self._comparison, self.findings.terms or None)
            self._workshop.start_behind(work, self._on_found)

    def _on_found(self, findings: Findings) -> None:
        self.findings = findings
        self.found.emit()
