"""Searcher: what is found in a comparison behind the window's back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.ui.work import Findings, find_in

if TYPE_CHECKING:
    from desktop.compare.model import Comparison
    from desktop.ui.workshop import Workshop

REST = 120
"""Milliseconds that the window has to draw a comparison before more is searched for in it.

Two threads of Python take turns: whatever is searched for meanwhile makes the window wait.
"""


class Searcher(QObject):
    """Searches a comparison for targets and terms as soon as the window rests."""

    found = Signal()

    def __init__(self, workshop: Workshop, parent: QObject) -> None:
        super().__init__(parent)
        self.findings = Findings()
        self._workshop = workshop
        self._comparison: Comparison | None = None
        self._rest = QTimer(self, interval=REST, singleShot=True)
        self._rest.timeout.connect(self._search)

    def search(self, now: Comparison) -> None:
        """Search `now` in a while; what still holds of the findings is kept until then."""
        earlier, self._comparison = self._comparison, now
        same = earlier is not None and (earlier.left, earlier.right) == (now.left, now.right)
        self.findings = self.findings if same else Findings()
        self._workshop.cancel_behind()
        self._rest.start()

    def stop(self) -> None:
        """Begin no more searches."""
        self._rest.stop()

    def _search(self) -> None:
        if self._comparison is not None:  # its terms are those of the texts: links change none
            work = partial(find_in, self._comparison, self.findings.terms or None)
            self._workshop.start_behind(work, self._on_found)

    def _on_found(self, findings: Findings) -> None:
        self.findings = findings
        self.found.emit()
