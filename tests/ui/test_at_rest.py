"""A window with which nobody does anything does nothing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow

SETTLED = 300  # milliseconds, by which what is shown has its place
LOOKED_AT = 200  # milliseconds
NARROW = (900, 700)


class Heard(QObject):
    """Keeps the kinds of events that something hears."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.kinds: list[QEvent.Type] = []
        parent.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep one."""
        self.kinds.append(event.type())
        return super().eventFilter(watched, event)


def is_at_rest(window: MainWindow, qtbot: QtBot) -> bool:
    """Return whether the window lays nothing out and is not drawn, but for a cursor that blinks."""
    qtbot.waitUntil(lambda: window.session.turns.is_done)
    qtbot.wait(SETTLED)
    heard = Heard(window)
    qtbot.wait(LOOKED_AT)
    window.removeEventFilter(heard)
    drawn = heard.kinds.count(QEvent.Type.UpdateRequest)
    return QEvent.Type.LayoutRequest not in heard.kinds and drawn <= 1


def test_the_start_page_is_at_rest(window: MainWindow, qtbot: QtBot) -> None:
    assert is_at_rest(window, qtbot)


@pytest.mark.parametrize("view", ["side_by_side", "table"])
def test_a_comparison_is_at_rest(desk: MainWindow, qtbot: QtBot, view: str) -> None:
    desk.actions_[view].trigger()
    assert is_at_rest(desk, qtbot)


def test_it_is_at_rest_whichever_docks_are_closed(desk: MainWindow, qtbot: QtBot) -> None:
    for dock in desk.docks.all:
        dock.hide()
        assert is_at_rest(desk, qtbot), dock.objectName()


def test_a_narrow_window_is_at_rest(desk: MainWindow, qtbot: QtBot) -> None:
    desk.resize(*NARROW)
    desk.docks.gather()
    assert is_at_rest(desk, qtbot)
    desk.docks.arrange_anew()
    assert is_at_rest(desk, qtbot)
