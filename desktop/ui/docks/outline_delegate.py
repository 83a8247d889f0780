"""OutlineDelegate: one heading and its counts, drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTextLayout

from desktop.compare.model import Relation
from desktop.ui.look.chrome_size import interface_font, scaled
from desktop.ui.look.ground import paint_chosen
from desktop.ui.look.themed_delegate import ThemedDelegate
from desktop.ui.look.viewport import viewport
from desktop.ui.models.outline_model import OutlineModel
from desktop.ui.offsets import Offsets
from desktop.writers.signs import FORMS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QStyleOptionViewItem, QTreeView

    from desktop.ui.desk.aligned_outline import OutlineNode
    from desktop.ui.look.theme import Theme
    from desktop.ui.models.index import Index


ROW_HEIGHT = 27
TITLE_SIZE, COUNT_SIZE = 9.5, 8.0  # points
COUNT_HEIGHT, COUNT_PADDING = 17.0, 5.0
LINE_HEIGHT = 17.0  # pixels more of a second line
LEFT, MARGIN, GAP = 2.0, 8.0, 4.0
SLACK = 0.5  # pixels: a text of just the width is not cut
DOT_ROOM, DOT_RADIUS = 11.0, 2.2
DASHES = (3.0, 2.0)  # pixels of the outline around the count of what was dropped
MOVED = "\u00a0\u00a0↕"  # never alone on a line


class OutlineDelegate(ThemedDelegate):
    """What only one side has is marked by a dot; counts stand at the right edge.

    A heading that is too long for the dock goes on in a second line, and its counts stand there.
    """

    def __init__(self, theme: Theme, view: QTreeView) -> None:
        super().__init__(theme, view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Return the height of the one line or the two that the heading needs."""
        node: OutlineNode = index.data(OutlineModel.NODE_ROLE)
        depth, above = 1, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        width = viewport(self._view).width() - depth * self._view.indentation() - LEFT - MARGIN
        is_long = _needed(node, is_top=depth == 1) > width
        return QSize(0, round(scaled(ROW_HEIGHT + is_long * LINE_HEIGHT)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one heading."""
        node: OutlineNode = index.data(OutlineModel.NODE_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_chosen(painter, option, self._theme)
        is_top = not index.parent().isValid()
        room = QRectF(option.rect).adjusted(LEFT, 0, -MARGIN, 0)
        alone = only_on(node)
        height = scaled(ROW_HEIGHT)
        first = QRectF(room.left(), room.top(), room.width(), height)
        if alone is not None:
            self._paint_dot(painter, first, alone)
        painter.setFont(interface_font(TITLE_SIZE, bold=is_top))
        title = _title(node)
        if room.height() > height and _needed(node, is_top=is_top) > room.width():
            first.setLeft(room.left() + scaled(DOT_ROOM))
            title = self._paint_first_line(painter, first, title, node)
            room.setTop(room.bottom() - height)
        for count, relation in _counts(node):
            room.setRight(self._paint_count(painter, room, count, relation) - GAP)
        room.setLeft(room.left() + scaled(DOT_ROOM))
        painter.setFont(interface_font(TITLE_SIZE, bold=is_top))
        self._paint_line(painter, room, title, node)
        painter.restore()

    def _paint_count(
        self, painter: QPainter, room: QRectF, count: int, relation: Relation
    ) -> float:
        """Draw a count at the right end of `room` and return its left edge."""
        text, width = str(count), _count_width(count)
        box = QRectF(room.right() - width, 0, width, scaled(COUNT_HEIGHT))
        box.moveCenter(room.center())
        box.moveRight(room.right())
        ink = self._theme.ink_of(relation)
        pen = QPen(QColor(ink.line), 1.0)
        if not FORMS[relation].filled:
            pen.setDashPattern(DASHES)  # as its line is: not its colour alone tells it
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, scaled(COUNT_HEIGHT) / 2, scaled(COUNT_HEIGHT) / 2)
        painter.setFont(interface_font(COUNT_SIZE))
        painter.setPen(QColor(ink.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        return box.left()

    def _paint_first_line(
        self, painter: QPainter, room: QRectF, title: str, node: OutlineNode
    ) -> str:
        """Draw as much of a heading as its first line holds, and return the rest."""
        layout = QTextLayout(title, painter.font())
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(room.width())
        layout.endLayout()
        end = Offsets(title).to_points(line.textLength())
        self._paint_line(painter, room, title[:end].rstrip(), node)
        return title[end:]

    def _paint_line(self, painter: QPainter, room: QRectF, text: str, node: OutlineNode) -> None:
        painter.setPen(QColor(self._theme.muted if node.right is None else self._theme.ink))
        metrics = QFontMetricsF(painter.font())
        said = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width() + SLACK)
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


def _title(node: OutlineNode) -> str:
    return f"{node.title}{MOVED}" if node.moved else node.title


def _counts(node: OutlineNode) -> Iterator[tuple[int, Relation]]:
    """Yield the counts that are not 0, from the right edge on."""
    for count, relation in ((node.dropped, Relation.DROPPED), (node.new, Relation.NEW)):
        if count:
            yield count, relation


def _count_width(count: int) -> float:
    width = QFontMetricsF(interface_font(COUNT_SIZE)).horizontalAdvance(str(count))
    return max(scaled(COUNT_HEIGHT), width + 2 * scaled(COUNT_PADDING))


def _needed(node: OutlineNode, *, is_top: bool) -> float:
    """Return the width of a heading and its counts on one line."""
    title = QFontMetricsF(interface_font(TITLE_SIZE, bold=is_top)).horizontalAdvance(_title(node))
    counts = sum(_count_width(count) + GAP for count, _ in _counts(node))
    return scaled(DOT_ROOM) + title + counts
