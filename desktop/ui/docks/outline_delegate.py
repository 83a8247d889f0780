"""OutlineDelegate: one heading and its counts, drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.compare.model import Relation
from desktop.ui.chrome_size import interface_font, scaled
from desktop.ui.models.outline_model import OutlineModel
from desktop.writers.signs import FORMS

if TYPE_CHECKING:
    from desktop.ui.models.aligned_outline import OutlineNode
    from desktop.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

ROW_HEIGHT = 27
TITLE_SIZE, COUNT_SIZE = 9.5, 8.0  # points
COUNT_HEIGHT, COUNT_PADDING = 17.0, 5.0
MARGIN, GAP = 10.0, 4.0
DOT_ROOM, DOT_RADIUS = 11.0, 2.2


class OutlineDelegate(QStyledItemDelegate):
    """What only one side has is marked by a dot; counts stand at the right edge."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Return the height of one line."""
        return QSize(0, round(scaled(ROW_HEIGHT)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one heading."""
        node: OutlineNode = index.data(OutlineModel.NODE_ROLE)
        rect: QRect = option.rect
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(self._theme.selection))
        room = QRectF(rect).adjusted(2, 0, -MARGIN, 0)
        for count, relation in ((node.dropped, Relation.DROPPED), (node.new, Relation.NEW)):
            if count:
                room.setRight(self._paint_count(painter, room, count, relation) - GAP)
        self._paint_title(painter, room, node, is_top=not index.parent().isValid())
        painter.restore()

    def _paint_count(
        self, painter: QPainter, room: QRectF, count: int, relation: Relation
    ) -> float:
        """Draw a count at the right end of `room` and return its left edge."""
        font = interface_font(COUNT_SIZE)
        text = str(count)
        width = max(
            scaled(COUNT_HEIGHT),
            QFontMetricsF(font).horizontalAdvance(text) + 2 * scaled(COUNT_PADDING),
        )
        box = QRectF(room.right() - width, 0, width, scaled(COUNT_HEIGHT))
        box.moveCenter(room.center())
        box.moveRight(room.right())
        ink = self._theme.ink_of(relation)
        painter.setPen(QPen(QColor(ink.line), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, scaled(COUNT_HEIGHT) / 2, scaled(COUNT_HEIGHT) / 2)
        painter.setFont(font)
        painter.setPen(QColor(ink.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        return box.left()

    def _paint_title(
        self, painter: QPainter, room: QRectF, node: OutlineNode, *, is_top: bool
    ) -> None:
        font = interface_font(TITLE_SIZE, bold=is_top)
        painter.setFont(font)
        alone = only_on(node)
        if alone is not None:
            self._paint_dot(painter, room, alone)
        painter.setPen(QColor(self._theme.muted if node.right is None else self._theme.ink))
        room.setLeft(room.left() + scaled(DOT_ROOM))
        title = f"{node.title}  ↕" if node.moved else node.title
        said = QFontMetricsF(font).elidedText(title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, said)

    def _paint_dot(self, painter: QPainter, room: QRectF, relation: Relation) -> None:
        """Draw a dot before what only one side has: filled for new, a ring for dropped."""
        colour = QColor(self._theme.ink_of(relation).line)
        centre = QPointF(room.left() + scaled(DOT_ROOM) / 2 - 1, room.center().y())
        painter.setPen(QPen(colour, 1.2))
        painter.setBrush(colour if FORMS[relation].filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, scaled(DOT_RADIUS), scaled(DOT_RADIUS))


def only_on(node: OutlineNode) -> Relation | None:
    """Return new or dropped for a section that has no counterpart."""
    if node.right is None:
        return Relation.DROPPED
    return Relation.NEW if node.left is None else None
