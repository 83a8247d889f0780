"""Bookmarks: notes without words, and going from note to note."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.compare.model import Side
from desktop.ui.desk.note_order import ordered, places, spans_of
from desktop.ui.desk.selection import NOTHING

if TYPE_CHECKING:
    from desktop.compare.annotation import Annotation
    from desktop.compare.model import Comparison
    from desktop.text.span import Span
    from desktop.ui.frame.window import Window


class BookmarkCommands(QObject):
    """A bookmark is a note that nothing is written in: it stays where notes stay."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._here: int | None = None  # the note that was gone to last
        self._seen = NOTHING  # what was at hand there

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
        if now is None or not notes:
            self._window.message.tell(self.tr("There are no notes yet."))
            return
        note = notes[self._next(now, notes, by) % len(notes)]
        place = place_of(note)
        if place is not None:
            self._session.show_passage(*place)
        self._here, self._seen = note.id, self._session.selection

    def _next(self, now: Comparison, notes: list[Annotation], by: int) -> int:
        """Return which note follows the one that was gone to, or the sentence chosen since."""
        ids = [note.id for note in notes]
        if self._here in ids and self._session.selection == self._seen:
            return ids.index(self._here) + by
        if self._session.selection == NOTHING:
            return 0 if by > 0 else -1
        place = places(now)
        hung = [place(*spans_of(note)) for note in notes]
        here = place(*(self._session.span_at_hand(side) for side in Side))
        return bisect_right(hung, here) if by > 0 else bisect_left(hung, here) - 1


def place_of(note: Annotation) -> tuple[Side, Span] | None:
    """Return where a note hangs, on the right if it can."""
    spans = ((side, note.span(side)) for side in (Side.RIGHT, Side.LEFT))
    return next(((side, span) for side, span in spans if span is not None), None)


def _is_mark_on(note: Annotation, spans: dict[Side, Span | None]) -> bool:
    """Tell whether a note is a mark without words on just these passages."""
    is_here = any(spans.values()) and all(note.span(side) == spans[side] for side in Side)
    return is_here and not note.body and not note.tags
