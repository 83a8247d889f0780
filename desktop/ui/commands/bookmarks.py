"""Bookmarks: notes without words, and going from note to note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.compare.model import Side
from desktop.ui.note_order import ordered

if TYPE_CHECKING:
    from desktop.compare.annotation import Annotation
    from desktop.text.span import Span
    from desktop.ui.main_window import MainWindow


class BookmarkCommands(QObject):
    """A bookmark is a note that nothing is written in: it stays where notes stay."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._here: int | None = None  # the note that was gone to last

    def toggle(self) -> None:
        """Mark what is at hand to come back to it, or take the mark away."""
        spans = {side: self._session.span_at_hand(side) for side in Side}
        marks = [note for note in self._session.annotations if _is_mark_on(note, spans)]
        if marks:
            self._session.repairs.remove_note(marks[0].id)
        elif self._session.annotate_selection() is None:
            self._window.message.tell(self.tr("Click a sentence first."))

    def next(self) -> None:
        """Go to the next note or bookmark."""
        self._go(1)

    def previous(self) -> None:
        """Go to the note or bookmark before."""
        self._go(-1)

    def _go(self, by: int) -> None:
        now = self._session.comparison
        found = ordered(now, self._session.annotations) if now is not None else ()
        notes = [note for note in found if place_of(note) is not None]
        if not notes:
            self._window.message.tell(self.tr("There are no notes yet."))
            return
        ids = [note.id for note in notes]
        at = ids.index(self._here) + by if self._here in ids else (0 if by > 0 else -1)
        note = notes[at % len(notes)]
        self._here = note.id
        place = place_of(note)
        if place is not None:
            self._session.show_passage(*place)


def place_of(note: Annotation) -> tuple[Side, Span] | None:
    """Return where a note hangs, on the right if it can."""
    for side in (Side.RIGHT, Side.LEFT):
        anchor = note.anchor(side)
        if anchor is not None and anchor.span is not None:
            return side, anchor.span
    return None


def _is_mark_on(note: Annotation, spans: dict[Side, Span | None]) -> bool:
    """Tell whether a note is a mark without words on just these passages."""
    hung = {side: a.span if (a := note.anchor(side)) is not None else None for side in Side}
    return not note.body and not note.tags and hung == spans
