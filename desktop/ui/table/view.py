"""AlignedTable: the table itself, read by rows, scrolled by pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.ui.look.typefaces import READING_SIZE
from desktop.ui.look.viewport import viewport
from desktop.ui.table.cells import Faces
from desktop.ui.table.delegate import CellDelegate
from desktop.ui.table.line_heights import LineHeights
from desktop.ui.table.model import LEFT, NOTES, RELATION, RIGHT, AlignedModel
from desktop.writers.sheets.table import SHARES, SHARES_WITHOUT_NOTES

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent

    from desktop.ui.desk.places import Starts
    from desktop.ui.desk.selection import Selection
    from desktop.ui.look.theme import Theme

SIZE_SHARE = 0.88
"""Of the panes' size: a column is narrower than a pane and its lines are read across."""


class AlignedTable(QTableView):
    """Rows are chosen whole; a place in it is told by the row of the session and not by pixels."""

    fold_asked = Signal(int, bool)  # the first row of the fold, and whether it is to be open
    pair_asked = Signal(object)  # the Selection of a sentence that was clicked
    text_asked = Signal()  # the row at hand is to be read in the reports
    zoom_asked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = AlignedModel(self)
        faces = Faces(READING_SIZE * SIZE_SHARE)
        self._delegate = CellDelegate(theme, faces, self.lines, self)
        self.heights = LineHeights(self, self.lines, self._delegate)
        self.setObjectName("aligned")
        self.setModel(self.lines)
        self.setItemDelegate(self._delegate)
        self._set_up()

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setTextElideMode(Qt.TextElideMode.ElideRight)
        columns.setHighlightSections(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.verticalScrollBar().valueChanged.connect(self.heights.measure_seen)

    # what is shown

    def show_lines(self) -> None:
        """Set the model's new lines."""
        self._delegate.forget()
        self.clearSpans()
        columns = self.lines.columnCount()
        for at, line in enumerate(self.lines.lines):
            row = self.lines.row_of(at)
            if line.is_fold:
                self.setSpan(at, LEFT, 1, columns)
            elif row is not None and row.is_heading and columns > NOTES:
                self.setSpan(at, RELATION, 1, 2)
        self._share_width()

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self._delegate.set_theme(theme)
        viewport(self).update()

    def set_size(self, points: float) -> None:
        """Set the text in another size, that of the panes in points; the current row stays."""
        self._delegate.set_faces(Faces(points * SIZE_SHARE))
        place, is_seen = self.place, self._is_seen(self.currentIndex())
        self.heights.estimate()
        self.go_to(place)
        if is_seen:
            self.show_all(self.currentIndex().row(), self.currentIndex().row())

    def set_wanted(self, words: tuple[str, ...]) -> None:
        """Set apart what is looked for."""
        self._delegate.wanted = words
        viewport(self).update()

    def set_at_hand(self, row: int | None, selection: Selection) -> None:
        """Mark the two sentences at hand in a row of the session; another partner comes in view."""
        before, self._delegate.at_hand = self._delegate.at_hand, (row, selection)
        if before[0] == row and before[1].right != selection.right:
            self._show_partner(self.currentIndex().row())
        viewport(self).update()

    def _show_partner(self, line: int) -> None:
        """Scroll to the partner at hand where the row is higher than the view."""
        width, height = self.columnWidth(RIGHT), viewport(self).height()
        extent = self._delegate.extent_at_hand(line, RIGHT, width) if line >= 0 else None
        if extent is None or self.rowHeight(line) <= height:
            return
        top, bottom = (self.rowViewportPosition(line) + at for at in extent)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(max(bottom - height, 0) or min(top, 0)))

    @property
    def is_current_whole(self) -> bool:
        """Whether all of the current row is in view."""
        row = self.visualRect(self.currentIndex())
        return row.isValid() and row.top() >= 0 and row.bottom() < viewport(self).height()

    @property
    def place(self) -> tuple[int, int] | None:
        """The row of the session at the upper edge, and how far above it that row begins."""
        line = self.rowAt(0)
        if not 0 <= line < self.lines.rowCount():
            return None
        return self.lines.lines[line].first, self.rowViewportPosition(line)

    def go_to(self, place: tuple[int, int] | None) -> None:
        """Bring a place back to the upper edge, or the next row where its own is left out."""
        line = None if place is None else self.lines.holder(place[0])
        if place is not None and line is None:
            after = (at for at, line in enumerate(self.lines.lines) if line.first > place[0])
            line, place = next(after, None), (place[0], 0)
        if place is not None and line is not None:
            self.updateGeometries()  # else new rows have no room yet, and nothing scrolls
            self.scrollTo(self.lines.index(line, LEFT), QTableView.ScrollHint.PositionAtTop)
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - place[1])

    def choose(self, line: int) -> None:
        """Make a line the current one and bring it into view."""
        index = self.lines.index(line, LEFT)
        chosen = self.selectionModel()
        if index.row() != self.currentIndex().row() or not chosen.isRowSelected(line):
            flags = QItemSelectionModel.SelectionFlag
            chosen.setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self._scroll_to(line)

    def show_all(self, first: int, last: int) -> None:
        """Bring lines into view, and where there are too many the first of them."""
        for line in (last, first):
            self._scroll_to(line)

    def _scroll_to(self, line: int) -> None:
        """Bring a line into view, and again when those above it have their heights."""
        self.scrollTo(self.lines.index(line, LEFT))
        self.heights.measure_seen()
        self.scrollTo(self.lines.index(line, LEFT))

    def chosen_rows(self) -> list[int]:
        """Return the rows of the session that are selected, in reading order."""
        at = sorted(index.row() for index in self.selectionModel().selectedRows())
        rows = (self.lines.lines[line].row for line in at)
        return [row for row in rows if row is not None]

    def chosen_starts(self) -> frozenset[Starts]:
        """Return where the chosen rows begin, none where no more than one is chosen."""
        chosen = [index.row() for index in self.selectionModel().selectedRows()]
        found = (self.lines.starts(line) for line in chosen if len(chosen) > 1)
        return frozenset(starts for starts in found if starts is not None)

    def choose_also(self, starts: frozenset[Starts]) -> None:
        """Choose the rows that begin there beside the current one, if that is one of them."""
        line = self.currentIndex().row()
        if line < 0 or self.lines.starts(line) not in starts:
            return
        flags = QItemSelectionModel.SelectionFlag
        for line in range(self.lines.rowCount()):
            if self.lines.starts(line) in starts:
                self.selectionModel().select(
                    self.lines.index(line, LEFT), flags.Select | flags.Rows
                )

    def _share_width(self) -> None:
        """Give the columns their shares; the lines are of other heights then."""
        shares = SHARES if self.lines.columnCount() > NOTES else SHARES_WITHOUT_NOTES
        room = viewport(self).width()
        widths = [round(share * room) for share in shares[: self.lines.columnCount()]]
        widths[-1:] = [room - sum(widths[:-1])]  # else there is a pixel to scroll to
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self.heights.estimate(widths)

    # what Qt calls

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew; the row on top keeps its place, unless the current one needs it."""
        super().resizeEvent(event)
        place, current = self.place, self.currentIndex()
        row = self.visualRect(current)
        is_seen = current.isValid() and row.top() >= 0 and row.bottom() < event.oldSize().height()
        if event.size().width() != event.oldSize().width():
            self._share_width()
            self.go_to(place)
        self.heights.measure_seen()
        if is_seen:
            self.scrollTo(current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open and shut folds; Enter goes to the text."""
        line = self.currentIndex().row()
        shown = self.lines.lines[line] if 0 <= line < self.lines.rowCount() else None
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if shown is not None and shown.is_fold and (enter or event.key() in FOLD_KEYS):
            is_open = FOLD_KEYS.get(Qt.Key(event.key()), not shown.is_open)
            self.fold_asked.emit(shown.first, is_open)
        elif shown is not None and enter:
            self.text_asked.emit()
        elif event.modifiers() or not self._read_on(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Lead Home and End to the first and the last line: rows are chosen whole."""
        line = END_LINES.get(action)
        if line is None:
            return super().moveCursor(action, modifiers)
        return self.lines.index(line % max(self.lines.rowCount(), 1), LEFT)

    def _read_on(self, key: Qt.Key) -> bool:
        """Scroll within a current row that is higher than the view, before keys lead out of it."""
        current, height = self.currentIndex(), viewport(self).height()
        top, room = self.rowViewportPosition(current.row()), self.rowHeight(current.row())
        if key not in READING_KEYS or room <= height or not self._is_seen(current):
            return False
        share, way = READING_KEYS[key]
        hidden = top + room - height if way > 0 else -top
        if hidden > 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + way * min(hidden, round(share * height)))
            return True
        beside = self.lines.index(current.row() + way, current.column())
        if beside.isValid():  # Qt turns pages within the row
            self.setCurrentIndex(beside)
        return True

    def _is_seen(self, index: QModelIndex) -> bool:
        """Tell whether some of a line is in view."""
        top = self.rowViewportPosition(index.row())
        room = self.rowHeight(index.row())
        return index.isValid() and top < viewport(self).height() and top + room > 0

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open or shut a fold that is clicked; else take up the sentence there."""
        super().mouseReleaseEvent(event)
        line = self.rowAt(round(event.position().y()))
        if line >= 0 and event.button() is Qt.MouseButton.LeftButton:
            shown = self.lines.lines[line]
            if shown.is_fold:
                self.fold_asked.emit(shown.first, not shown.is_open)
            elif not event.modifiers() and line == self.currentIndex().row():
                column = self.columnAt(round(event.position().x()))
                below = event.position().y() - self.rowViewportPosition(line)
                width = self.columnWidth(column)
                found = self._delegate.sentence_at(line, column, width, below)
                if found is not None:
                    self.pair_asked.emit(found)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to the text."""
        line = self.rowAt(round(event.position().y()))
        if line >= 0 and not self.lines.lines[line].is_fold:
            self.text_asked.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl held."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_asked.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)


END_LINES = {
    QAbstractItemView.CursorAction.MoveHome: 0,
    QAbstractItemView.CursorAction.MoveEnd: -1,
}
READING_KEYS = {
    Qt.Key.Key_Down: (0.3, 1),
    Qt.Key.Key_Up: (0.3, -1),
    Qt.Key.Key_PageDown: (0.9, 1),
    Qt.Key.Key_PageUp: (0.9, -1),
}
"""How much of the height of the view a key goes on in a row that is higher, and which way."""
FOLD_KEYS = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False, Qt.Key.Key_Space: None}
