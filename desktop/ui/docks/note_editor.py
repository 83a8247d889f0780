"""NoteEditor: the words, status and tags of one note, saved as they are written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.compare.annotation import Status
from desktop.ui.labels import label

if TYPE_CHECKING:
    from desktop.compare.annotation import Annotation
    from desktop.ui.session import Session

PAUSE = 300
"""Milliseconds without a key before a note is written: less than it takes to reach for the power
switch, more than between two keys of one word."""

BODY_HEIGHT = 96


class NoteEditor(QWidget):
    """Shows one note at a time; what was typed is kept before another one is shown."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._note: Annotation | None = None
        self.body = QPlainTextEdit(self)
        self.body.setFixedHeight(BODY_HEIGHT)
        self.body.setTabChangesFocus(True)
        self.tags = QLineEdit(self)
        self.status = QComboBox(self)
        for status in Status:
            self.status.addItem(label(status))
        self.delete = QPushButton(self)
        self._quote = QLabel(self)
        self._quote.setObjectName("tagline")
        self._quote.setWordWrap(True)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.save)
        self.body.textChanged.connect(self._timer.start)
        self.tags.textEdited.connect(self._timer.start)
        self.status.activated.connect(self.save)
        self.delete.clicked.connect(self._on_delete)
        self._lay_out()
        self._retranslate()
        self.show_note(None)

    @property
    def note(self) -> Annotation | None:
        """The note that is shown."""
        return self._note

    def show_note(self, note: Annotation | None) -> None:
        """Show a note, or nothing; what was typed into the one before is kept first."""
        self.save()
        self._note = note
        self.setEnabled(note is not None)
        self.body.blockSignals(True)
        self.body.setPlainText(note.body if note else "")
        self.body.blockSignals(False)
        self.tags.setText(self.tr(", ").join(note.tags) if note else "")
        self.status.setCurrentIndex(list(Status).index(note.status) if note else 0)
        self._quote.setText("\n".join(f"“{a.quote}”" for a in note.anchors) if note else "")
        self._quote.setVisible(note is not None)

    def save(self) -> None:
        """Keep what was typed, if anything was."""
        self._timer.stop()
        if self._note is None:
            return
        written = replace(
            self._note,
            body=self.body.toPlainText(),
            tags=tags_of(self.tags.text()),
            status=list(Status)[self.status.currentIndex()],
        )
        if written != self._note:
            self._note = written
            self._session.change_annotation(written)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.addWidget(self._quote)
        layout.addWidget(self.body)
        layout.addWidget(self.tags)
        row = QHBoxLayout()
        row.addWidget(self.status, stretch=1)
        row.addWidget(self.delete)
        layout.addLayout(row)

    def _retranslate(self) -> None:
        self.body.setPlaceholderText(self.tr("What do you note here?"))
        self.body.setAccessibleName(self.tr("Words of the note"))
        self.tags.setPlaceholderText(self.tr("Tags, with commas between"))
        self.tags.setAccessibleName(self.tr("Tags of the note"))
        self.status.setAccessibleName(self.tr("Status of the note"))
        self.delete.setText(self.tr("Delete"))
        self.delete.setAccessibleName(self.tr("Delete this note"))
        for at, status in enumerate(Status):
            self.status.setItemText(at, label(status))

    def _on_delete(self) -> None:
        if self._note is not None:
            note, self._note = self._note, None
            self._timer.stop()
            self._session.remove_annotation(note.id)


def tags_of(text: str) -> tuple[str, ...]:
    """Return the tags written with commas, Chinese or Western, each once.

    >>> tags_of("民生， 督查,民生、")
    ('民生', '督查')
    """
    for comma in "，、;；":
        text = text.replace(comma, ",")
    return tuple(dict.fromkeys(tag for part in text.split(",") if (tag := part.strip())))
