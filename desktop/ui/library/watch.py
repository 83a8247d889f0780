"""Watch: looks each second whether another window wrote to the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.errors import UserError

if TYPE_CHECKING:
    from desktop.store.library import Library

PAUSE = 1_000
"""Milliseconds between two looks: what another window wrote is to be seen within two seconds."""


class Watch(QObject):
    """Its signal says that another window or program wrote."""

    changed = Signal()

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self.look)
        self.look()
        self._timer.start()

    def look(self) -> None:
        """Tell if somebody else wrote since the last look."""
        try:
            has_changed = self._library.has_changed()
        except UserError:
            return  # whoever reads or writes next says what is wrong
        if has_changed:
            self.changed.emit()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
