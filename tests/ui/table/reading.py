"""What stands in the aligned table, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from desktop.compare.model import Relation
from desktop.ui.table.model import RIGHT

if TYPE_CHECKING:
    from desktop.ui.table.view import AlignedTable

EVERY = frozenset(Relation)
LEFT_BUTTON = Qt.MouseButton.LeftButton


def words(table: AlignedTable) -> list[list[str]]:
    model = table.lines
    return [
        [str(model.index(line, column).data() or "") for column in range(model.columnCount())]
        for line in range(model.rowCount())
    ]


def line_with(table: AlignedTable, text: str, column: int = RIGHT) -> int:
    return next(i for i, cells in enumerate(words(table)) if text in cells[column])


def place_of(table: AlignedTable, line: int) -> QPoint:
    return QPoint(30, table.rowViewportPosition(line) + 8)
