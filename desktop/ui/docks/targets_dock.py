"""TargetsDock: each indicator with what was promised, what is reported, what is promised now."""

from __future__ import annotations

import math
from operator import ge
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.chrome_size import dress_header
from desktop.ui.docks.row_heights import RowHeights
from desktop.ui.docks.target_delegate import TargetDelegate
from desktop.ui.docks.text_lines import longest_figure
from desktop.ui.models.target_model import (
    DIRECTION,
    INDICATOR,
    LEFT,
    REPORTED,
    RIGHT,
    ROW_ROLE,
    TargetFilter,
    TargetModel,
)

if TYPE_CHECKING:
    from desktop.ui.session import Session
    from desktop.ui.theme import Theme

MARGIN, INSET = 12, 8  # pixels; cells begin a little inside their table
HEAD_SIZE = 8.5  # points
HEAD_SIDES, HEAD_AIR = 10, 12  # pixels beside and around the name of a column
MOST_HEAD_LINES = 3  # a narrow dock has names for nothing else
SHARES = (0.3, 0.24, 0.22, 0.24)
"""Parts of the width for each column but the last, which is as wide as its words."""


class TargetsDock(QWidget):
    """A table, a text filter, and a switch for the main targets; a cell leads to its sentence."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = TargetModel(self)
        self.shown = TargetFilter(self)
        self.shown.setSourceModel(self.model)
        self._figures: list[str] = []  # the longest of each column of numbers
        self.filter = QLineEdit(self)
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._on_text_changed)
        self.main = QToolButton(self)
        self.main.setObjectName("chip")
        self.main.setCheckable(True)
        self.main.toggled.connect(self._on_main_toggled)
        self.table = QTableView(self)
        self._delegate = TargetDelegate(theme, self.table)
        self.heights = RowHeights(self.table)
        self.hint = QLabel(self)
        self.hint.setObjectName("hint")
        self.hint.setWordWrap(True)
        self._prepare_table()
        self._lay_out()
        self.setFocusProxy(self.table)
        session.comparison_changed.connect(self._show)
        session.findings_changed.connect(self._show)
        self._retranslate()
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours and faces."""
        self._delegate.set_theme(theme)
        dress_header(self.table.horizontalHeader(), HEAD_SIZE)
        self._spread()
        self.table.viewport().update()

    def copy(self) -> None:
        """Put the chosen indicators on the clipboard as rows of the table of targets."""
        from desktop.ui.clipboard import copy_targets  # noqa: PLC0415 - loads the writers

        now = self._session.comparison
        chosen = self.table.selectionModel().selectedRows(INDICATOR)
        if now is not None and chosen:
            rows = sorted(index.row() for index in chosen)
            copy_targets(now, [self.shown.index(row, INDICATOR).data(ROW_ROLE) for row in rows])

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share the width out anew: the table has its own later than the dock that it stands in."""
        if event.type() is QEvent.Type.Resize:
            self._spread()
        return super().eventFilter(watched, event)

    def _prepare_table(self) -> None:
        table = self.table
        table.setModel(self.shown)
        table.viewport().installEventFilter(self)
        table.setItemDelegate(self._delegate)
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        )
        dress_header(table.horizontalHeader(), HEAD_SIZE)
        table.activated.connect(self._on_chosen)
        table.clicked.connect(self._on_chosen)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), table)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self.copy)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 10, MARGIN, 8)
        head.setSpacing(8)
        head.addWidget(self.filter, stretch=1)
        head.addWidget(self.main)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.hint)
        inset = QHBoxLayout()
        inset.setContentsMargins(INSET, 0, 0, 0)
        inset.addWidget(self.table)
        layout.addLayout(inset, stretch=1)

    def _spread(self) -> None:
        for column, width in enumerate(self._widths()):
            self.table.setColumnWidth(column, width)
        self.heights.measure()
        self._give_heads_room()

    def _widths(self) -> list[int]:
        """Return the width of each column: no number is cut, or else the table scrolls.

        Changes have names where these leave room for the numbers.
        """
        name, *numbers = self._delegate.least_widths(self._figures)
        for is_brief in (False, True):
            self._delegate.is_brief = is_brief
            direction = self._delegate.direction_width
            given = self.table.viewport().width() - direction
            shares = [int(given * share) for share in SHARES]
            if all(map(ge, shares, (name, *numbers))):
                return [*shares, direction]
            if given - sum(numbers) >= name:
                return [given - sum(numbers), *numbers, direction]
        return [name, *numbers, direction]

    def _give_heads_room(self) -> None:
        """Let the heads have as many lines as the longest name needs in its column."""
        head = self.table.horizontalHeader()
        metrics = head.fontMetrics()
        names = (self.model.headerData(i, Qt.Orientation.Horizontal) for i in range(DIRECTION + 1))
        lines = 1
        for column, name in enumerate(names):
            room = max(self.table.columnWidth(column) - HEAD_SIDES, 1)
            widths = map(metrics.horizontalAdvance, str(name).split("\n"))
            lines = max(lines, sum(math.ceil(width / room) for width in widths))
        head.setFixedHeight(metrics.height() * min(lines, MOST_HEAD_LINES) + HEAD_AIR)

    def _retranslate(self) -> None:
        self.filter.setPlaceholderText(self.tr("Filter targets"))
        self.filter.setAccessibleName(self.tr("Filter targets"))
        for button in self.filter.findChildren(QToolButton):
            button.setAccessibleName(self.tr("Clear the filter"))
        self.main.setText(self.tr("Main targets"))
        self.main.setToolTip(self.tr("Show only what a report names among its main targets"))
        self.table.setAccessibleName(self.tr("Targets"))
        self.table.horizontalHeader().setAccessibleName(self.tr("Columns of the targets"))
        self.table.verticalHeader().setAccessibleName(self.tr("Rows of the targets"))
        self.hint.setText(self.tr("No such target in either report."))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, INDICATOR, DIRECTION)
        self._spread()

    def _show(self) -> None:
        self.model.set_rows(self._session.comparison, self._session.findings.targets)
        numbers = map(self.model.numbers, (LEFT, REPORTED, RIGHT))
        self._figures = list(map(longest_figure, numbers))
        self._on_filtered()

    def _on_text_changed(self, text: str) -> None:
        self.shown.set_text(text)
        self._on_filtered()

    def _on_main_toggled(self, only: bool) -> None:
        self.shown.set_only_main(only)
        self._on_filtered()

    def _on_filtered(self) -> None:
        is_empty = self.shown.rowCount() == 0
        self.hint.setVisible(is_empty and self.model.rowCount() > 0)
        self._spread()

    def _on_chosen(self, index: QModelIndex) -> None:
        """Select the pair that both targets stand in, or show the sentence of the number."""
        row, now = index.data(ROW_ROLE), self._session.comparison
        found = self.model.figure(row, index.column()) if row is not None else None
        if now is None or found is None:
            return
        side, figure = found
        if row.left and row.right and figure in (row.left, row.right):
            self._session.select_pair(row.left.statement, row.right.statement)
        else:
            self._session.select(side, figure.statement)
