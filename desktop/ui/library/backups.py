"""Backups: made behind the window when one is due, and put in the library's place when asked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.store import backups
from desktop.store.opening import restore_open
from desktop.ui.tasks.work import back_up_if_due

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.errors import UserError
    from desktop.store import Library
    from desktop.store.backups import Backup
    from desktop.ui.tasks.workshop import Workshop

PAUSE = 300_000
"""Milliseconds between two questions for a backup; the library says when one is due."""
LANE = "backup"


class Backups(QObject):
    """What was written is copied now and then; `restored` says that the library is another one."""

    restored = Signal()

    def __init__(self, library: Library, workshop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library, self._workshop = library, workshop
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self.back_up_if_due)
        self._timer.start()

    @property
    def refusal(self) -> UserError | None:
        """Why nothing can be written: the library is of a newer version, or nobody may."""
        return self._library.refusal

    @property
    def all(self) -> tuple[Backup, ...]:
        """The backups that there are, the newest first."""
        return backups.backups(self._library.path)

    def back_up(self) -> Path:
        """Make a backup now and return its path; raises UserError."""
        return self._library.back_up()

    def back_up_if_due(self) -> None:
        """Make a backup behind the window, if something was written since the last one."""
        if self.refusal is None and self._library.absence is None:  # else one would be made there
            work = partial(back_up_if_due, self._library.file)
            self._workshop.start_behind(work, lambda _: None, lane=LANE)

    def restore(self, backup: Path) -> Path:
        """Put a backup in the library's place and return where what was there lies now."""
        _, before = restore_open(self._library, backup)
        self.restored.emit()
        return before

    def stop(self) -> None:
        """Make none any more."""
        self._timer.stop()
