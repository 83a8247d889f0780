"""Docks get the keyboard, float, close and come back, by key and by their tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTabBar

from tests.ui.held import ALT, CTRL, SHIFT

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow


def test_every_dock_gets_the_keyboard_by_its_key(
    desk: MainWindow, press: Callable[..., None]
) -> None:
    docks = desk.docks
    order = (docks.outline, *docks.tabbed, docks.pair, docks.library)
    for number, dock in enumerate(order, start=1):
        if dock is docks.annotations:
            desk.session.select_row(desk.session.differences[0])
            desk.session.annotate_selection()
        press(Qt.Key(Qt.Key.Key_0 + number), ALT)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert dock.isAncestorOf(focused), dock.windowTitle()


def test_dock_with_the_keyboard_is_floated_and_closed_by_keys(
    qtbot: QtBot, desk: MainWindow, press: Callable[..., None]
) -> None:
    press(Qt.Key.Key_3, ALT)
    for floats in (True, False):
        press(Qt.Key.Key_D, CTRL | SHIFT)
        assert desk.docks.targets.isFloating() is floats
        table = desk.docks.panels.targets.table
        qtbot.waitUntil(lambda table=table: QApplication.focusWidget() is table)
    press(Qt.Key.Key_W, CTRL | SHIFT)
    assert desk.docks.targets.isHidden()
    press(Qt.Key.Key_3, ALT)
    assert desk.docks.targets.isVisible()


def test_dock_floats_closes_comes_back_and_all_stand_as_at_first(
    qtbot: QtBot, desk: MainWindow
) -> None:
    docks = desk.docks
    for dock in docks.all:
        dock.show()
        dock.setFloating(True)
        assert dock.isFloating()
        dock.close()
        assert not dock.isVisible()
        action = desk.actions_[f"dock_{dock.objectName()}"]
        assert not action.isChecked()
        action.trigger()
        assert dock.isVisible()
        assert action.isChecked()
    desk.actions_["arrange_anew"].trigger()
    qtbot.wait(1)
    assert not any(dock.isFloating() for dock in docks.all)
    assert docks.commitments.isVisible()
    assert docks.hits.isHidden()


def test_tab_of_a_dock_floats_it_and_offers_to_close_it(qtbot: QtBot, desk: MainWindow) -> None:
    qtbot.wait(10)
    docks = desk.docks
    bars = desk.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
    bar = next(b for b in bars if docks.targets.windowTitle() in map(b.tabText, range(b.count())))
    at = next(i for i in range(bar.count()) if bar.tabText(i) == docks.targets.windowTitle())
    menu = docks.tabs.menu(docks.targets)
    assert [action.text() for action in menu.actions()] == ["Float", "Close"]
    qtbot.mouseDClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(at).center())
    assert docks.targets.isFloating()
    docks.targets.setFloating(False)
    menu.actions()[1].trigger()
    assert docks.targets.isHidden()


def test_bar_of_tabs_without_names_that_was_left_behind_is_hidden(
    qtbot: QtBot, desk: MainWindow
) -> None:
    bar = QTabBar(desk)
    bar.addTab("")
    bar.show()
    desk.docks.targets.close()
    qtbot.waitUntil(bar.isHidden)
