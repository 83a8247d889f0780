"""The signs of rows: letters for relations, drawn, and the tick of what is confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QIcon, QPainter, QPen, QPixmap

from desktop.ui.look.chrome_size import interface_font, scaled
from desktop.ui.look.theme import mixed
from desktop.writers.signs import FORMS

if TYPE_CHECKING:
    from desktop.compare.model import Relation
    from desktop.ui.look.theme import Theme

TICK = "✓"
BADGE_SIZE = 8.0  # points
PADDING = 4.0
RADIUS = 3.0
ICON_SIZE = 16
PALE = 0.45
"""How much of its colour the badge of a relation that is filtered out keeps."""


def badge_width(text: str) -> float:
    """Return the width of a badge in pixels."""
    font = interface_font(BADGE_SIZE, bold=True)
    return QFontMetricsF(font).horizontalAdvance(text) + 2 * PADDING


def paint_badge(
    painter: QPainter, rect: QRectF, text: str, relation: Relation, theme: Theme, share: float = 1.0
) -> None:
    """Draw a letter or name in its box, filled or outlined as the relation's form says."""
    ink = theme.ink_of(relation)
    filled = FORMS[relation].filled
    # A chosen colour may be a pale one, on which no letter can be read.
    line = mixed(ink.text if filled else ink.line, theme.ground, share)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen if filled else QPen(line, 1.0))
    painter.setBrush(line if filled else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    painter.setFont(interface_font(BADGE_SIZE, bold=True))
    painter.setPen(QColor(theme.on_ink) if filled else mixed(ink.text, theme.ground, share))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def icon_size() -> QSize:
    """Return the size of a letter that is an icon, in pixels."""
    side = round(scaled(ICON_SIZE))
    return QSize(side, side)


def legend_icon(relation: Relation, theme: Theme, ratio: float, sign: str = "") -> QIcon:
    """Return the letter, or another sign, as an icon: pale while it is filtered out."""
    icon, size = QIcon(), icon_size()
    for state, share in ((QIcon.State.On, 1.0), (QIcon.State.Off, PALE)):
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        rect = QRectF(QPointF(), size)
        paint_badge(painter, rect, sign or FORMS[relation].letter, relation, theme, share)
        painter.end()
        icon.addPixmap(pixmap, QIcon.Mode.Normal, state)
    return icon
