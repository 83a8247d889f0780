"""ChangedFiles: a report that is open may have been written anew by another program."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal

from desktop.compare.model import Side
from desktop.ui.kept.text import KeptText

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from desktop.readers.stamp import Stamp
    from desktop.ui.session import Session


NAME = "stamps"


class ChangedFiles(QObject):
    """Looks at the files of the open pair whenever the reader comes back to it or to the window.

    When they were written is kept with the pair: the library has it as it was read, perhaps days
    ago.

    Nothing is read by itself: what the reader is at would go from under their eyes. A file that is
    gone is not told of, since many programs write a file by putting another in its place.
    """

    changed = Signal(tuple)  # the paths, each told of once

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._known: dict[Path, Stamp] = {}
        self._is_fresh = False
        self._kept = KeptText(session, NAME, self)
        self._kept.read.connect(self._on_kept_read)
        session.pair_changed.connect(self._on_pair_changed)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look when the window becomes the active one."""
        if event.type() is QEvent.Type.WindowActivate and self._known:
            self._session.readings.look_at(tuple(self._known), self._on_seen)
        return super().eventFilter(watched, event)

    def _on_pair_changed(self) -> None:
        self._known = {}
        self._is_fresh = self._session.readings.is_fresh

    def _on_kept_read(self, text: str) -> None:
        kept = {} if self._is_fresh else from_text(text)
        readings = [self._session.reading_of(side) for side in Side]
        paths = tuple(reading.path for reading in readings if reading is not None)
        self._known = {path: kept[path] for path in paths if path in kept}
        if self._known:
            self._session.readings.look_at(tuple(self._known), self._on_seen)
        elif paths:
            self._session.readings.look_at(paths, self._on_first_seen)

    def _on_first_seen(self, stamps: dict[Path, Stamp]) -> None:
        self._known = {path: stamp for path, stamp in stamps.items() if stamp is not None}
        self._kept.write(to_text(self._known))

    def _on_seen(self, stamps: dict[Path, Stamp]) -> None:
        other = {
            path: stamp
            for path, stamp in stamps.items()
            if stamp is not None and stamp != self._known.get(path)
        }
        if other:
            self._known |= other
            self.changed.emit(tuple(other))


def to_text(stamps: Mapping[Path, Stamp]) -> str:
    """Return stamps as a text."""
    return json.dumps({str(path): stamp for path, stamp in stamps.items()}, ensure_ascii=False)


def from_text(text: str) -> dict[Path, Stamp]:
    """Return the stamps of a text, none where it says nothing that is understood.

    >>> from_text(to_text({Path("a.txt"): (3, 5)})) == {Path("a.txt"): (3, 5)}, from_text("[")
    (True, {})
    """
    try:
        return {Path(path): (int(at), int(size)) for path, (at, size) in json.loads(text).items()}
    except (ValueError, TypeError, AttributeError):
        return {}
