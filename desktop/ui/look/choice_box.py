"""ChoiceBox: a list that drops down, and that nobody changes in passing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent


class ChoiceBox(QComboBox):
    """Leaves the wheel to what it stands in.

    Qt's own would take the next choice when the pointer comes over it while one scrolls: a note
    would have another status, or a report be read anew, and nobody have asked for it.
    """

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let what holds the box scroll."""
        event.ignore()
