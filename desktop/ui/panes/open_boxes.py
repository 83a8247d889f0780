"""The outline of a box about words that may run over lines: open where the line breaks.

Two closed boxes would be two numbers; one that is open at the break is one number, read on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter


def draw_outlines(painter: QPainter, rects: Sequence[QRectF], radius: float) -> None:
    """Draw the box with the painter's pen, and its ground with the painter's brush."""
    if len(rects) == 1:  # nearly always, and this way is faster
        painter.drawRoundedRect(rects[0], radius, radius)
        return
    ground = painter.brush()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for rect, path in zip(rects, outlines(rects, radius), strict=True):
        painter.fillRect(rect, ground)
        painter.drawPath(path)


def outlines(rects: Sequence[QRectF], radius: float) -> Iterator[QPainterPath]:
    """Yield the outline of each line's part: the first has a left edge, the last a right one."""
    last = len(rects) - 1
    for place, rect in enumerate(rects):
        path = QPainterPath()
        if last == 0:
            path.addRoundedRect(rect, radius, radius)
        elif 0 < place < last:
            path.moveTo(rect.topLeft())
            path.lineTo(rect.topRight())
            path.moveTo(rect.bottomLeft())
            path.lineTo(rect.bottomRight())
        else:
            _add_clasp(path, rect, radius, opens_left=place == last)
        yield path


def _add_clasp(path: QPainterPath, rect: QRectF, radius: float, *, opens_left: bool) -> None:
    """Add a rectangle that has no left edge, or no right one."""
    open_x, edge = (rect.left(), rect.right()) if opens_left else (rect.right(), rect.left())
    inner = edge - radius if opens_left else edge + radius
    path.moveTo(open_x, rect.top())
    path.lineTo(inner, rect.top())
    path.quadTo(edge, rect.top(), edge, rect.top() + radius)
    path.lineTo(edge, rect.bottom() - radius)
    path.quadTo(edge, rect.bottom(), inner, rect.bottom())
    path.lineTo(open_x, rect.bottom())
