"""PairDock: the two sentences at hand, word by word."""

from __future__ import annotations

from operator import is_not
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtWidgets import QBoxLayout, QFrame, QTextBrowser, QVBoxLayout, QWidget

from desktop.compare.model import Side
from desktop.ui.desk.alike import are_identical
from desktop.ui.desk.note_order import notes_on
from desktop.ui.docks.pair_html import browsed_html, texts_html, why_html
from desktop.ui.menus.key_names import key_of

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.ui.look.theme import Theme
    from desktop.ui.session import Session

TEXTS_SHARE, WHY_SHARE = 3, 1
LEAST_ACROSS = 290
"""Pixels below which the reasons stand under the sentences: beside them both would be columns of
a few characters."""
UNLIMITED = 16_777_215  # QWIDGETSIZE_MAX


class PairDock(QWidget):
    """Word diff and verdict on the left, reasons and notes on the right."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._told: tuple[object, ...] | None = None  # what the session told last
        self.texts = _browser(self)
        self.why = _browser(self)
        self.why.anchorClicked.connect(self._on_partner_chosen)
        self.edge = QFrame(self)
        self.edge.setObjectName("edge")
        self.edge.setMinimumSize(1, 1)
        card = QFrame(self)
        card.setObjectName("pair")
        around = QVBoxLayout(self)
        around.setContentsMargins(8, 0, 8, 8)
        around.addWidget(card)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, card)
        self._parts.setContentsMargins(16, 12, 16, 8)
        self._parts.setSpacing(16)
        self._parts.addWidget(self.texts, stretch=TEXTS_SHARE)
        self._parts.addWidget(self.edge)
        self._parts.addWidget(self.why, stretch=WHY_SHARE)
        self._turn()
        for changed in (
            session.comparison_changed,
            session.selection_changed,
            session.annotations_changed,
        ):
            changed.connect(self._on_changed)
        self._retranslate()

    def take_keyboard(self) -> None:
        """Let the keys scroll through both sentences."""
        self.texts.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self._theme = theme
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the reasons below the sentences where there is no room beside them."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        is_narrow = self.width() < LEAST_ACROSS
        directions = QBoxLayout.Direction
        self._parts.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
        self.edge.setMaximumSize(*((UNLIMITED, 1) if is_narrow else (1, UNLIMITED)))

    def _retranslate(self) -> None:
        self.texts.setAccessibleName(self.tr("The pair at hand, word by word"))
        self.why.setAccessibleName(self.tr("Why the two are linked, and notes"))
        self._show()

    def _hint(self) -> str:
        now = self._session.comparison
        if now is not None and are_identical(now):
            return self.tr("Below their titles the two reports say the same, word for word.")
        key = key_of("next")
        if not key:
            return self.tr("Click a marked sentence.")
        hint = self.tr("Click a marked sentence, or press {key} for the next difference.")
        return hint.format(key=key)

    def _on_changed(self) -> None:
        """Show the pair at hand once, however many signals tell of one change."""
        session = self._session
        at_hand = session.selection, session.current_row, session.browsed_rows
        now = session.comparison, session.annotations, *at_hand
        before, self._told = self._told, now
        if before is None or any(map(is_not, before, now)):
            self._show()

    def _show(self) -> None:
        now, chosen = self._session.comparison, self._session.selection
        is_at_hand = now is not None and (chosen.left is not None or chosen.right is not None)
        for part in (self.edge, self.why):
            part.setVisible(is_at_hand)  # else there is nothing to explain
        if now is None or not is_at_hand:
            self._show_browsed()
            return
        self.texts.setHtml(texts_html(now, chosen, self._theme))
        can_decide = self._session.is_mine and self._session.current_row is not None
        notes = notes_on(self._session.annotations, *map(self._session.span_at_hand, Side))
        self.why.setHtml(why_html(now, chosen, notes, self._theme, can_decide=can_decide))

    def _show_browsed(self) -> None:
        """Show what the heading or the fold holds that the reader is at, else what to do."""
        now = self._session.comparison
        rows = [self._session.rows[at] for at in self._session.browsed_rows]
        self.texts.setPlaceholderText(self._hint())
        self.texts.setHtml(browsed_html(now, rows, self._theme) if now is not None and rows else "")
        self.why.clear()

    def _on_partner_chosen(self, url: QUrl) -> None:
        left, _, right = url.path().partition("/")
        self._session.select_pair(int(left), int(right), self._session.selection.chosen)


def _browser(parent: QWidget) -> QTextBrowser:
    browser = QTextBrowser(parent)
    browser.setOpenLinks(False)
    browser.setFrameShape(QFrame.Shape.NoFrame)
    browser.document().setDocumentMargin(0)
    return browser
