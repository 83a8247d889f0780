"""Searcher: what is found in a comparison behind the window's back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.compare.findings import Findings
from desktop.ui.tasks.work import find_in

if TYPE_CHECKING:
    from desktop.compare.model import Comparison
    from desktop.ui.tasks.workshop import Workshop


class Searcher(QObject):
    """Searches a comparison for targets and terms once the window has taken it in."""

    found = Signal()

    def __init__(self, workshop: Workshop, parent: QObject) -> None:
        super().__init__(parent)
        self.findings = Findings()
        self._workshop = workshop
        self._comparison: Comparison | None = None
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._search)

    def search(self, now: Comparison) -> None:
        """Search `now`; what still holds of the findings is kept until then."""
        earlier, self._comparison = self._comparison, now
        same = earlier is not None and (earlier.left, earlier.right) == (now.left, now.right)
        self.findings = self.findings if same else Findings()
        self._workshop.cancel_behind()
        self._soon.start()

    def stop(self) -> None:
        """Begin no more searches."""
        self._soon.stop()

    def _search(self) -> None:
        if self._comparison is not None:  # its terms are those of the texts: links change none
            terms = self.findings.terms or None
            work = partial(find_in, self._workshop.engine, self._comparison, terms)
            self._workshop.start_behind(work, self._on_found)

    def _on_found(self, findings: Findings) -> None:
        self.findings = findings
        self.found.emit()
