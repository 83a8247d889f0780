"""TargetsDock: each indicator with what was promised, what is reported, what is promised now."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.docks.row_heights import RowHeights
from desktop.ui.docks.target_delegate import TargetDelegate
from desktop.ui.docks.text_lines import least_width
from desktop.ui.look.chips import chip
from desktop.ui.look.chrome_size import dress_header
from desktop.ui.look.clear_button import name_filter
from desktop.ui.look.viewport import viewport
from desktop.ui.menus.list_keys import filtering, focus_line_at_hand, give_copy_key
from desktop.ui.models.index import ACROSS, NO_COLUMN
from desktop.ui.models.target_model import (
    DIRECTION,
    INDICATOR,
    ROW_ROLE,
    TargetFilter,
    TargetModel,
)
from desktop.ui.spoken import announce

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.ui.look.theme import Theme
    from desktop.ui.session import Session

MARGIN, INSET = 12, 8  # pixels; cells begin a little inside their table
HEAD_SIZE = 8.5  # points
HEAD_SIDES, HEAD_AIR = 10, 12  # pixels beside and around the name of a column
MOST_HEAD_LINES = 2


class TargetsDock(QWidget):
    """A table, a text filter, and a switch for the main targets; a cell leads to its sentence."""

    sorted = Signal(int, bool)  # by which column, if any, and whether downwards

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = TargetModel(self)
        self.shown = TargetFilter(self.model, self)
        self._listed: tuple[object, ...] = ()  # the two reports and their targets
        self._needs = [(0, 0, 0)] * DIRECTION  # a column's least width, its usual and its wish
        self._change_head = 0
        self.filter = QLineEdit(self)
        self.filter.textChanged.connect(self._on_text_changed)
        self.main = chip(self)
        self.main.toggled.connect(self._on_main_toggled)
        self.table = QTableView(self)
        self._delegate = TargetDelegate(theme, self.table)
        self.heights = RowHeights(self.table)
        self.hint = QLabel(self)
        self.hint.setObjectName("hint")
        self.hint.setWordWrap(True)
        self._prepare_table()
        self._lay_out()
        session.comparison_changed.connect(self._show)
        session.findings_changed.connect(self._show)
        self._retranslate()
        self._show()

    def take_keyboard(self) -> None:
        """Let the arrow keys walk through the targets."""
        focus_line_at_hand(self.table)

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours and faces."""
        self._delegate.set_theme(theme)
        dress_header(self.table.horizontalHeader(), HEAD_SIZE)
        self._measure()
        self._spread()
        viewport(self.table).update()

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
        viewport(table).installEventFilter(self)
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
        table.horizontalHeader().setSortIndicator(NO_COLUMN, Qt.SortOrder.AscendingOrder)
        table.horizontalHeader().setSortIndicatorClearable(True)
        table.horizontalHeader().sortIndicatorChanged.connect(self._on_sorted)
        table.setSortingEnabled(True)
        table.activated.connect(self._on_chosen)
        table.clicked.connect(self._on_chosen)
        table.selectionModel().currentChanged.connect(self._on_current_changed)
        give_copy_key(table, self.copy)

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

    def _measure(self) -> None:
        """Find out what each column needs, which takes longer than to share the width out."""
        names, *numbers = (list(self.model.texts(column)) for column in range(DIRECTION))
        needs = [self._delegate.name_widths(names), *map(self._delegate.number_widths, numbers)]
        *heads, self._change_head = self._head_widths()
        self._needs = [
            (max(tight, head), max(least, head), max(wish, head))
            for (tight, least, wish), head in zip(needs, heads, strict=True)
        ]

    def _head_widths(self) -> list[int]:
        """Return the width in which the name of each column has no more lines than it may."""
        font = self.table.horizontalHeader().font()
        names = (str(self.model.headerData(i, ACROSS)) for i in range(DIRECTION + 1))
        widths = (least_width([name], font, MOST_HEAD_LINES) for name in names)
        return [math.ceil(width) + HEAD_SIDES for width in widths]

    def _spread(self) -> None:
        for column, width in enumerate(self._widths()):
            self.table.setColumnWidth(column, width)
        self.heights.measure()
        self._give_heads_room()

    def _widths(self) -> list[int]:
        """Return the width of each column: no number is cut, or else the table scrolls.

        Changes have names where these leave room for the numbers, and numbers have three lines
        only where signs in place of the names are not enough. What is left beyond that gives them
        two again, then goes to the names of the indicators, then to the numbers once more, as far
        as they gain lines by it.
        """
        tight, least, wishes = map(list, zip(*self._needs, strict=True))
        for is_brief, widths in ((False, least), (True, least), (True, tight)):
            self._delegate.is_brief = is_brief
            direction = max(self._delegate.direction_width, self._change_head)
            free = max(viewport(self.table).width() - direction - sum(widths), 0)
            if free:
                break
        for column, wish in (*enumerate(least), *enumerate(wishes)):
            gain = min(wish - widths[column], free)
            widths[column], free = widths[column] + gain, free - gain
        widths[INDICATOR] += free
        return [*widths, direction]

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
        name_filter(self.filter, self.tr("Filter targets"), self.tr("Clear the filter"))
        self.main.setText(self.tr("Main targets"))
        self.main.setToolTip(self.tr("Show only what a report names among its main targets"))
        self.table.setAccessibleName(self.tr("Targets"))
        self.table.horizontalHeader().setAccessibleName(self.tr("Columns of the targets"))
        self.table.verticalHeader().setAccessibleName(self.tr("Rows of the targets"))
        self.hint.setText(self.tr("No such target in either report."))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, INDICATOR, DIRECTION)
        self._measure()
        self._spread()

    def _show(self) -> None:
        """List the targets, unless they are listed already: few of what is decided changes any."""
        now, targets = self._session.comparison, self._session.findings.targets
        before, self._listed = self._listed, (now and (now.left, now.right), targets)
        if self._listed == before:
            return
        self.model.set_rows(now, targets)
        self._measure()
        self._on_filtered()

    def _on_text_changed(self, text: str) -> None:
        with filtering(self.table):
            self.shown.set_text(text)
            self._on_filtered()

    def _on_main_toggled(self, only: bool) -> None:
        with filtering(self.table):
            self.shown.set_only_main(only)
            self._on_filtered()

    def _on_filtered(self) -> None:
        is_empty = self.shown.rowCount() == 0
        self.hint.setVisible(is_empty and self.model.rowCount() > 0)
        self._spread()

    def sort_names(self) -> Iterator[tuple[str, tuple[int, Qt.SortOrder]]]:
        """Yield all orders that the table may be sorted in, each under its name."""
        for column in (NO_COLUMN, *range(DIRECTION + 1)):
            for order in Qt.SortOrder if column != NO_COLUMN else (Qt.SortOrder.AscendingOrder,):
                yield self._sort_name(column, order), (column, order)

    def _sort_name(self, column: int, order: Qt.SortOrder) -> str:
        if column == NO_COLUMN:
            return self.tr("As in the reports")
        name = " ".join(str(self.model.headerData(column, ACROSS)).split())
        is_upwards = order is Qt.SortOrder.AscendingOrder
        form = self.tr("{column}, ascending") if is_upwards else self.tr("{column}, descending")
        return form.format(column=name)

    def _on_sorted(self, column: int, order: Qt.SortOrder) -> None:
        """Tell a screen reader, and keep the row at hand in sight."""
        self.heights.measure()
        self.table.scrollTo(self.table.currentIndex())
        announce(self.table, self._sort_name(column, order))
        self.sorted.emit(column, order is Qt.SortOrder.DescendingOrder)

    def _on_current_changed(self, now: QModelIndex, before: QModelIndex) -> None:
        """Follow the arrow keys: what is decided and noted is about the target that is seen chosen.

        The line that is chosen for whoever comes here leads nowhere: the place that is read stays.
        """
        if before.isValid() and self.table.hasFocus():
            self._on_chosen(now)

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
