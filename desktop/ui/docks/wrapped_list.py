"""WrappedList: a list whose rows are as high as their words are at its width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractItemView, QListView

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget


class WrappedList(QListView):
    """Lays its rows out anew whenever it is wider or narrower; nothing is edited in it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setWordWrap(True)  # else rows keep their places when a scroll bar has made them higher
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def renew(self) -> None:
        """Lay the rows out anew: the faces are others."""
        self._stay()
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out in the new width."""
        self._stay()
        super().resizeEvent(event)

    def _stay(self) -> None:
        """Stay at the place that is read: a list laid out in batches goes to its first row."""
        if self.verticalScrollBar().value():
            self.setLayoutMode(QListView.LayoutMode.SinglePass)
