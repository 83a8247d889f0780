"""HitDelegate: a hit in its line, drawn so that all hits stand below each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from desktop.ui.look.chrome_size import interface_font, listed_font, scaled
from desktop.ui.look.ground import paint_chosen
from desktop.ui.look.themed_delegate import ThemedDelegate
from desktop.ui.models.hit_model import SNIPPET_ROLE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

    from desktop.ui.models.hit_model import Snippet
    from desktop.ui.models.index import Index


ROW_HEIGHT, MARGIN, GAP = 26, 12.0, 10.0  # pixels
TEXT_SIZE, SMALL_SIZE = 10.5, 8.5  # points
HEADING_SHARE, BEFORE_SHARE = 0.2, 0.36
"""Of the line: what the heading has, and where of the rest the hit begins."""

LEAST_HEADING = 70.0  # pixels; what is left of a heading in less says nothing

MIDDLE = Qt.AlignmentFlag.AlignVCenter
LEFT, RIGHT = MIDDLE | Qt.AlignmentFlag.AlignLeft, MIDDLE | Qt.AlignmentFlag.AlignRight


class HitDelegate(ThemedDelegate):
    """The heading, then the words with the hit in their middle, as in a concordance."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Return the height of a line."""
        return QSize(0, round(scaled(ROW_HEIGHT)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one hit."""
        found: Snippet = index.data(SNIPPET_ROLE)
        painter.save()
        paint_chosen(painter, option, self._theme)
        line = QRectF(option.rect).adjusted(MARGIN, 0, -MARGIN, 0)
        room = line.width() * HEADING_SHARE
        if room < scaled(LEAST_HEADING):
            room = 0.0
        else:
            self._paint_heading(painter, line, found.heading)
        self._paint_words(painter, line.adjusted(room, 0, 0, 0), found)
        painter.restore()

    def _paint_heading(self, painter: QPainter, line: QRectF, heading: str) -> None:
        font = interface_font(SMALL_SIZE)
        room = QRectF(line.left(), line.top(), line.width() * HEADING_SHARE - GAP, line.height())
        painter.setFont(font)
        painter.setPen(QColor(self._theme.muted))
        said = QFontMetricsF(font).elidedText(heading, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, LEFT, said)

    def _paint_words(self, painter: QPainter, words: QRectF, found: Snippet) -> None:
        font = listed_font(TEXT_SIZE)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.ink))
        start = words.left() + words.width() * BEFORE_SHARE
        end = min(start + metrics.horizontalAdvance(found.words), words.right())
        hit = QRectF(start, words.top() + 4, end - start, words.height() - 8)
        painter.fillRect(hit.adjusted(-1, 0, 1, 0), QColor(self._theme.hit))
        before = QRectF(words.left(), words.top(), start - words.left() - 1, words.height())
        after = QRectF(end + 1, words.top(), words.right() - end - 1, words.height())
        for room, text, side, cut in (
            (before, found.before, RIGHT, Qt.TextElideMode.ElideLeft),
            (QRectF(hit), found.words, LEFT, Qt.TextElideMode.ElideRight),
            (after, found.after, LEFT, Qt.TextElideMode.ElideRight),
        ):
            painter.drawText(room, side, metrics.elidedText(text, cut, room.width() + 0.5))
