"""ChangedFiles: a report that is open may have been written anew by another program."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal

from desktop.compare.model import Side
from desktop.readers.stamp import Seen
from desktop.ui.kept.text import KeptText

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from desktop.ui.session import Session


NAME = "stamps"


class ChangedFiles(QObject):
    """Looks at the files of the open pair whenever the reader comes back to it or to the window.

    When they were written is kept with the pair: the library has it as it was read, perhaps days
    ago.

    Nothing is read by itself: what the reader is at would go from under their eyes. A file that is
    gone is told of when its pair is opened, and not while it is open, since many programs write a
    file by putting another in its place.
    """

    changed = Signal(tuple)  # the paths, each told of once
    gone = Signal(tuple)  # the paths where a file was when it was read

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._known: dict[Path, Seen] = {}
        self._is_fresh = False
        self._kept = KeptText(session, NAME, self)
        self._kept.read.connect(self._on_kept_read)
        session.pair_changed.connect(self._on_pair_changed)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look when the window becomes the active one."""
        if event.type() is QEvent.Type.WindowActivate and self._known:
            self._session.readings.look_at(self._known, self._on_seen)
        return super().eventFilter(watched, event)

    def _on_pair_changed(self, is_fresh: bool) -> None:
        self._known = {}
        self._is_fresh = is_fresh

    def _on_kept_read(self, text: str) -> None:
        kept = {} if self._is_fresh else from_text(text)
        readings = [self._session.reading_of(side) for side in Side]
        paths = tuple(reading.path for reading in readings if reading is not None)
        self._known = {path: kept[path] for path in paths if path in kept}
        if self._known:
            self._session.readings.look_at(self._known, self._on_seen_again)
        elif paths:
            self._session.readings.look_at(dict.fromkeys(paths), self._on_first_seen)

    def _on_first_seen(self, found: dict[Path, Seen | None]) -> None:
        self._known = {path: seen for path, seen in found.items() if seen is not None}
        self._kept.write(to_text(self._known))

    def _on_seen_again(self, found: dict[Path, Seen | None]) -> None:
        gone = tuple(path for path, seen in found.items() if seen is None)
        self._on_seen(found)
        if gone:
            self.gone.emit(gone)

    def _on_seen(self, found: dict[Path, Seen | None]) -> None:
        before = self._known
        self._known = before | {path: seen for path, seen in found.items() if seen is not None}
        other = (path for path, seen in self._known.items() if seen.is_other_than(before[path]))
        if changed := tuple(other):
            self.changed.emit(changed)


def to_text(known: Mapping[Path, Seen]) -> str:
    """Return how files were seen as a text."""
    told = {str(path): (*seen.stamp, seen.digest) for path, seen in known.items()}
    return json.dumps(told, ensure_ascii=False)


def from_text(text: str) -> dict[Path, Seen]:
    """Return how the files of a text were seen, none where it says nothing that is understood.

    >>> known = {Path("a.txt"): Seen((3, 5), "f0")}
    >>> from_text(to_text(known)) == known
    True
    >>> from_text('{"a.txt": [3, 5]}') == {Path("a.txt"): Seen((3, 5))}, from_text("[")
    (True, {})
    """
    try:
        return {Path(path): _seen(*told) for path, told in json.loads(text).items()}
    except (ValueError, TypeError, AttributeError):
        return {}


def _seen(at: int, size: int, digest: str = "") -> Seen:
    return Seen((int(at), int(size)), str(digest))
