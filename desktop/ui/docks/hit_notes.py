"""HitNotes: the form above the hits in which one note is written for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.compare.annotation import Status
from desktop.language import Counted
from desktop.ui.docks.note_editor import tags_of
from desktop.ui.docks.status_box import StatusBox
from desktop.ui.look.chrome_size import scaled
from desktop.ui.search.annotating import check_hits, places_without

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from desktop.ui.session import Session

MARGINS = (12, 6, 12, 6)
LEAST_ROOM = 220  # pixels for words and tags
WORDS_SHARE, TAGS_SHARE = 2, 1


class HitNotes(QWidget):
    """Words, tags and status, kept on every hit by Enter; hidden until it is asked for.

    The words that are looked for are its tag unless another one is written, so that the notes can
    be filtered by it; a pattern is none.
    """

    annotated = Signal(int, int)  # hits that have been given the note, and those that had it
    left = Signal()  # the keyboard is to go back to the hits

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.body = QLineEdit(self)
        self.tags = QLineEdit(self)
        self.status = StatusBox(self)
        self.keep = QPushButton(self)
        self.keep.setObjectName("primary")
        self.keep.clicked.connect(self._on_kept)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(*MARGINS)
        self._upper, self._lower = QHBoxLayout(), QHBoxLayout()
        rows.addLayout(self._upper)
        rows.addLayout(self._lower)
        self._upper.addWidget(self.body, stretch=WORDS_SHARE)
        self._upper.addWidget(self.tags, stretch=TAGS_SHARE)
        self._lower.addStretch()
        self._hits = session.finder.hits  # those that it was opened for
        session.finder.hits_changed.connect(self._on_hits_changed)
        self._retranslate()
        self.hide()

    def open(self) -> None:
        """Ask for the note; raises UserError where the hits are none or too many."""
        finder = self._session.finder
        check_hits(finder.hits)
        self._hits = finder.hits
        self.body.clear()
        self.tags.setText("" if finder.is_pattern else finder.text)
        self.status.choose(Status.TO_CHECK)
        self._retranslate()
        self.show()
        self.body.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the note, or leave it."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._on_kept()
            case Qt.Key.Key_Escape:
                self._leave()
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take a second line where what is written would have no room in one."""
        super().resizeEvent(event)
        taken = self.status.sizeHint().width() + self.keep.sizeHint().width()
        is_narrow = event.size().width() - taken < scaled(LEAST_ROOM)
        for widget in (self.status, self.keep):
            (self._lower if is_narrow else self._upper).addWidget(widget)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_kept(self) -> None:
        """Keep a note on every hit that does not have it yet."""
        session, hits = self._session, self._session.finder.hits
        body, status = self.body.text().strip(), self.status.chosen
        now = session.comparison
        places = places_without(body, hits, now, session.annotations) if now is not None else []
        session.repairs.add_notes(places, body, tags_of(self.tags.text()), status)
        self._leave()
        self.annotated.emit(len(places), len(hits) - len(places))

    def _on_hits_changed(self) -> None:
        if self._session.finder.hits is not self._hits:
            self.hide()

    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    def _retranslate(self) -> None:
        count = len(self._session.finder.hits)
        self.keep.setText(self.tr("Annotate {count:hit}").format(count=Counted(count)))
        self.keep.setAccessibleName(self.keep.text())
        self.body.setPlaceholderText(self.tr("Note for all hits"))
        self.body.setAccessibleName(self.tr("Words of the notes on all hits"))
        self.tags.setPlaceholderText(self.tr("Tags, separated by commas"))
        self.tags.setAccessibleName(self.tr("Tags of the notes on all hits"))
        self.status.setAccessibleName(self.tr("Status of the notes on all hits"))
