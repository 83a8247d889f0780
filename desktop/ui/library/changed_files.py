"""ChangedFiles: a report that is open may be written anew by another program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal

from desktop.compare.model import Side

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop.readers.stamp import Stamp
    from desktop.ui.session import Session


class ChangedFiles(QObject):
    """Looks at the files of the open pair whenever the reader comes back to the window.

    Nothing is read by itself: what the reader is at would go from under their eyes. A file that is
    gone is not told of, since many programs write a file by putting another in its place.
    """

    changed = Signal(tuple)  # the paths, each told of once

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._known: dict[Path, Stamp] = {}
        session.pair_changed.connect(self._on_pair_changed)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look when the window becomes the active one."""
        if event.type() is QEvent.Type.WindowActivate and self._known:
            self._session.readings.look_at(tuple(self._known), self._on_seen)
        return super().eventFilter(watched, event)

    def _on_pair_changed(self) -> None:
        self._known = {}
        readings = [self._session.reading_of(side) for side in Side]
        paths = tuple(reading.path for reading in readings if reading is not None)
        if paths:
            self._session.readings.look_at(paths, self._on_first_seen)

    def _on_first_seen(self, stamps: dict[Path, Stamp]) -> None:
        self._known = {path: stamp for path, stamp in stamps.items() if stamp is not None}

    def _on_seen(self, stamps: dict[Path, Stamp]) -> None:
        other = {
            path: stamp
            for path, stamp in stamps.items()
            if stamp is not None and stamp != self._known.get(path)
        }
        if other:
            self._known |= other
            self.changed.emit(tuple(other))
