"""CommitmentTable: the commitments as a table that can be sorted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.ui.docks.table_delegate import TableDelegate, write_in
from desktop.ui.look.chrome_size import dress_header, interface_font, listed_font, scaled
from desktop.ui.look.viewport import viewport
from desktop.ui.models.commitment_model import ENTRY_ROLE, RELATION, TEXT
from desktop.ui.models.index import NO_COLUMN

if TYPE_CHECKING:
    from desktop.ui.look.theme import Theme
    from desktop.ui.models.entries import Entry
    from desktop.ui.models.index import Index


HEAD_SIZE, TEXT_SIZE, SMALL_SIZE = 8.5, 10.5, 9.0  # points
WIDTHS = (420, 76, 96, 76, 76, 180, 96, 76)  # pixels, for each column
ROW_HEIGHT = 30


class CommitmentTable(QTableView):
    """One line for each commitment; a click on a head sorts by that column."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("commitments")
        self._delegate = CommitmentDelegate(theme, self)
        self.setItemDelegate(self._delegate)

    def prepare(self) -> None:
        """Set the columns up, as soon as there is a model."""
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(round(scaled(ROW_HEIGHT)))
        head = self.horizontalHeader()
        dress_header(head, HEAD_SIZE)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setSectionsMovable(True)
        for column, width in enumerate(WIDTHS):
            self.setColumnWidth(column, round(scaled(width)))
        head.moveSection(TEXT, RELATION)  # the relation is read first
        self.setSortingEnabled(True)
        self.sortByColumn(NO_COLUMN, Qt.SortOrder.AscendingOrder)

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self._delegate.set_theme(theme)
        dress_header(self.horizontalHeader(), HEAD_SIZE)
        self.verticalHeader().setDefaultSectionSize(round(scaled(ROW_HEIGHT)))
        viewport(self).update()

    def name_headers(self, columns: str, rows: str) -> None:
        """Say in the language of the interface what the headers are."""
        self.horizontalHeader().setAccessibleName(columns)
        self.verticalHeader().setAccessibleName(rows)
        viewport(self).update()
        viewport(self.horizontalHeader()).update()


class CommitmentDelegate(TableDelegate):
    """The statement in the reading face, the relation in its colour, the rest quiet."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Set face and colour of a cell."""
        super().initStyleOption(option, index)
        entry: Entry = index.data(ENTRY_ROLE)
        column = index.column()
        option.font = listed_font(TEXT_SIZE) if column == TEXT else interface_font(SMALL_SIZE)
        option.text = option.text.replace("\n", " ")
        colour = self._theme.ink if column == TEXT else self._theme.muted
        if column == RELATION:
            colour = self._theme.ink_of(entry.relation).text
        write_in(option, colour)
