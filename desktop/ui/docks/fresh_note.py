"""FreshNote: a note that was made just now, and is not kept if nothing is written into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from desktop.compare.annotation import Status

if TYPE_CHECKING:
    from desktop.compare.annotation import Annotation
    from desktop.ui.docks.note_editor import NoteEditor
    from desktop.ui.session import Session


class FreshNote(QObject):
    """Removes the note again when the keyboard goes elsewhere in the program and it is empty."""

    def __init__(self, session: Session, editor: NoteEditor) -> None:
        super().__init__(editor)
        self._session = session
        self._editor = editor
        self._id: int | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def begin(self, note: Annotation) -> None:
        """Watch over a note that has just been made, and for the one before no longer."""
        self.end()
        self._id = note.id

    def end(self) -> None:
        """Remove the note if there is still nothing in it."""
        note, self._id = self._id, None
        if note is not None and self._is_empty(note):
            self._session.repairs.unmake_note(note)

    def _is_empty(self, note: int) -> bool:
        """Tell whether neither the editor nor, perhaps from another window, the disk has words."""
        editor = self._editor
        kept = next((one for one in self._session.annotations if one.id == note), None)
        is_shown = editor.note is not None and editor.note.id == note
        typed = editor.body.toPlainText() + editor.tags.text()
        has_status = editor.status.chosen is not Status.TO_CHECK
        if kept is None or not is_shown or typed.strip() or has_status:
            return False
        return not kept.body and not kept.tags

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """End when the reader goes on; another program, or a list that drops down, is no end."""
        if self._id is None or new is None or not self._editor.window().isVisible():
            return
        within: QObject | None = new
        while within is not None and within is not self._editor:
            within = within.parent()
        if within is None:
            self.end()
