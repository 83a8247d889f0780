"""A text to read: nothing of it can be changed, and its scroll bars are not seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit

from desktop.text.span import Span
from desktop.text.words import word_at
from desktop.ui.offsets import Offsets

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget


KEEP = QTextCursor.MoveMode.KeepAnchor
MOVE = QTextCursor.MoveMode.MoveAnchor

STEPS = {
    QKeySequence.StandardKey.MoveToNextChar: (1, MOVE),
    QKeySequence.StandardKey.SelectNextChar: (1, KEEP),
    QKeySequence.StandardKey.MoveToPreviousChar: (-1, MOVE),
    QKeySequence.StandardKey.SelectPreviousChar: (-1, KEEP),
}
"""Keys that go over one character, in which direction, and whether they select it."""


class ReadingEdit(QTextEdit):
    """Text that is selected by mouse and keyboard and stays where it is meanwhile.

    All places are code points of `_text`, to which the rooms that are shown do not belong.
    """

    zoom_asked = Signal(int)  # by how many steps

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._offsets = Offsets("")
        self.setReadOnly(True)
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def set_cursor(self, cursor: QTextCursor) -> None:
        """Take the text cursor elsewhere without scrolling there."""
        scroll, blocker = self.verticalScrollBar().value(), QSignalBlocker(self)
        self.setTextCursor(cursor)  # scrolls just so far that it shows at the edge
        self.verticalScrollBar().setValue(scroll)
        blocker.unblock()

    def deselect(self) -> bool:
        """Select no words any more; return whether any were."""
        cursor = self.textCursor()
        had_any = cursor.hasSelection()
        cursor.clearSelection()
        self.set_cursor(cursor)
        return had_any

    def select_text(self, span: Span) -> None:
        """Select a passage as text, where it is, to be copied or annotated."""
        self._select(span.start, span.end)

    def selected_span(self) -> Span | None:
        """Return the passage that is selected as text."""
        start, end = sorted(self._selection())
        return Span(start, end) if start < end else None

    @property
    def cursor_offset(self) -> int:
        """Where the text cursor stands."""
        return self._offsets.to_points(self.textCursor().position())

    def _selection(self) -> tuple[int, int]:
        """Return where the selection begins and where the text cursor is."""
        cursor, points = self.textCursor(), self._offsets.to_points
        return points(cursor.anchor()), points(cursor.position())

    def _select(self, anchor: int, position: int) -> None:
        cursor, units = self.textCursor(), self._offsets.to_units
        end = self._offsets.end_of if anchor < position else units
        cursor.setPosition(units(anchor))
        cursor.setPosition(end(position), KEEP)
        self.set_cursor(cursor)

    # what Qt calls

    def changeEvent(self, event: QEvent) -> None:
        """Leave the report in its own faces when the window is given others."""
        if event.type() is not QEvent.Type.FontChange:
            super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go over a room as over the one place that it is for its reader."""
        super().keyPressEvent(event)
        for key, (step, mode) in STEPS.items():
            if event.matches(key):
                cursor, offsets = self.textCursor(), self._offsets
                while offsets.to_units(offsets.to_points(cursor.position())) != cursor.position():
                    cursor.setPosition(cursor.position() + step, mode)
                self.setTextCursor(cursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word under the pointer: Qt knows no words of Chinese, only characters."""
        super().mouseDoubleClickEvent(event)
        cursor = self.cursorForPosition(event.position().toPoint())
        is_after = event.position().x() < self.cursorRect(cursor).left()
        at = self._offsets.to_points(max(cursor.position() - is_after, 0))
        start = self._text.rfind("\n", 0, at) + 1
        line = self._text[start:].partition("\n")[0]
        if line and event.button() is Qt.MouseButton.LeftButton:
            self.select_text(word_at(line, at - start).shifted(start))

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the characters of the report and nothing of their looks."""
        data, span = QMimeData(), self.selected_span()
        if span is not None:
            data.setText(span.of(self._text))
        return data

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ask for a zoom, of both panes and not of this one alone, with Ctrl held."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_asked.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)
