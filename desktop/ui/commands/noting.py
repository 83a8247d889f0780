"""Notes: writing one on what is at hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from desktop.compare.annotation import Status, anchor_at
from desktop.compare.model import Side
from desktop.errors import UserError
from desktop.ui.desk.note_order import NoteOrder, notes_on
from desktop.ui.labels import label
from desktop.ui.library.drafts import LEFT
from desktop.ui.menus.key_names import key_or_name

if TYPE_CHECKING:
    from desktop.compare.annotation import Annotation
    from desktop.ui.frame.window import Window

ONCE = Qt.ConnectionType.SingleShotConnection
STATUS = "status_"
"""What the names of the actions begin with that give a status."""


class NoteCommands(QObject):
    """The menu of notes."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._taken_up = ""  # what was told of that
        window.docks.panels.made.connect(self._on_made)

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
            told = self.tr("Select a passage or click a sentence first, then press {key}.")
            window.message.tell(told.format(key=key_or_name("annotate")))
            return
        window.docks.annotations.show()
        window.docks.annotations.raise_()
        window.docks.panels.annotations.write(note)

    def set_status(self, name: str) -> None:
        """Give a status to the note at hand: of the sentence, else the one that is shown."""
        window = self._window
        note = self._at_hand()
        if note is None:
            self._say_none()
            return
        status = Status(name.removeprefix(STATUS))
        editor = window.docks.panels.annotations.editor
        if editor.note is not None and editor.note.id == note.id:
            editor.set_status(status)
        else:
            window.session.repairs.change_note(replace(note, status=status))
        if not window.docks.panels.annotations.isVisible():
            said = self.tr("Status of the note: {status}").format(status=label(status))
            window.message.tell(said)

    def remove(self) -> None:
        """Remove the notes that are chosen in the list, else the one at hand."""
        window, panel = self._window, self._window.docks.panels.annotations
        here = self._at_hand()
        notes = panel.chosen if panel.list.hasFocus() else () if here is None else (here,)
        if not notes:
            self._say_none()
            return
        for note in notes:
            if panel.editor.note is not None and panel.editor.note.id == note.id:
                panel.editor.remove()
            else:
                window.session.repairs.remove_note(note.id)
        gone = {note.id for note in notes}.difference(n.id for n in window.session.annotations)
        if gone:  # else the bar says why not
            told = self.tr("Notes removed: {count}. {key} brings them back one by one.")
            window.message.tell(told.format(count=len(gone), key=key_or_name("undo")))

    def _say_none(self) -> None:
        told = self.tr("There is no note on this sentence. Press {key} to write one.")
        self._window.message.tell(told.format(key=key_or_name("annotate")))

    def order(self, name: str) -> None:
        """List the notes in another order."""
        self._window.settings.note_order = NoteOrder(name)
        self._window.docks.panels.annotations.set_order(NoteOrder(name))

    def _on_made(self, dock: str) -> None:
        if dock == "annotations":
            panel = self._window.docks.panels.annotations
            panel.set_order(self._window.settings.note_order)
            panel.left.connect(self._window.docks.left)
            panel.editor.recovered.connect(self._window.take_back)
            key = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), panel.list)
            key.setContext(Qt.ShortcutContext.WidgetShortcut)
            key.activated.connect(self.remove)

    def _at_hand(self) -> Annotation | None:
        """Return the note that is shown if it is on the statements at hand or in the list."""
        window, session = self._window, self._window.session
        shown = window.docks.panels.annotations.editor.note
        if window.docks.panels.annotations.list.hasFocus():
            return shown
        here = notes_on(session.annotations, *map(session.span_at_hand, Side))
        same = [note for note in here if shown is not None and note.id == shown.id]
        return next(iter(same or here[-1:]), None)

    def place(self) -> None:
        """Hang the note at hand, whose passage was lost, on the passage that is selected."""
        window, session = self._window, self._window.session
        note = window.docks.panels.annotations.editor.note
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
                session.repairs.place_note(note, side, anchor)
                return
        window.message.tell(self.tr("Select the passage first that the note belongs to."))

    def take_up_drafts(self) -> None:
        """Save what was typed when the program was killed, and say so.

        What is so fresh that somebody may be typing it is looked at once more.
        """
        drafts, were_fresh = self._window.session.drafts, self._window.session.drafts.are_fresh
        try:
            count = drafts.take_up()
        except UserError as error:
            self._window.show_error(error)
            return
        if count:
            self._say_taken_up(count)
        if drafts.are_fresh and not were_fresh:
            QTimer.singleShot(LEFT // timedelta(milliseconds=1), self, self.take_up_drafts)

    def _say_taken_up(self, count: int) -> None:
        """Say it once more when the pair is there that is only coming: it hides what was said."""
        self._taken_up = self.tr(
            "Duikan ended while notes were being written. What was typed last has been "
            "saved, notes: {count}."
        ).format(count=count)
        self._window.message.tell_too(self._taken_up)
        if self._window.session.comparer.is_comparing:
            self._window.session.pair_changed.connect(self._say_again, ONCE)

    def _say_again(self) -> None:
        self._window.message.tell_too(self._taken_up)
