"""A window on a small screen, or a large one at 200 %: everything stays in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.ui.frame.docking import THREE_COLUMNS
from tests.ui.conftest import BUSY

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow

SMALL = 720, 450  # pixels of 1440×900 at 200 %


def opened(qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path], *size: int) -> MainWindow:
    window.resize(*size)
    with qtbot.waitSignal(window.session.findings_changed, timeout=BUSY):
        window.session.open_pair(*pair)
    return window


def test_lists_stand_in_one_column_on_a_small_screen(
    qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path]
) -> None:
    desk = opened(qtbot, window, pair, *SMALL)
    assert (desk.width(), desk.height()) == SMALL
    assert desk.docks.outline in desk.tabifiedDockWidgets(desk.docks.commitments)
    right = desk.search.mapTo(desk, desk.search.rect().topRight()).x()
    assert right < desk.width()
    assert desk.panes.width() + desk.docks.commitments.width() <= desk.width()
    assert desk.docks.pair.height() < desk.pages.height()


def test_outline_has_a_column_of_its_own_where_there_is_room(
    qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path]
) -> None:
    desk = opened(qtbot, window, pair, THREE_COLUMNS + 100, 800)
    assert not desk.tabifiedDockWidgets(desk.docks.outline)
    assert desk.dockWidgetArea(desk.docks.outline) is Qt.DockWidgetArea.LeftDockWidgetArea
    desk.resize(*SMALL)
    desk.docks.arrange_anew()
    assert desk.docks.outline in desk.tabifiedDockWidgets(desk.docks.commitments)


def test_a_note_is_written_on_a_small_screen(
    qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path]
) -> None:
    desk = opened(qtbot, window, pair, *SMALL)
    desk.session.select_row(desk.session.differences[0])
    desk.noting.annotate()
    qtbot.waitUntil(desk.docks.panels.annotations.editor.isVisible)
    qtbot.wait(100)  # nothing tells that the dock has laid itself out
    assert desk.minimumSizeHint().height() <= SMALL[1]
    assert desk.height() == SMALL[1]
