"""FindField: what is looked for, and how many times it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from desktop.ui.finder import Finder

PAUSE = 140
"""Milliseconds without a key after which the words are looked for."""

CLEAR_ROOM = 26  # pixels of the button that empties the field


class FindField(QLineEdit):
    """Looks while one types; Enter and F3 go on, Shift with them back, Esc ends the search."""

    step_asked = Signal(int)  # 1 or -1
    list_asked = Signal()
    ended = Signal()

    def __init__(self, finder: Finder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finder = finder
        self.count = QLabel(self)
        self.count.setObjectName("count")
        self.count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self.look)
        self.setClearButtonEnabled(True)
        self.textChanged.connect(self._on_text_changed)
        finder.hits_changed.connect(self._show_count)
        finder.hit_changed.connect(self._show_count)
        self._retranslate()

    def look(self) -> None:
        """Look for what has been typed, now."""
        self._pause.stop()
        self._finder.search(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step, go to the list, or end the search."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.step_asked.emit(-1 if back else 1)
            case Qt.Key.Key_Down:
                self.list_asked.emit()
            case Qt.Key.Key_Escape:
                self.clear()
                self.look()
                self.ended.emit()
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the count at the end."""
        super().resizeEvent(event)
        self._place_count()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setPlaceholderText(self.tr("Find in both reports   Ctrl+F"))
        self.setAccessibleName(self.tr("Find in both reports"))
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(self.tr("Clear the search"))
        self._show_count()

    def _on_text_changed(self, text: str) -> None:
        if text.strip():
            self._pause.start()
        else:
            self.look()

    def _show_count(self) -> None:
        count, at = len(self._finder.hits), self._finder.at
        shown = (
            "" if not self._finder.text else f"{at + 1}/{count}" if at is not None else f"{count}"
        )
        self.count.setText(shown)
        self.setAccessibleDescription(self.tr("{shown} hits").format(shown=shown) if shown else "")
        self._place_count()

    def _place_count(self) -> None:
        size = self.count.sizeHint()
        room = size.width() + 4 if self.count.text() else 0
        self.setTextMargins(0, 0, room, 0)
        self.count.setGeometry(
            self.width() - CLEAR_ROOM - size.width(),
            (self.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )
