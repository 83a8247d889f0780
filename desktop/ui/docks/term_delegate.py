"""TermDelegate and PlaceDelegate: a term with its counts, and a context of it, drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout

from desktop.ui.docks.text_lines import draw_line, text_lines
from desktop.ui.look.badges import paint_badge
from desktop.ui.look.chrome_size import interface_font, listed_font, scaled
from desktop.ui.look.ground import paint_ground
from desktop.ui.look.theme import TREND_FORMS
from desktop.ui.look.themed_delegate import ThemedDelegate
from desktop.ui.models.term_model import PLACE_ROLE, TERM_ROLE
from desktop.ui.offsets import Offsets

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

    from desktop.compare.findings import Term
    from desktop.ui.docks.wrapped_list import WrappedList
    from desktop.ui.look.theme import Theme
    from desktop.ui.models.index import Index
    from desktop.ui.models.term_model import InContext


ROW_HEIGHT, MARGIN, BADGE, GAP = 30, 12.0, 17.0, 8.0  # pixels
HEAD_HEIGHT, SPACE = 16.0, 8.0
TERM_SIZE, SMALL_SIZE, PLACE_SIZE = 10.5, 8.5, 10.5  # points
MOST_LINES = 4


class TermDelegate(ThemedDelegate):
    """The trend's sign, the term in the reading face, its uses on both sides at the right end."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Return the height of a line."""
        return QSize(0, round(scaled(ROW_HEIGHT)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one term."""
        term: Term = index.data(TERM_ROLE)
        painter.save()
        paint_ground(painter, option, self._theme)
        line = QRectF(option.rect).adjusted(MARGIN, 0, -MARGIN, 0)
        relation, sign = TREND_FORMS[term.trend]
        badge = QRectF(line.left(), 0, scaled(BADGE), scaled(BADGE))
        badge.moveCenter(QPointF(badge.center().x(), line.center().y()))
        paint_badge(painter, badge, sign, relation, self._theme)
        small = interface_font(SMALL_SIZE)
        counts = f"{term.left} → {term.right}"
        painter.setFont(small)
        painter.setPen(QColor(self._theme.muted))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(line, flags, counts)
        line.adjust(
            scaled(BADGE) + GAP, 0, -QFontMetricsF(small).horizontalAdvance(counts) - GAP, 0
        )
        draw_line(painter, line, term.text, listed_font(TERM_SIZE), self._theme.ink)
        painter.restore()


class PlaceDelegate(ThemedDelegate):
    """Side and section in a quiet line; below it the words around the term, which is set apart."""

    def __init__(self, theme: Theme, view: WrappedList) -> None:
        super().__init__(theme, view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Return the height that the words need at the list's width."""
        width = self._view.room - 2 * MARGIN
        height = self._words(index.data(PLACE_ROLE), width).boundingRect().height()
        return QSize(0, round(height + scaled(HEAD_HEIGHT) + 2 * SPACE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one context."""
        place: InContext = index.data(PLACE_ROLE)
        painter.save()
        paint_ground(painter, option, self._theme)
        inner = QRectF(option.rect).adjusted(MARGIN, SPACE, -MARGIN, -SPACE)
        inner.setWidth(self._view.room - 2 * MARGIN)
        small, top = interface_font(SMALL_SIZE), Qt.AlignmentFlag.AlignTop
        head = f"{place.name} · {place.path}" if place.path else place.name
        draw_line(painter, inner, head, small, self._theme.muted, top)
        painter.setPen(QColor(self._theme.ink))
        words = self._words(place, inner.width())
        words.draw(painter, inner.topLeft() + QPointF(0, scaled(HEAD_HEIGHT)), self._apart(place))
        painter.restore()

    def _words(self, place: InContext, width: float) -> QTextLayout:
        return text_lines(place.text, listed_font(PLACE_SIZE), width, MOST_LINES)

    def _apart(self, place: InContext) -> list[QTextLayout.FormatRange]:
        """Return the format of the term: bold and underlined, so that it needs no colour."""
        offsets = Offsets(place.text)
        start, end = offsets.to_units(place.found.start), offsets.to_units(place.found.end)
        apart = QTextLayout.FormatRange()
        apart.start, apart.length = start, end - start
        apart.format = QTextCharFormat()
        apart.format.setFontWeight(QFont.Weight.Bold)
        apart.format.setFontUnderline(True)
        return [apart]
