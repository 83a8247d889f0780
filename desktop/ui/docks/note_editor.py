"""NoteEditor: the words, status and tags of one note, saved as they are written."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.compare.annotation import Status
from desktop.errors import UserError
from desktop.ui.docks.status_box import StatusBox
from desktop.ui.look.chrome_size import scaled
from desktop.ui.look.tips import LONGEST_QUOTE, shortened

if TYPE_CHECKING:
    from desktop.compare.annotation import Annotation
    from desktop.ui.session import Session

PAUSE = 300
"""Milliseconds without a key before a note is written: less than it takes to reach for the power
switch, more than between two keys of one word."""

DRAFT = 1_000
"""Milliseconds between two drafts of what is typed without a pause."""
AGAIN = 5_000
"""Milliseconds after which a note is written again that could not be."""

BODY_HEIGHT, LEAST_BODY = 96, 34  # pixels: where there is room, and where there is none
CTRL = Qt.KeyboardModifier.ControlModifier


class SaveState(Enum):
    """How what is shown stands to what is on the disk, in the words for it."""

    AS_IT_WAS = ""
    NOT_YET = QT_TRANSLATE_NOOP("NoteEditor", "Not saved yet")
    SAVED = QT_TRANSLATE_NOOP("NoteEditor", "Saved")
    REFUSED = QT_TRANSLATE_NOOP("NoteEditor", "Not saved: it is tried again")
    TWICE = QT_TRANSLATE_NOOP(
        "NoteEditor",
        "Changed in another window meanwhile: that version stays, and this one is kept beside it",
    )
    ANEW = QT_TRANSLATE_NOOP(
        "NoteEditor", "Removed in another window meanwhile: what is written here is a new note"
    )


class NoteEditor(QWidget):
    """Shows one note at a time; what was typed is kept before another one is shown.

    What could not be written stays here and is tried again; nothing else is shown meanwhile.
    """

    recovered = Signal(object)  # the UserError that was told, and that is true no longer
    removed = Signal()  # the note that was shown, by its button
    forked = Signal(int)  # the id under which the words are kept beside another window's

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._note: Annotation | None = None
        self._filled = "", ""  # words and tags of the note as the fields say them
        self.body = QPlainTextEdit(self)
        self._fit_body()
        self.body.setTabChangesFocus(True)
        self.body.installEventFilter(self)
        self.tags = QLineEdit(self)
        self.status = StatusBox(self)
        self.delete = QPushButton(self)
        self.delete.setAutoDefault(True)  # Enter presses it too
        self._quote = QLabel(self)
        self._quote.setTextFormat(Qt.TextFormat.PlainText)
        self._quote.setObjectName("tagline")
        self._quote.setWordWrap(True)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.save)
        self._draft = QTimer(self, singleShot=True, interval=DRAFT)
        self._draft.timeout.connect(self._keep_draft)
        self._drafted: Annotation | None = None  # the note that has a draft from here
        self.state = QLabel(self)
        self.state.setObjectName("count")
        self.state.setWordWrap(True)
        self._told = SaveState.AS_IT_WAS
        self._refusal: UserError | None = None  # as it was told
        self.body.textChanged.connect(self._on_typed)
        self.tags.textEdited.connect(self._on_typed)
        self.status.activated.connect(self.save)
        self.delete.clicked.connect(self.remove)
        self._lay_out()
        self._retranslate()
        self.show_note(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save when the words are left, so that what is done next is undone before them.

        Ctrl with Up and Down, which scroll, are kept from the window: they would move a link.
        """
        if event.type() is QEvent.Type.FocusOut and self._timer.isActive():
            self.save()
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == CTRL
            if is_held and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                event.accept()
        return super().eventFilter(watched, event)

    @property
    def note(self) -> Annotation | None:
        """The note that is shown."""
        return self._note

    @property
    def has_unsaved(self) -> bool:
        """Whether the fields say something else than the note; it is saved before long."""
        return self._written() != self._note

    def show_note(self, note: Annotation | None) -> None:
        """Show a note, or nothing; what was typed into the one before is kept first."""
        if self._write():
            self._fill(note)
            self._tell(SaveState.AS_IT_WAS)

    def take_keyboard(self) -> None:
        """Let words be typed."""
        self.body.setFocus()

    def follow(self, note: Annotation) -> None:
        """Show the note at hand as it is by now, unless something is being typed into it."""
        if self._note is not None and note != self._note and self._written() == self._note:
            self._fill(note)

    def set_status(self, status: Status) -> None:
        """Give the note at hand a status, and keep it with what was typed."""
        self.status.choose(status)
        self.save()

    def save(self) -> bool:
        """Keep what was typed, if anything was, and tell whether it is on the disk."""
        before = self._note
        is_kept = self._write()
        if before is not None and self._note is not None and before.id != self._note.id:
            self.forked.emit(self._note.id)
        return is_kept

    def remove(self) -> None:
        """Remove the note that is shown, with what was typed into it."""
        note = self._note
        if note is None:
            return
        self._note = None  # else what was typed would be written on the way
        try:
            self._session.repairs.remove_note(note.id)
        except UserError as error:
            self._note = note
            self._session.failed.emit(error)
            return
        self._timer.stop()
        self._draft.stop()
        self.removed.emit()

    def _fill(self, note: Annotation | None) -> None:
        self._note = note
        self.setEnabled(note is not None)
        body = note.body if note else ""
        if body != self.body.toPlainText():
            self.body.blockSignals(True)
            self.body.setPlainText(body)
            self.body.blockSignals(False)
        self.tags.setText(self.tr(", ").join(note.tags) if note else "")
        self.tags.setCursorPosition(0)  # of many tags the first ones are seen
        self.status.choose(note.status if note else Status.TO_CHECK)
        quotes = (shortened(a.quote, LONGEST_QUOTE) for a in note.anchors) if note else ()
        self._quote.setText("\n".join(f"“{quote}”" for quote in quotes))
        self._quote.setVisible(note is not None)
        self._filled = self._said()

    def _said(self) -> tuple[str, str]:
        return self.body.toPlainText(), self.tags.text()

    def _written(self) -> Annotation | None:
        """Return the note at hand with what was changed in the fields.

        They do not say every note as it is: the body has other spaces and ends of lines, and a
        tag of a colleague may have a comma. What nobody has touched stays the note's own.
        """
        note = self._note
        if note is None:
            return None
        body, tags = self._said()
        body_before, tags_before = self._filled
        is_same = body == body_before
        return replace(
            note,
            body=note.body if is_same else body,
            editor=note.editor if is_same else self._session.repairs.author,
            tags=note.tags if tags == tags_before else tags_of(tags),
            status=self.status.chosen,
        )

    def _write(self) -> bool:
        self._timer.stop()
        self._draft.stop()
        before, written = self._note, self._written()
        if before is None or written is None or written == before:
            return self._end_draft()
        try:
            kept = self._session.repairs.change_note(written)
        except UserError as error:
            self._on_refused(error)
            return False
        self._note, self._filled = kept, self._said()
        is_there = any(note.id == before.id for note in self._session.annotations)
        beside = SaveState.TWICE if is_there else SaveState.ANEW
        self._tell(SaveState.SAVED if kept.id == before.id else beside)
        if kept.id == before.id:
            self._drafted = None  # its draft has ended with that
        return self._end_draft()

    def _end_draft(self) -> bool:
        """Let nothing stay of words that were taken back, and tell whether nothing does.

        The next start would write them into the note.
        """
        try:
            if self._drafted is not None:
                self._session.drafts.drop(self._drafted)
        except UserError as error:
            self._on_refused(error)
            return False
        self._drafted = None
        if self._told in (SaveState.NOT_YET, SaveState.REFUSED):
            self._tell(SaveState.AS_IT_WAS)
        refusal, self._refusal = self._refusal, None
        if refusal is not None:
            self.recovered.emit(refusal)
        return True

    def _on_refused(self, error: UserError) -> None:
        if self._refusal is None:  # said once, and not at every try
            self._refusal = error
            self._session.failed.emit(error)
        self._tell(SaveState.REFUSED)
        self._timer.start(AGAIN)

    def _on_typed(self) -> None:
        if self._told is not SaveState.REFUSED:
            self._tell(SaveState.NOT_YET)
        self._timer.start(PAUSE)
        if not self._draft.isActive():
            self._draft.start()

    def _keep_draft(self) -> None:
        written = self._written()
        if self._note is None or written is None or written.body == self._note.body:
            return
        try:
            self._session.drafts.keep(written, written.body)
            self._drafted = written
        except UserError as error:
            self._on_refused(error)

    def _tell(self, state: SaveState) -> None:
        self._told = state
        said = self.tr(state.value) if state.value else ""
        self.state.setText(said)
        self.state.setAccessibleName(said)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() is QEvent.Type.FontChange:
            self._fit_body()
        super().changeEvent(event)

    def _fit_body(self) -> None:
        self.body.setMinimumHeight(round(scaled(LEAST_BODY)))
        self.body.setMaximumHeight(round(scaled(BODY_HEIGHT)))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(5)
        layout.addWidget(self._quote)
        layout.addWidget(self.body)
        layout.addWidget(self.tags)
        row = QHBoxLayout()
        row.addWidget(self.status, stretch=1)
        row.addWidget(self.delete)
        layout.addLayout(row)
        layout.addWidget(self.state)

    def _retranslate(self) -> None:
        self._tell(self._told)
        self.body.setPlaceholderText(self.tr("What do you note here?"))
        self.body.setAccessibleName(self.tr("Words of the note"))
        self.tags.setPlaceholderText(self.tr("Tags, separated by commas"))
        self.tags.setAccessibleName(self.tr("Tags of the note"))
        self.status.setAccessibleName(self.tr("Status of the note"))
        self.delete.setText(self.tr("Delete"))
        self.delete.setAccessibleName(self.tr("Delete this note"))


def tags_of(text: str) -> tuple[str, ...]:
    """Return the tags written with commas, Chinese or Western, each once.

    >>> tags_of("民生， 督查,民生、")
    ('民生', '督查')
    """
    for comma in "，、;；":
        text = text.replace(comma, ",")
    return tuple(dict.fromkeys(tag for part in text.split(",") if (tag := part.strip())))
