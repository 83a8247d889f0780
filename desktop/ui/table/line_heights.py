"""LineHeights: lines of the aligned table as high as their texts, measured as they come in view."""

from __future__ import annotations

from itertools import chain
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.ui.look.viewport import viewport
from desktop.ui.tasks.turns import SLICE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QTableView

    from desktop.ui.table.delegate import CellDelegate
    from desktop.ui.table.model import AlignedModel


class LineHeights(QObject):
    """Heights are estimated at first; those in view are exact, the others become so when idle."""

    def __init__(self, table: QTableView, lines: AlignedModel, delegate: CellDelegate) -> None:
        super().__init__(table)
        self._table, self._lines, self._delegate = table, lines, delegate
        self._widths: list[int] = []  # of the columns
        self._exact: set[int] = set()
        self._rest = QTimer(self, interval=0, singleShot=True)
        self._rest.timeout.connect(self._measure_some)

    @property
    def is_done(self) -> bool:
        """Whether every line has its own height."""
        return len(self._exact) == self._lines.rowCount()

    def estimate(self, widths: Sequence[int] = ()) -> None:
        """Give every line about its height, and those in view their own.

        `widths` are those of the columns, if they are others than before.
        """
        self._exact.clear()
        self._widths = list(widths) or self._widths
        if not self._widths:
            return
        self._table.setUpdatesEnabled(False)
        for line in range(self._lines.rowCount()):
            height = self._delegate.estimated_height(line, self._widths)
            self._table.verticalHeader().resizeSection(line, height)
        self._table.setUpdatesEnabled(True)
        self.measure_seen()

    def measure_seen(self) -> None:
        """Give the lines in view their heights, from the first one on, which keeps its place."""
        first = self._table.rowAt(0)
        if first < 0 or not self._widths:
            return
        height, line = viewport(self._table).height(), first
        while line < self._lines.rowCount() and self._table.rowViewportPosition(line) < height:
            self._measure(line)
            line += 1
        self._rest.start()

    def _measure_some(self) -> None:
        """Measure what is out of view for a moment: first what is below, then what is above."""
        first, end = self._table.rowAt(0), perf_counter() + SLICE
        below: Iterable[int] = range(max(first, 0), self._lines.rowCount())
        for line in chain(below, range(first - 1, -1, -1)):
            if line not in self._exact:
                self._measure(line, keep=line < first)
                if perf_counter() > end:
                    self._rest.start()
                    return

    def _measure(self, line: int, *, keep: bool = False) -> None:
        """Give a line its height; with `keep` what is below it stays where it is in the view."""
        if line in self._exact:
            return
        self._exact.add(line)
        height, before = self._delegate.height(line, self._widths), self._table.rowHeight(line)
        if height == before:
            return
        self._table.verticalHeader().resizeSection(line, height)
        if keep:
            bar = self._table.verticalScrollBar()
            bar.setValue(bar.value() + height - before)
