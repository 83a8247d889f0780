"""CommitmentModel and its filter: what was promised and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QObject,
    QSortFilterProxyModel,
    Qt,
)

from desktop.compare.model import Relation, Standing
from desktop.ui.labels import READING_ORDER, label
from desktop.ui.look.tips import plain_tip
from desktop.ui.models.index import ACROSS, ROOT, SHOWN, Index

if TYPE_CHECKING:
    from desktop.ui.models.entries import Entry

ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
TEXT, RELATION, CHANGES, KIND, PART, SECTION, TAGS, STANDING = range(8)


class CommitmentModel(QAbstractTableModel):
    """Read-only; `set_entries` replaces them all. A list shows its first column alone."""

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

    def change_entries(self, entries: tuple[Entry, ...]) -> bool:
        """Show what the same rows say now; whether they are the same, else nothing is done."""
        before = self._entries
        if not before or [entry.row for entry in before] != [entry.row for entry in entries]:
            return False
        self._entries = entries
        for at, (earlier, now) in enumerate(zip(before, entries, strict=True)):
            if now != earlier:
                self.dataChanged.emit(self.index(at, 0), self.index(at, STANDING))
        return True

    def entry(self, at: int) -> Entry:
        """Return one entry of the list."""
        return self._entries[at]

    def position(self, row: int | None) -> int | None:
        """Return where in the list the row of the table stands."""
        return None if row is None else self._positions.get(row)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of entries."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else STANDING + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = SHOWN) -> object:
        """Return the name of a column."""
        if orientation is not ACROSS or role != SHOWN:
            return None
        return (
            self.tr("Commitment"),
            self.tr("Relation"),
            self.tr("Change"),
            self.tr("Kind"),
            self.tr("Part"),
            self.tr("Section"),
            self.tr("Tags"),
            self.tr("Standing"),
        )[section]

    def data(self, index: Index, role: int = SHOWN) -> object:
        """Return what a cell says, the entry, or the sentence for a screen reader."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._cell(entry, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(entry.full)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._sentence(entry) if index.column() == TEXT else None
        return entry if role == ENTRY_ROLE else None

    def _cell(self, entry: Entry, column: int) -> str:
        cells = {
            TEXT: entry.text,
            RELATION: label(entry.relation),
            CHANGES: self._joined(entry),
            KIND: label(entry.kind) if entry.kind else "",
            PART: label(entry.role),
            SECTION: entry.path[-1] if entry.path else "",
            TAGS: self.tr(", ").join(entry.tags),
            STANDING: label(Standing.CONFIRMED) if entry.confirmed else "",
        }
        return cells[column]

    def _joined(self, entry: Entry) -> str:
        return self.tr(", ").join(label(kind) for kind in entry.changes)

    def _sentence(self, entry: Entry) -> str:
        """Return the entry as one sentence: where it stands, what became of it, and its words."""
        what = label(entry.relation)
        if entry.relation is Relation.REVISED and entry.changes:
            changed = self._joined(entry)
            what = self.tr("target {changes}") if entry.is_target else self.tr("{changes}")
            what = what.format(changes=changed)
        if entry.confirmed:
            what = self.tr("{what} (confirmed)").format(what=what)
        if not entry.path:
            return self.tr("{what}: {text}").format(what=what, text=entry.text)
        return self.tr("{section}, paragraph {number}, {what}: {text}").format(
            section=entry.path[-1], number=entry.paragraph, what=what, text=entry.text
        )


class CommitmentFilter(QSortFilterProxyModel):
    """Lets through the rows that the session shows, and sorts them by what their cells say."""

    def __init__(self, model: CommitmentModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._rows: frozenset[int] = frozenset()
        self.setSourceModel(model)

    @property
    def rows(self) -> frozenset[int]:
        """The rows of the table that are shown, as far as they have entries."""
        return self._rows

    def set_rows(self, rows: frozenset[int]) -> None:
        """Show these rows of the table only."""
        if rows != self._rows:
            self.beginFilterChange()
            self._rows = rows
            self.endFilterChange()

    def expect_rows(self, rows: frozenset[int]) -> None:
        """Show these rows of the entries that are about to be set."""
        self._rows = rows

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:  # noqa: ARG002 - it is flat
        """Tell whether an entry passes."""
        return self._model.entry(row).row in self._rows

    def lessThan(self, left: Index, right: Index) -> bool:
        """Sort by the cells, and what is alike by where it stands."""
        one: Entry = left.data(ENTRY_ROLE)
        other: Entry = right.data(ENTRY_ROLE)
        if left.column() == RELATION:
            keys = [(READING_ORDER.index(each.relation), each.row) for each in (one, other)]
            return keys[0] < keys[1]
        if left.column() == SECTION:
            return one.row < other.row
        return (str(left.data()), one.row) < (str(right.data()), other.row)
