"""Docks have their widths back after the window was narrow, unless they were set by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow

WIDE, NARROW = 1500, 950  # pixels


def resize(desk: MainWindow, width: int, qtbot: QtBot) -> None:
    desk.resize(width, 800)
    qtbot.waitUntil(lambda: desk.docks.widths.is_settled)


def widen(desk: MainWindow, qtbot: QtBot) -> tuple[int, int]:
    resize(desk, WIDE, qtbot)
    return desk.docks.outline.width(), desk.docks.commitments.width()


def test_docks_are_as_wide_as_before_in_a_window_that_is(desk: MainWindow, qtbot: QtBot) -> None:
    widen(desk, qtbot)
    docks = [desk.docks.outline, desk.docks.commitments]
    desk.resizeDocks(docks, [260, 370], Qt.Orientation.Horizontal)
    before = widen(desk, qtbot)
    for width in (1200, NARROW, 1000):
        resize(desk, width, qtbot)
    assert desk.docks.commitments.width() < before[1]
    assert widen(desk, qtbot) == before


def test_width_that_is_set_by_hand_in_a_narrow_window_stays(desk: MainWindow, qtbot: QtBot) -> None:
    widen(desk, qtbot)
    docks = [desk.docks.outline, desk.docks.commitments]
    desk.resizeDocks(docks, [260, 370], Qt.Orientation.Horizontal)
    before = widen(desk, qtbot)
    resize(desk, NARROW, qtbot)
    narrow = desk.docks.commitments.width()
    desk.resizeDocks([desk.docks.commitments], [narrow - 20], Qt.Orientation.Horizontal)
    qtbot.waitUntil(lambda: desk.docks.commitments.width() != narrow)
    by_hand = desk.docks.commitments.width()
    assert widen(desk, qtbot) != before
    assert desk.docks.commitments.width() == by_hand
