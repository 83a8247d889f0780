"""CommitmentModel and its filter: the list of what was promised and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from desktop.text.normalize import fold_text
from desktop.ui.labels import label

if TYPE_CHECKING:
    from desktop.compare.model import Relation
    from desktop.ui.models.entries import Entry

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
SHOWN = Qt.ItemDataRole.DisplayRole
ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1


class CommitmentModel(QAbstractListModel):
    """Read-only; `set_entries` replaces them all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()
        self._positions: dict[int, int] = {}

    def set_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show another list."""
        self.beginResetModel()
        self._entries = entries
        self._positions = {entry.row: at for at, entry in enumerate(entries)}
        self.endResetModel()

    def position(self, row: int | None) -> int | None:
        """Return where in the list the row of the table stands."""
        return None if row is None else self._positions.get(row)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of entries."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = SHOWN) -> object:
        """Return the text, the entry, or the sentence for a screen reader."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.text
            case Qt.ItemDataRole.ToolTipRole:
                return entry.full
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._sentence(entry)
        return entry if role == ENTRY_ROLE else None

    def _sentence(self, entry: Entry) -> str:
        kinds = (label(entry.relation), *(label(kind) for kind in entry.changes))
        return self.tr("{kinds}: {text} ({section})").format(
            kinds=self.tr(", ").join(kinds), text=entry.text, section=" › ".join(entry.path)
        )


class CommitmentFilter(QSortFilterProxyModel):
    """Lets through what has one of the relations and holds the text, width folded."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._relations: frozenset[Relation] = frozenset()
        self._wanted = ""

    def set_relations(self, relations: frozenset[Relation]) -> None:
        """Show these relations only."""
        self.beginFilterChange()
        self._relations = relations
        self.endFilterChange()

    def set_text(self, text: str) -> None:
        """Show only what holds `text`."""
        self.beginFilterChange()
        self._wanted = fold_text(text).strip()
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        """Tell whether an entry passes."""
        entry: Entry = self.sourceModel().index(row, 0, parent).data(ENTRY_ROLE)
        if entry.relation not in self._relations:
            return False
        searched = (entry.full, entry.text, *entry.path)
        return not self._wanted or any(self._wanted in fold_text(text) for text in searched)
