"""SetAsideModel: the pieces of a file that are not shown, and those that were put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from desktop.ui.labels import label
from desktop.ui.look.tips import plain_tip
from desktop.ui.models.index import ACROSS, ROOT, SHOWN, Index

if TYPE_CHECKING:
    from desktop.report.model import SetAside

REASON, STATE, TEXT = range(3)
LONGEST = 300  # characters of a piece in its line; the tool tip has more
LONGEST_TIP = 2_000


class SetAsideModel(QAbstractTableModel):
    """Read-only; `set_pieces` replaces them all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._aside: tuple[SetAside, ...] = ()
        self._pieces: tuple[SetAside, ...] = ()

    def set_pieces(self, aside: tuple[SetAside, ...], back: tuple[SetAside, ...]) -> None:
        """Show what is set aside, and behind it what was put back."""
        self.beginResetModel()
        self._aside, self._pieces = aside, (*aside, *back)
        self.endResetModel()

    def piece(self, row: int) -> SetAside:
        """Return the piece of a row."""
        return self._pieces[row]

    def is_back(self, row: int) -> bool:
        """Whether the piece of a row was put back."""
        return row >= len(self._aside)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of pieces."""
        return 0 if parent.isValid() else len(self._pieces)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return three: reason, state, text."""
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = SHOWN) -> object:
        """Return the name of a column."""
        if orientation is not ACROSS or role != SHOWN:
            return None
        return (self.tr("Reason"), self.tr("State"), self.tr("Text"))[section]

    def data(self, index: Index, role: int = SHOWN) -> object:
        """Return what a cell says; the tool tip is the piece itself."""
        if not index.isValid():
            return None
        piece = self._pieces[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(piece.text[:LONGEST_TIP])
        if role not in (SHOWN, Qt.ItemDataRole.AccessibleTextRole):
            return None
        match index.column():
            case 0:
                return label(piece.reason)
            case 1:
                back = self.is_back(index.row())
                return self.tr("put back") if back else self.tr("set aside")
        return " ".join(piece.text.split())[:LONGEST]
