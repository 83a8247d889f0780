"""The window that is open takes what later starts are asked to open.

A later start lays a message into a folder that only the user can write to, and the window watches
it: no socket is opened, so that nothing listens. Who has locked the folder is the first one. A
message that is not taken is taken back, and its start opens a window of its own; so a window that
hangs, or a lock that nobody gives up, loses no file.
"""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from desktop.ui.meeting import LOCK, MESSAGE

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

STALE = 60.0  # seconds after which nobody waits for a message any more
GATHERED = 150  # milliseconds in which files that are opened one by one count as opened at once
POLLED = 1000  # milliseconds between two looks where the system watches no folders
LONGEST = 100_000  # bytes of a message


def lock_first(folder: Path) -> QLockFile | None:
    """Return the lock of the first window, None where another one has it."""
    lock = QLockFile(str(folder / LOCK))
    lock.setStaleLockTime(0)  # however long it is open; whose process is gone has it no more
    return lock if lock.tryLock(0) else None


class Application(QApplication):
    """The application; on a Mac it is told what to open, where others get arguments."""

    file_opened = Signal(list)  # of one Path

    def event(self, event: QEvent) -> bool:
        """Tell of a file that macOS wants opened."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_opened.emit([Path(event.file())])
            return True
        return super().event(event)


class Arrivals(QObject):
    """Tells the first window of the files that it is to open."""

    came = Signal(list)  # of Path; empty where the window shall only show itself
    announced = Signal(list)  # of Path: what will come, unless there is more

    def __init__(self, folder: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._gathered: list[Path] = []
        self._gathering = QTimer(self, singleShot=True)
        self._gathering.timeout.connect(self._tell)
        if folder is not None:
            self._watch(folder)
            QTimer.singleShot(0, self, self.look)  # what came while the window was made

    def _watch(self, folder: Path) -> None:
        self._watcher = QFileSystemWatcher(self)
        if self._watcher.addPath(str(folder)):
            self._watcher.directoryChanged.connect(self.look)
        else:
            polling = QTimer(self, interval=POLLED)
            polling.timeout.connect(self.look)
            polling.start()

    def look(self) -> None:
        """Take the messages that are there, the earliest first."""
        if self._folder is None:
            return
        for message in sorted(self._folder.glob(f"*{MESSAGE}")):
            files = _taken(message)
            if files is not None:
                self.take(files)

    def take(self, files: list[Path]) -> None:
        """Tell of files at once if they are a pair, else wait: two may come as two starts.

        They may come another way too: macOS names them to the application, one by one.
        """
        is_pair = len(files) == 2 and not self._gathered
        self._gathered += files
        if is_pair:
            self._gathering.start(0)
        else:
            self._gathering.start(GATHERED)
            self.announced.emit(self._gathered)

    def _tell(self) -> None:
        files, self._gathered = self._gathered, []
        self.came.emit(files)


def _taken(message: Path) -> list[Path] | None:
    """Return the files of a message, which is then gone; None where it says nothing of use."""
    try:
        is_stale = time.time() - message.stat().st_mtime > STALE
        with message.open("rb") as file:
            said = file.read(LONGEST)
        message.unlink()
        files = json.loads(said)
    except (OSError, ValueError):
        return None
    if is_stale or not isinstance(files, list) or not all(isinstance(f, str) for f in files):
        return None
    return [Path(file) for file in files]
