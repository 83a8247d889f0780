"""Library: opening what was found in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.compare.model import Side
from desktop.ui.commands.bookmarks import place_of

if TYPE_CHECKING:
    from desktop.ui.frame.window import Window
    from desktop.ui.models.found_model import Found


class LibraryCommands(QObject):
    """Leads to a place of the library, and opens the pair first that it was last read in."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._wanted: Found | None = None
        window.docks.panels.made.connect(self._on_made)
        self._session.annotations_changed.connect(self._on_read)  # the last that a pair tells
        self._session.busy_changed.connect(self._on_busy_changed)

    def _on_made(self, name: str) -> None:
        if name == "library":
            self._window.docks.panels.library.chosen.connect(self.open)
            self._window.docks.panels.library.pointed_at.connect(self.expect)

    def expect(self, found: Found) -> None:
        """Compare the pair of a place that somebody points at, and may open."""
        pair = self._session.lookup.pair_of(found.reports)
        if pair is not None and not self._is_open(found):
            self._session.expect_recent(pair)

    def open(self, found: Found) -> None:
        """Bring a place into view."""
        self._wanted = None
        if self._is_open(found):
            self._show(found)
            return
        pair = self._session.lookup.pair_of(found.reports)
        if pair is None:
            told = self.tr("No two reports that were compared hold this: open its file anew.")
            self._window.message.tell(told)
            return
        self._session.open_recent(pair)
        self._wanted = found

    def _on_read(self) -> None:
        if self._wanted is not None and self._is_open(self._wanted):
            wanted, self._wanted = self._wanted, None
            self._show(wanted)

    def _on_busy_changed(self, is_busy: bool) -> None:
        """Want no place any more whose pair has not come."""
        if not is_busy:
            self._wanted = None

    def _is_open(self, found: Found) -> bool:
        return all(self._side_of(report) is not None for report in found.reports)

    def _side_of(self, report: str) -> Side | None:
        now = self._session.comparison
        if now is None:
            return None
        return next((side for side in Side if now.side(side).report.sha256 == report), None)

    def _show(self, found: Found) -> None:
        if found.note is not None:
            notes = (note for note in self._session.annotations if note.id == found.note)
            place = next(map(place_of, notes), None)
            self._window.docks.panels.annotations.show_note(found.note)
        else:
            side = self._side_of(found.reports[0])
            place = (side, found.span) if side is not None and found.span is not None else None
        if place is not None:
            self._session.show_passage(*place)
