"""DockWidths: docks that a narrow window has squeezed are as wide as before in a wide one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QDockWidget

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QMainWindow

BESIDE = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
SETTLED = 40
"""Milliseconds after which a window of another size is laid out, its toolbar included."""


class DockWidths(QObject):
    """Gives the docks beside the centre back what a narrow window has taken from them.

    Qt takes what is lacking from the docks, and gives all that comes back to the centre. What is
    wanted is the width that a dock was given last while the window stayed as wide as it was.
    """

    def __init__(self, window: QMainWindow, docks: Iterable[QDockWidget]) -> None:
        super().__init__(window)
        self._window = window
        self._wanted: dict[Qt.DockWidgetArea, int] = {}
        self._shown: dict[Qt.DockWidgetArea, QDockWidget] = {}
        self._widths: dict[Qt.DockWidgetArea, int] = {}
        self.is_settled = False  # what the docks are given from now on is wanted
        self._settling = QTimer(self, singleShot=True, interval=SETTLED)
        self._settling.timeout.connect(self._on_settled)
        self._widening = QTimer(self, singleShot=True, interval=SETTLED)
        self._widening.timeout.connect(self._on_widened)
        self._width = 0
        for watched in (window, *docks):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear of other widths; the window has laid out its docks before it comes to this."""
        if event.type() is QEvent.Type.Resize:
            if isinstance(watched, QDockWidget):
                self._on_dock_resized(watched)
            elif watched is self._window and self._window.width() != self._width:
                self._width = self._window.width()
                self.is_settled = False
                self._widening.stop()
                self._settling.start()
        return super().eventFilter(watched, event)

    def _on_dock_resized(self, dock: QDockWidget) -> None:
        area = self._window.dockWidgetArea(dock)
        if dock.isFloating() or area not in BESIDE:
            return
        self._shown[area] = dock
        is_same = self._widths.get(area) == dock.width()  # another one of the area is looked at
        self._widths[area] = dock.width()
        if not is_same and self.is_settled and self._window.width() == self._width:
            self._wanted[area] = dock.width()

    def _on_settled(self) -> None:
        """Widen what is narrower than wanted, as far as there is room for it."""
        narrow = [
            area
            for area, width in self._widths.items()
            if width < self._wanted.setdefault(area, width) and self._shown[area].isVisible()
        ]
        if narrow:
            docks = [self._shown[area] for area in narrow]
            wanted = [self._wanted[area] for area in narrow]
            self._window.resizeDocks(docks, wanted, Qt.Orientation.Horizontal)
        self._widening.start()

    def _on_widened(self) -> None:
        """Take what the docks are given from now on for what is wanted."""
        self.is_settled = True
