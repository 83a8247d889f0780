"""A text to read: nothing of it can be changed, and its scroll bars are not seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit

from desktop.ui.offsets import Offsets
from desktop.ui.panes.words import word_at

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget


class ReadingEdit(QTextEdit):
    """Text that is selected by mouse and keyboard and stays where it is meanwhile."""

    zoom_asked = Signal(int)  # by how many steps

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word under the pointer: Qt knows no words of Chinese, only characters."""
        super().mouseDoubleClickEvent(event)
        cursor = self.cursorForPosition(event.position().toPoint())
        text, start = cursor.block().text(), cursor.block().position()
        if not text or event.button() is not Qt.MouseButton.LeftButton:
            return
        is_after = event.position().x() < self.cursorRect(cursor).left()
        offsets = Offsets(text)
        word = word_at(text, offsets.to_points(max(cursor.position() - start - is_after, 0)))
        cursor.setPosition(start + offsets.to_units(word.start))
        cursor.setPosition(start + offsets.to_units(word.end), QTextCursor.MoveMode.KeepAnchor)
        self.set_cursor(cursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ask for a zoom, of both panes and not of this one alone, with Ctrl held."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_asked.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)
