"""WrappedList: a list whose rows are as high as their words are at its width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractItemView, QListView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class WrappedList(QListView):
    """Lays its rows out anew whenever it is wider or narrower; nothing is edited in it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setWordWrap(True)  # else rows keep their places when a scroll bar has made them higher
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
