"""LateLetters: what is typed on when another pair takes the place of the one that is written on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

if TYPE_CHECKING:
    from desktop.ui.desk.repairs import Repairs

QUIET = 1500
"""Milliseconds without a key after which the next one is meant for what is on the screen."""

COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class LateLetters(QObject):
    """Lets letters be no commands that were meant for a field which is gone with its pair.

    Somebody who writes a note while the next pair is compared does not look up when it comes:
    U and S out of a word would confirm what nobody has read.
    """

    held = Signal()  # the first of them came

    def __init__(self, repairs: Repairs, parent: QObject) -> None:
        super().__init__(parent)
        self._repairs = repairs
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(self._end)
        self._has_held = False
        repairs.closing.connect(self._on_closing)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let nobody have a letter unless there is a field to write it into."""
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if event.type() not in kinds or not isinstance(event, QKeyEvent) or is_writing():
            return super().eventFilter(watched, event)
        is_letter = event.text().isprintable() and event.text() != ""
        if not is_letter or event.modifiers() & COMMANDING:
            return super().eventFilter(watched, event)
        self._quiet.start()
        if not self._has_held:
            self._has_held = True
            self.held.emit()
        event.accept()  # an override that is accepted is no shortcut
        return True

    def _on_closing(self) -> None:
        application = QApplication.instance()
        if application is not None and self._repairs.pair is not None and is_writing():
            self._has_held = False
            application.installEventFilter(self)
            QTimer.singleShot(0, self._quiet, self._quiet.start)  # once the pair is on the screen

    def _end(self) -> None:
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)


def is_writing() -> bool:
    """Tell whether the keyboard is in a field that takes letters."""
    field = QApplication.focusWidget()
    if not isinstance(field, QLineEdit | QPlainTextEdit):
        return False
    return field.isEnabled() and not field.isReadOnly()
