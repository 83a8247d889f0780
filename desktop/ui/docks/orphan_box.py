"""OrphanBox: asks where a note belongs whose passage is not found in the open report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.compare.annotation import anchor_at
from desktop.compare.model import Side
from desktop.store import look_alikes
from desktop.ui.look.tips import LONGEST_QUOTE, shortened
from desktop.ui.menus.key_names import key_or_name

if TYPE_CHECKING:
    from desktop.compare.annotation import Annotation
    from desktop.text.span import Span
    from desktop.ui.session import Session


class OrphanBox(QWidget):
    """Offers the places that look alike, one after the other; it is hidden for all other notes."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._note: Annotation | None = None
        self._places: tuple[tuple[Side, Span], ...] = ()
        self._at = 0
        self.question = QLabel(self)
        self.question.setWordWrap(True)
        self.here = QPushButton(self)
        self.next = QPushButton(self)
        for button in (self.here, self.next):
            button.setAutoDefault(True)  # Enter presses it too
        self.here.clicked.connect(self._on_here)
        self.next.clicked.connect(self._on_next)
        row = QHBoxLayout()
        row.addWidget(self.here)
        row.addWidget(self.next)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 0)
        layout.addWidget(self.question)
        layout.addLayout(row)
        self._ask()

    def show_note(self, note: Annotation | None) -> None:
        """Ask about a note, if its passage was lost."""
        lost = note if note is not None and note.is_orphan else None
        if lost != self._note:
            self._note, self._places, self._at = lost, self._found(lost), 0
            self._ask()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._ask()
        super().changeEvent(event)

    def _found(self, note: Annotation | None) -> tuple[tuple[Side, Span], ...]:
        now = self._session.comparison
        if note is None or now is None:
            return ()
        return tuple(
            (side, span)
            for side in Side
            if (anchor := note.anchor(side)) is not None and anchor.span is None
            for span in look_alikes(anchor, now.side(side).report.text)
        )

    def _ask(self) -> None:
        self.setVisible(self._note is not None)
        self.here.setText(self.tr("Yes, place it here"))
        self.next.setText(self.tr("Look at the next place"))
        self.here.setVisible(bool(self._places))
        self.next.setVisible(len(self._places) > 1)
        self.question.setText(self._sentence())
        self.question.setAccessibleName(self.question.text())

    def _sentence(self) -> str:
        by_hand = self.tr(
            "The passage of this note is not found: select where it belongs and press {key}."
        ).format(key=key_or_name("place"))
        now = self._session.comparison
        if not self._places or now is None:
            return by_hand
        side, span = self._places[self._at]
        asked = self.tr("Or is it this one ({at} of {count})? “{words}”").format(
            at=self._at + 1,
            count=len(self._places),
            words=shortened(span.of(now.side(side).report.text), LONGEST_QUOTE),
        )
        return f"{by_hand} {asked}"

    def _on_next(self) -> None:
        self._at = (self._at + 1) % len(self._places)
        self._ask()
        self._session.show_passage(*self._places[self._at])

    def _on_here(self) -> None:
        now = self._session.comparison
        if self._note is not None and now is not None:
            side, span = self._places[self._at]
            self._session.repairs.place_note(self._note, side, anchor_at(now.side(side), span))
