"""A line says which dock has the keyboard."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from desktop.compare.model import Side

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDockWidget
    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow

ALT = Qt.KeyboardModifier.AltModifier


def lines(dock: QDockWidget, accent: str) -> int:
    """Return how many lines two pixels high a dock has, of the strong colour from edge to edge.

    The frame of a list that has the keyboard is one pixel high.
    """
    drawn = dock.grab().toImage()
    places = [drawn.width() * part // 20 for part in range(1, 20)]
    strong = [
        all(drawn.pixelColor(x, y) == QColor(accent) for x in places) for y in range(drawn.height())
    ]
    return sum(one and other for one, other in itertools.pairwise(strong))


@pytest.mark.parametrize(
    ("key", "name"),
    [(Qt.Key.Key_1, "outline"), (Qt.Key.Key_2, "commitments"), (Qt.Key.Key_3, "targets")],
)
def test_dock_that_has_the_keyboard_has_a_line(
    key: Qt.Key, name: str, qtbot: QtBot, desk: MainWindow, press: Callable[..., None]
) -> None:
    dock: QDockWidget = getattr(desk.docks, name)
    assert lines(dock, desk.theme.accent) == 0
    press(key, ALT)
    qtbot.waitUntil(lambda: desk.docks.line.dock is dock)
    assert lines(dock, desk.theme.accent) == 1
    dock.resize(dock.width() + 60, dock.height())
    qtbot.waitUntil(lambda: lines(dock, desk.theme.accent) == 1)
    desk.panes.pane(Side.LEFT).setFocus()
    assert lines(dock, desk.theme.accent) == 0
