"""WrappedList: a list whose rows are as high as their words are at its width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractItemView, QListView

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

RESTING = 60  # milliseconds


class WrappedList(QListView):
    """Lays its rows out anew whenever it is wider or narrower; nothing is edited in it.

    Its words always leave room for the scroll bar: a row that got higher when the bar came, and
    lower when it went, would lie over the next one or have the list laid out for ever.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = 0
        self._resting = QTimer(self, interval=RESTING, singleShot=True)
        self._resting.timeout.connect(self.renew)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    @property
    def room(self) -> int:
        """The pixels that a row has beside the scroll bar, whether that is there or not."""
        return self.maximumViewportSize().width() - self.verticalScrollBar().sizeHint().width()

    def renew(self) -> None:
        """Lay the rows out anew, and stay at the place that is read.

        Laid out in batches the list would go to its first row.
        """
        if self.verticalScrollBar().value():
            self.setLayoutMode(QListView.LayoutMode.SinglePass)
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out in the new width, as soon as that rests."""
        if self._room != self.room:
            self._room = self.room
            self._resting.start()
        super().resizeEvent(event)
