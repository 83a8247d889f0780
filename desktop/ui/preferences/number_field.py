"""NumberField: a number whose digits begin where the words of the other fields begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDoubleSpinBox, QLineEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QWidget

INSET = 7  # pixels: style sheets do not reach the inside of such a field


class NumberField(QDoubleSpinBox):
    """A spin box that lines up, and leaves the wheel to what scrolls as a `ChoiceBox` does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for inner in self.findChildren(QLineEdit):
            inner.setTextMargins(INSET, 0, 0, 0)

    def textFromValue(self, value: float) -> str:
        """Return the words for the least value, where it has some, to a screen reader too."""
        words = self.specialValueText() if value == self.minimum() else ""
        return words or super().textFromValue(value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let what holds the field scroll."""
        event.ignore()
