"""A text to read: nothing of it can be changed, and its scroll bars are not seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QTextEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCursor, QWheelEvent
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

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ask for a zoom, of both panes and not of this one alone, with Ctrl held."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_asked.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)
