"""NoteDelegate: one note of the list, drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter

from desktop.ui.docks.text_lines import draw_line, text_lines
from desktop.ui.labels import label, signed
from desktop.ui.look.chrome_size import interface_font, scaled
from desktop.ui.look.ground import paint_ground
from desktop.ui.look.themed_delegate import ThemedDelegate
from desktop.ui.models.annotation_model import ANNOTATION_ROLE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

    from desktop.compare.annotation import Annotation
    from desktop.ui.docks.wrapped_list import WrappedList
    from desktop.ui.look.theme import Theme
    from desktop.ui.models.index import Index


MARGIN, GAP, LINE = 12.0, 3.0, 17.0  # pixels
SMALL_SIZE, BODY_SIZE = 8.5, 9.5  # points
MOST_LINES = 4


class NoteDelegate(ThemedDelegate):
    """Status, tags and author in a quiet line, the words, then the passage that they are about."""

    def __init__(self, theme: Theme, view: WrappedList) -> None:
        super().__init__(theme, view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Return the height that the words need at the list's width."""
        width = self._view.room - 2 * MARGIN
        words = text_lines(index.data(), interface_font(BODY_SIZE), width, MOST_LINES)
        height = words.boundingRect().height() + 2 * (scaled(LINE) + GAP) + 2 * MARGIN * 0.7
        return QSize(0, round(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one note."""
        note: Annotation = index.data(ANNOTATION_ROLE)
        painter.save()
        paint_ground(painter, option, self._theme)
        inner = QRectF(option.rect).adjusted(MARGIN, MARGIN * 0.7, -MARGIN, -MARGIN * 0.7)
        inner.setWidth(self._view.room - 2 * MARGIN)
        lost = (self.tr("passage not found"),) if note.is_orphan else ()
        by = (who,) if (who := signed(note)) else ()
        told = (*lost, label(note.status), *note.tags, *by)
        self._paint_small(painter, inner, " · ".join(told))
        painter.setPen(QColor(self._theme.ink if note.body else self._theme.muted))
        words = text_lines(index.data(), interface_font(BODY_SIZE), inner.width(), MOST_LINES)
        words.draw(painter, inner.topLeft() + QPointF(0, scaled(LINE) + GAP))
        inner.setTop(inner.bottom() - scaled(LINE))
        self._paint_small(painter, inner, f"“{note.anchors[-1].quote}”")
        painter.restore()

    def _paint_small(self, painter: QPainter, room: QRectF, text: str) -> None:
        font, one_line = interface_font(SMALL_SIZE), text.replace("\n", " ")
        line = QRectF(room.left(), room.top(), room.width(), scaled(LINE))
        draw_line(painter, line, one_line, font, self._theme.muted)
