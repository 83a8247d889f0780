"""Watch: looks now and then what other windows wrote, and whether a backup is due."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.errors import UserError
from desktop.ui.work import back_up_if_due

if TYPE_CHECKING:
    from desktop.store.library import Library
    from desktop.ui.workshop import Workshop

LOOK = 1_000
"""Milliseconds between two looks: what another window wrote is to be seen within two seconds."""
BACK_UP = 300_000
"""Milliseconds between two questions for a backup; the library says when one is due."""
LANE = "backup"


class Watch(QObject):
    """Its signal says that another window or program wrote to the library."""

    changed = Signal()

    def __init__(self, library: Library, workshop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library, self._workshop = library, workshop
        self._timers: list[QTimer] = []
        self.look()
        for pause, look in ((LOOK, self.look), (BACK_UP, self.back_up)):
            timer = QTimer(self, interval=pause)
            timer.timeout.connect(look)
            timer.start()
            self._timers.append(timer)

    def look(self) -> None:
        """Tell if somebody else wrote since the last look."""
        try:
            has_changed = self._library.has_changed()
        except UserError:
            return  # whoever reads or writes next says what is wrong
        if has_changed:
            self.changed.emit()

    def back_up(self) -> None:
        """Make a backup behind the window, if one is due."""
        if self._library.refusal is None:
            work = partial(back_up_if_due, self._library.path)
            self._workshop.start_behind(work, lambda _: None, lane=LANE)

    def stop(self) -> None:
        """Look no more."""
        for timer in self._timers:
            timer.stop()
