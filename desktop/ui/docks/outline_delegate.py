"""OutlineDelegate: one heading and its counts, drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.compare.model import Relation
from desktop.ui.models.outline_model import OutlineModel
from desktop.ui.theme import chrome_font

if TYPE_CHECKING:
    from desktop.ui.models.aligned_outline import OutlineNode
    from desktop.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

ROW_HEIGHT = 27
TITLE_SIZE, COUNT_SIZE = 9.5, 8.0  # points
COUNT_HEIGHT, COUNT_PADDING = 17.0, 5.0
MARGIN, GAP = 10.0, 4.0


class OutlineDelegate(QStyledItemDelegate):
    """What only one side has wears that side's colour; counts stand at the right edge."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Return the height of one line."""
        return QSize(0, ROW_HEIGHT)

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
        font = chrome_font(COUNT_SIZE)
        text = str(count)
        width = max(COUNT_HEIGHT, QFontMetricsF(font).horizontalAdvance(text) + 2 * COUNT_PADDING)
        box = QRectF(room.right() - width, 0, width, COUNT_HEIGHT)
        box.moveCenter(room.center())
        box.moveRight(room.right())
        ink = self._theme.ink_of(relation)
        painter.setPen(QPen(QColor(ink.line), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, COUNT_HEIGHT / 2, COUNT_HEIGHT / 2)
        painter.setFont(font)
        painter.setPen(QColor(ink.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        return box.left()

    def _paint_title(
        self, painter: QPainter, room: QRectF, node: OutlineNode, *, is_top: bool
    ) -> None:
        font = chrome_font(TITLE_SIZE, bold=is_top)
        painter.setFont(font)
        painter.setPen(QColor(self._colour(node)))
        title = f"{node.title}  ↕" if node.moved else node.title
        said = QFontMetricsF(font).elidedText(title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, said)

    def _colour(self, node: OutlineNode) -> str:
        if node.right is None:
            return self._theme.ink_of(Relation.DROPPED).text
        if node.left is None:
            return self._theme.ink_of(Relation.NEW).text
        return self._theme.ink
