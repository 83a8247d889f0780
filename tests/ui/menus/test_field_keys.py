"""Keys of the window work while a field has the keyboard, and those of the field in the field."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.ui.held import CTRL, NONE

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.main_window import MainWindow


class GreedyField(QLineEdit):
    """A field that takes every key, as on Linux it takes Ctrl+E."""

    def event(self, event: QEvent) -> bool:
        """Say so when it is asked."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


@pytest.fixture
def field(desk: MainWindow, press: Callable[..., None]) -> QLineEdit:
    """Return a field of the window that has the keyboard."""
    assert press
    made = GreedyField(desk)
    made.show()
    made.setFocus()
    assert made.hasFocus()
    return made


def is_taken(field: QLineEdit, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, held)
    event.ignore()
    QApplication.sendEvent(field, event)
    return event.isAccepted()


def test_key_of_the_window_works_in_a_field(desk: MainWindow, field: QLineEdit) -> None:
    assert desk.actions_["export"].shortcut().toString() == "Ctrl+E"
    assert not is_taken(field, Qt.Key.Key_E, CTRL)
    desk.panes.take_keyboard()
    assert is_taken(field, Qt.Key.Key_E, CTRL)


@pytest.mark.parametrize(
    ("key", "held"),
    [
        *((Qt.Key.Key_Z, CTRL), (Qt.Key.Key_C, CTRL), (Qt.Key.Key_A, CTRL)),
        *((Qt.Key.Key_N, NONE), (Qt.Key.Key_Up, CTRL), (Qt.Key.Key_B, CTRL)),
    ],
)
def test_key_of_a_field_stays_with_it(
    key: Qt.Key, held: Qt.KeyboardModifier, field: QLineEdit
) -> None:
    assert is_taken(field, key, held)
