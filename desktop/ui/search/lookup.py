"""Lookup: words are looked for in all notes and reports of the library."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.store import Seen
from desktop.ui.tasks.work import LookedUp, look_up

if TYPE_CHECKING:
    from collections.abc import Collection

    from desktop.store import Library, RecentPair
    from desktop.ui.tasks.workshop import Workshop

LANE = "library"


class Lookup(QObject):
    """Looks behind the window's back; `found` tells that `result` is another one."""

    found = Signal()

    def __init__(self, library: Library, workshop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library, self._workshop = library, workshop
        self._seen = Seen()
        self.result = LookedUp()

    def look(self, words: str) -> None:
        """Look for words; for none, the reports are listed."""
        work = partial(look_up, self._library.file, self._seen, words)
        self._workshop.start_behind(work, self._on_found, lane=LANE)

    def pair_of(self, reports: Collection[str]) -> RecentPair | None:
        """Return the pair, opened last, that all these reports are of; they are named by sha256."""
        wanted = set(reports)
        pairs = self.result.pairs
        return next((p for p in pairs if wanted <= {p.left.sha256, p.right.sha256}), None)

    def _on_found(self, result: LookedUp) -> None:
        self.result = result
        self.found.emit()
