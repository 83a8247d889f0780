"""Watch: looks each second whether another window wrote to the library, and whether it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.errors import UserError

if TYPE_CHECKING:
    from desktop.store import Library

PAUSE = 1_000
"""Milliseconds between two looks: what another window wrote is to be seen within two seconds."""


class Watch(QObject):
    """Its signals say that another window or program wrote, and that the file is gone or back."""

    changed = Signal()
    gone = Signal(object)  # the UserError that says so
    back = Signal(object)  # the same, which is true no longer

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self.absence: UserError | None = None
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self.look)
        self.look()
        self._timer.start()

    def look(self) -> None:
        """Tell if somebody else wrote since the last look, or took the file away."""
        try:
            if self._library.refusal is None:  # of what is only read, nothing can be lost
                self._look_where_it_is()
            has_changed = self._library.has_changed()
        except UserError:
            return  # whoever reads or writes next says what is wrong
        if has_changed:
            self.changed.emit()

    def _look_where_it_is(self) -> None:
        before, self.absence = self.absence, self._library.absence
        if before is None and self.absence is not None:
            self._library.let_go()
            self.gone.emit(self.absence)
        elif before is not None and self.absence is None:
            self.back.emit(before)

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
