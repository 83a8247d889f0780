"""FocusLine: the edge that says which dock has the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QFrame, QMainWindow, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable

HEIGHT = 2  # pixels, as of the line in the header of a pane


class FocusLine(QFrame):
    """Lies over the upper edge of what is in the dock, below its title if it has one."""

    def __init__(self, window: QMainWindow, docks: Iterable[QDockWidget]) -> None:
        super().__init__(window)
        self.setObjectName("focusLine")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._docks = tuple(docks)
        self._dock: QDockWidget | None = None
        self.hide()
        for dock in self._docks:
            dock.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    @property
    def dock(self) -> QDockWidget | None:
        """The dock that has the keyboard, None where it is elsewhere."""
        return self._dock

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as wide as the dock."""
        moves = QEvent.Type.Resize, QEvent.Type.LayoutRequest
        if watched is self._dock and event.type() in moves:
            self._place(self._dock)
        return super().eventFilter(watched, event)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None:
            return  # another program is at hand: it is here that the keyboard comes back to
        self._dock = next((dock for dock in self._docks if dock.isAncestorOf(new)), None)
        self.setVisible(self._dock is not None)
        if self._dock is not None:
            self._place(self._dock)

    def _place(self, dock: QDockWidget) -> None:
        if self.parent() is not dock:
            self.setParent(dock)
        title = dock.titleBarWidget()
        top = title.geometry().bottom() + 1 if title.height() > 1 else 0
        self.setGeometry(0, top, dock.width(), HEIGHT)
        self.show()
        self.raise_()
