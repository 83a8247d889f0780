"""The bars of tabs of docks: one for each place, also where the docks come from a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget
from shiboken6 import delete

from desktop.ui.frame.dock_tabs import DockTabs
from desktop.ui.main_window import MainWindow
from desktop.ui.settings import Language

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from desktop.ui.language import Translation
    from desktop.ui.session import Session
    from desktop.ui.settings import Settings


def names(window: MainWindow) -> list[str]:
    """Return what all tabs say that can be seen."""
    bars = [bar for bar in window.docks.tabs.bars if bar.isVisible()]
    return [bar.tabText(at) for bar in bars for at in range(bar.count())]


def test_docks_that_are_put_back_leave_no_tabs_behind(
    qtbot: QtBot,
    desk: MainWindow,
    compared: Session,
    settings: Settings,
    translation: Translation,
) -> None:
    qtbot.waitUntil(lambda: "Targets" in names(desk))
    desk.docks.arrange_anew()
    qtbot.waitUntil(lambda: "Targets" in names(desk))
    assert len(names(desk)) == len(set(names(desk)))
    desk.close()
    again = MainWindow(compared, settings, translation)
    again.show()
    qtbot.waitUntil(lambda: "Targets" in names(again))
    assert len(names(again)) == len(set(names(again)))
    again.close()
    delete(again)


def test_tabs_that_have_been_looked_at_are_left_alone(
    qtbot: QtBot, desk: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: "Targets" in names(desk))
    looks: list[DockTabs] = []
    watch = DockTabs._watch
    monkeypatch.setattr(DockTabs, "_watch", lambda tabs: (looks.append(tabs), watch(tabs)))
    desk.docks.tabs._watch_soon()
    qtbot.waitUntil(lambda: bool(looks))

    def are_alone() -> bool:
        looks.clear()
        qtbot.wait(100)
        return not looks

    assert any(are_alone() for _ in range(20))  # each look asked for the next, for ever


def test_nothing_is_typed_into_a_dock_that_a_tab_has_put_out_of_sight(
    qtbot: QtBot, desk: MainWindow
) -> None:
    with qtbot.waitActive(desk):
        desk.activateWindow()
    docks = desk.docks
    field = docks.panels.commitments.filter
    field.setFocus()
    bar = next(bar for bar in docks.tabs.bars if bar.count() > 3)
    at = next(i for i in range(bar.count()) if bar.tabText(i) == docks.targets.windowTitle())
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(at).center())
    qtbot.waitUntil(lambda: desk.panes.isAncestorOf(QApplication.focusWidget()))
    assert docks.line.dock is None
    qtbot.keyClicks(QApplication.focusWidget(), "q")
    assert field.text() == ""


def test_a_title_is_made_when_it_is_first_to_be_seen(
    desk: MainWindow, translation: Translation, qtbot: QtBot
) -> None:
    dock = desk.docks.wording
    head = dock.titleBarWidget()
    assert head.findChildren(QWidget) == []
    assert head.sizeHint().height() == 0
    desk.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    dock.show()
    qtbot.waitUntil(lambda: len(head.findChildren(QToolButton)) == 2)
    label, buttons = head.findChild(QLabel), head.findChildren(QToolButton)
    assert isinstance(label, QLabel)
    assert label.text() == dock.windowTitle() != ""
    assert not any(button.icon().isNull() for button in buttons)
    assert [button.accessibleName() for button in buttons] == [b.toolTip() for b in buttons]
    translation.speak(Language.CHINESE)
    qtbot.waitUntil(lambda: buttons[0].accessibleName() == "浮动或停靠")
    assert label.text() == dock.windowTitle()
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert dock.isFloating()
    qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert not dock.isVisible()


def test_a_dock_that_no_tab_names_has_a_title(desk: MainWindow, qtbot: QtBot) -> None:
    dock = desk.docks.commitments
    head = dock.titleBarWidget()
    desk.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    dock.show()
    qtbot.waitUntil(lambda: head.findChild(QLabel) is not None)
    title = head.findChild(QLabel)
    assert isinstance(title, QLabel)
    qtbot.waitUntil(title.isVisible)
    desk.tabifyDockWidget(desk.docks.targets, dock)
    qtbot.waitUntil(lambda: not title.isVisibleTo(head))
