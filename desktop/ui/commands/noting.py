"""Notes: writing one on what is at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.compare.annotation import anchor_at
from desktop.compare.model import Side

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow


class NoteCommands(QObject):
    """The menu of notes."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def annotate(self) -> None:
        """Write a note on the passage that is selected, else on the statements at hand."""
        window, session = self._window, self._window.session
        is_text = window.panes.isVisible()
        spans = {side: window.panes.selected_span(side) if is_text else None for side in Side}
        if any(spans.values()):
            note = session.annotate(spans[Side.LEFT], spans[Side.RIGHT])
        else:
            note = session.annotate_selection()
        if note is None:
            window.message.tell(
                self.tr("Select a passage or click a sentence first, then press N.")
            )
            return
        window.docks.annotations.show()
        window.docks.annotations.raise_()
        window.docks.annotations_panel.write(note)

    def place(self) -> None:
        """Hang the note at hand, whose passage was lost, on the passage that is selected."""
        window, session = self._window, self._window.session
        note = window.docks.annotations_panel.editor.note
        if note is None or session.comparison is None:
            window.message.tell(self.tr("Choose a note in the list of notes first."))
            return
        lost = [side for side in Side if (a := note.anchor(side)) and a.span is None]
        if not lost:
            window.message.tell(
                self.tr("The passage of this note was found: nothing is to be placed.")
            )
            return
        for side in lost:
            span = window.panes.selected_span(side) if window.panes.isVisible() else None
            span = span or session.span_at_hand(side)
            if span is not None:
                anchor = anchor_at(session.comparison.side(side), span)
                session.repairs.place(note, side, anchor)
                return
        window.message.tell(self.tr("Select the passage first that the note belongs to."))

    def take_up_drafts(self) -> None:
        """Save what was typed when the program was killed, and say so."""
        if count := self._window.session.drafts.take_up():
            self._window.message.tell(
                self.tr(
                    "Duikan ended while notes were being written. What was typed last has been "
                    "saved, notes: {count}."
                ).format(count=count)
            )
