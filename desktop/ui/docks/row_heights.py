"""RowHeights: rows as high as their contents, measured a few at a time."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from desktop.ui.tasks.turns import SLICE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView


class RowHeights(QObject):
    """Measures the rows of one table from its first to its last, whenever it is asked to.

    All at once, three hundred rows hold the window for a tenth of a second. A table that is not
    seen measures nothing: it would take the time from what is.
    """

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self._next = 0
        self._timer = QTimer(self, interval=0, singleShot=True)
        self._timer.timeout.connect(self._measure_some)
        table.installEventFilter(self)

    @property
    def is_done(self) -> bool:
        """Whether every row has its own height."""
        return self._next >= self._table.model().rowCount()

    def measure(self) -> None:
        """Begin anew: the contents or the widths of the columns are others."""
        self._next = 0
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on when the table comes into view."""
        if event.type() is QEvent.Type.Paint and not self.is_done:
            self._timer.start()
        return super().eventFilter(watched, event)

    def _measure_some(self) -> None:
        if self._table.visibleRegion().isEmpty():
            return  # behind other docks it is visible all the same
        end = perf_counter() + SLICE
        while self._next < self._table.model().rowCount():
            self._table.resizeRowToContents(self._next)
            self._next += 1
            if perf_counter() > end:
                self._timer.start()
                return
