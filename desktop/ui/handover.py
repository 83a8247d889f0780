"""The window that is open takes what later starts are asked to open.

A later start lays a message into a folder that only the user can write to, and the window watches
it: no socket is opened, so that nothing listens. Who has locked the folder is the first one. A
message that is not taken is taken back, and its start opens a window of its own; so a window that
hangs, or a lock that nobody gives up, loses no file.
"""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCryptographicHash,
    QFileSystemWatcher,
    QLockFile,
    QObject,
    QSysInfo,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from desktop import paths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent

FOLDER = "windows"
LOCK, MESSAGE, PARTIAL = "first.lock", ".json", ".part"
SEATS = ("WAYLAND_DISPLAY", "DISPLAY", "SESSIONNAME")
"""What names a screen: a window on another one is of no use to who sits here."""

PATIENCE = 10.0  # seconds that a start waits for a window which may itself be opening
LOOK_EVERY = 0.02  # seconds between two looks whether the message was taken
STALE = 60.0  # seconds after which nobody waits for a message any more
GATHERED = 150  # milliseconds in which files that are opened one by one count as opened at once
POLLED = 1000  # milliseconds between two looks where the system watches no folders
LONGEST = 100_000  # bytes of a message


def meeting_place(library: Path) -> Path | None:
    """Return the folder in which starts over one library, on one screen, meet; None for none.

    It lies in the cache: a folder of the library may be shared with other machines.
    """
    cache = paths.cache_folder()
    if cache is None:
        return None
    seat = (QSysInfo.machineHostName(), *map(os.environ.get, SEATS), str(library.absolute()))
    said = repr(seat).encode("utf-8", "surrogateescape")
    # Qt's: to load Python's takes three milliseconds of each start.
    digest = QCryptographicHash.hash(said, QCryptographicHash.Algorithm.Sha256)
    folder = cache / FOLDER / bytes(digest.data()).hex()[:16]
    try:
        folder.mkdir(mode=paths.PRIVATE, parents=True, exist_ok=True)
    except OSError:
        return None
    return folder


def lock_first(folder: Path) -> QLockFile | None:
    """Return the lock of the first window, None where another one has it."""
    lock = QLockFile(str(folder / LOCK))
    lock.setStaleLockTime(0)  # however long it is open; whose process is gone has it no more
    return lock if lock.tryLock(0) else None


def hand_over(folder: Path, files: Sequence[Path], patience: float = PATIENCE) -> bool:
    """Give files to the first window, or without files ask it to show itself; tell if it did."""
    name = f"{time.time_ns():020d}-{os.urandom(4).hex()}"
    message, partial = folder / f"{name}{MESSAGE}", folder / f"{name}{PARTIAL}"
    said = json.dumps([os.fsdecode(path.absolute()) for path in files])
    try:
        partial.write_text(said, encoding="ascii")
        partial.replace(message)
        return _is_taken(message, patience)
    except OSError:
        return False


def _is_taken(message: Path, patience: float) -> bool:
    """Wait until a message is gone; take it back where the window is, or its time is over."""
    until = time.monotonic() + patience
    while message.exists():
        if time.monotonic() > until or lock_first(message.parent) is not None:
            try:
                message.unlink()
            except FileNotFoundError:  # taken at the last moment
                return True
            return False
        time.sleep(LOOK_EVERY)
    return True


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

    def __init__(self, folder: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._gathered: list[Path] = []
        self._gathering = QTimer(self, singleShot=True, interval=GATHERED)
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
                self._gather(files)

    def take(self, files: list[Path]) -> None:
        """Open files that come another way: macOS names them to the application."""
        self._gather(files)

    def _gather(self, files: list[Path]) -> None:
        """Wait a moment for more: two files that are chosen may come as two starts."""
        self._gathered += files
        self._gathering.start()

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
