"""EntryDelegate: one commitment of the list, drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from desktop.ui.docks.text_lines import draw_line, text_lines, with_whole_numbers
from desktop.ui.labels import label
from desktop.ui.look.badges import TICK, badge_width, paint_badge
from desktop.ui.look.chrome_size import interface_font, listed_font, scaled
from desktop.ui.look.ground import paint_ground
from desktop.ui.look.themed_delegate import ThemedDelegate
from desktop.ui.models.commitment_model import ENTRY_ROLE

if TYPE_CHECKING:
    from PySide6.QtGui import QTextLayout
    from PySide6.QtWidgets import QStyleOptionViewItem

    from desktop.ui.docks.wrapped_list import WrappedList
    from desktop.ui.look.theme import Theme
    from desktop.ui.models.entries import Entry
    from desktop.ui.models.index import Index


MARGIN, GAP, SPACE = 14.0, 4.0, 8.0  # pixels: around, between the lines, between the words above
HEAD_HEIGHT = 18.0
TEXT_SIZE, SMALL_SIZE = 10.5, 8.5  # points
MOST_LINES = 3
"""Lines of a statement in the list; the whole of it is in the pane and in the tooltip."""


class EntryDelegate(ThemedDelegate):
    """Badge, changes and place in a quiet line; below it the statement in the reading face."""

    def __init__(self, theme: Theme, view: WrappedList) -> None:
        super().__init__(theme, view)
        self._view = view
        self._heights: dict[tuple[str, int], int] = {}  # of texts at a width

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours, and other faces where these have changed."""
        super().set_theme(theme)
        self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Return the height that the statement's lines need at the list's width."""
        entry: Entry = index.data(ENTRY_ROLE)
        width = self._view.room
        key = entry.text, width
        if key not in self._heights:
            height = self._lines(entry, width - 2 * MARGIN).boundingRect().height()
            self._heights[key] = round(height + scaled(HEAD_HEIGHT) + GAP + 2 * MARGIN * 0.7)
        return QSize(0, self._heights[key])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one entry."""
        entry: Entry = index.data(ENTRY_ROLE)
        painter.save()
        paint_ground(painter, option, self._theme)
        inner = QRectF(option.rect).adjusted(MARGIN, MARGIN * 0.7, -MARGIN, -MARGIN * 0.7)
        inner.setWidth(self._view.room - 2 * MARGIN)
        self._paint_head(painter, inner, entry)
        painter.setPen(QColor(self._theme.ink))
        self._lines(entry, inner.width()).draw(
            painter, inner.topLeft() + QPointF(0, scaled(HEAD_HEIGHT) + GAP)
        )
        painter.restore()

    def _lines(self, entry: Entry, width: float) -> QTextLayout:
        return text_lines(with_whole_numbers(entry.text), listed_font(TEXT_SIZE), width, MOST_LINES)

    def _paint_head(self, painter: QPainter, inner: QRectF, entry: Entry) -> None:
        name = label(entry.relation)
        badge = QRectF(inner.left(), inner.top(), badge_width(name), scaled(HEAD_HEIGHT))
        paint_badge(painter, badge, name, entry.relation, self._theme)
        font = interface_font(SMALL_SIZE)
        line = QRectF(badge.right() + SPACE, inner.top(), 0, scaled(HEAD_HEIGHT))
        line.setRight(inner.right())
        if entry.confirmed:
            painter.setFont(font)
            painter.setPen(QColor(self._theme.muted))
            painter.drawText(
                line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, TICK
            )
            line.setRight(line.right() - QFontMetricsF(font).horizontalAdvance(TICK) - SPACE)
        draw_line(painter, line, head_line(entry), font, self._theme.muted)


def head_line(entry: Entry) -> str:
    """Return changes, section and year as one line."""
    changes = " · ".join(label(kind) for kind in entry.changes)
    place = " · ".join((*entry.path[-1:], *([str(entry.year)] if entry.year else [])))
    return "   ".join(part for part in (changes, place) if part)
