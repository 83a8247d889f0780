"""FieldKeys: the keys of the window that fields for text would take for themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction

Standard = QKeySequence.StandardKey
OF_FIELDS = (
    *(Standard.Undo, Standard.Redo, Standard.SelectAll),
    *(Standard.Copy, Standard.Cut, Standard.Paste),
)
"""What a field is written in with, whatever the window does by the same keys."""


class FieldKeys(QObject):
    """Leaves Ctrl and a letter to the window while a field has the keyboard.

    On Linux a field takes Ctrl+E for the end of its line, and others of the kind, which are the
    keys of Emacs. It is asked on its way alone: to look at all events of the program takes time.
    """

    def __init__(self, window: QWidget, actions: Mapping[str, QAction]) -> None:
        super().__init__(window)
        self._actions = actions
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let no field have what is a key of the window."""
        is_asked = event.type() is QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and self._is_of_window(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _is_of_window(self, event: QKeyEvent) -> bool:
        is_letter = Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z
        is_held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if not (is_letter and is_held) or any(map(event.matches, OF_FIELDS)):
            return False
        pressed = QKeySequence(event.keyCombination())
        return any(pressed in action.shortcuts() for action in self._actions.values())

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(old, QLineEdit | QPlainTextEdit):
            old.removeEventFilter(self)
        if isinstance(new, QLineEdit | QPlainTextEdit):
            new.installEventFilter(self)
