"""DockTabs: the tabs of docks can be floated and closed, as dock titles can."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QTabBar, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable


class DockTabs(QObject):
    """A double click floats the dock of a tab; a right click offers to float or close it.

    Qt makes the bars of tabs as it needs them and fills them later, so they are looked for when the
    window has a new child and whenever a dock has moved.
    """

    def __init__(self, window: QMainWindow, docks: Iterable[QDockWidget]) -> None:
        super().__init__(window)
        self._window = window
        self._docks = tuple(docks)
        self._watching = QTimer(self, interval=0, singleShot=True)
        self._watching.timeout.connect(self._watch)
        for dock in self._docks:
            dock.topLevelChanged.connect(self._watch_soon)
            dock.visibilityChanged.connect(self._watch_soon)
        window.installEventFilter(self)

    @property
    def bars(self) -> list[QTabBar]:
        """The bars of tabs that there are, those that Qt has put away among them."""
        only_own = Qt.FindChildOption.FindDirectChildrenOnly
        return self._window.findChildren(QTabBar, options=only_own)

    def dock_of(self, bar: QTabBar, at: QPoint) -> QDockWidget | None:
        """Return the dock whose tab is at a place of a bar."""
        title = bar.tabText(bar.tabAt(at))
        return next((dock for dock in self._docks if dock.windowTitle() == title), None)

    def menu(self, dock: QDockWidget) -> QMenu:
        """Return what can be done with a dock."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Float"), lambda: dock.setFloating(True))
        menu.addAction(self.tr("Close"), dock.close)
        return menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take double clicks and right clicks on tabs, and look at bars that Qt shows again."""
        if event.type() in (QEvent.Type.ChildAdded, QEvent.Type.Show):
            self._watch_soon()
        if not isinstance(watched, QTabBar):
            return super().eventFilter(watched, event)
        if event.type() is QEvent.Type.MouseButtonDblClick and isinstance(event, QMouseEvent):
            dock = self.dock_of(watched, event.position().toPoint())
            if dock is not None:
                dock.setFloating(True)
                return True
        if event.type() is QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            dock = self.dock_of(watched, event.pos())
            if dock is not None:
                self.menu(dock).popup(event.globalPos())
                return True
        return super().eventFilter(watched, event)

    def _watch_soon(self) -> None:
        self._watching.start()

    def _watch(self) -> None:
        for bar in self.bars:
            if bar.elideMode() is not Qt.TextElideMode.ElideNone:  # names that are cut name nothing
                bar.setElideMode(Qt.TextElideMode.ElideNone)
            if not bar.usesScrollButtons():
                bar.setUsesScrollButtons(True)
            bar.installEventFilter(self)
            is_empty = not any(map(bar.tabText, range(bar.count())))
            # Qt leaves one behind where docks moved, in view or with the keyboard. One that it has
            # moved out of the window it would show again as often as it is hidden.
            if is_empty and (bar.hasFocus() or is_in_sight(bar, self._window)):
                bar.hide()


def is_in_sight(widget: QWidget, window: QMainWindow) -> bool:
    """Tell what is in the window from what Qt has moved out of it, as docks behind a tab are."""
    part = widget
    while (above := part.parentWidget()) is not None and above is not window:
        part = above
    return window.rect().intersects(part.geometry())
