"""The lines under statements as tiles: a dotted pen takes a hundred times as long."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from desktop.ui.theme import LineForm

PERIOD = 10
"""Pixels after which every line repeats: two and a half dots of four would not."""

HEIGHT = 4


@dataclass(frozen=True, slots=True)
class Stroke:
    """A piece of a tile: its place and size in pixels, and whether its ends are round."""

    left: float
    top: float
    width: float
    height: float
    is_round: bool = False


STROKES = {
    LineForm.THIN: (Stroke(0, 0, PERIOD, 1),),
    LineForm.DOUBLE: (Stroke(0, 0, PERIOD, 1), Stroke(0, 3, PERIOD, 1)),
    LineForm.THICK: (Stroke(0, 0, PERIOD, 2.3),),
    LineForm.DASHED: (Stroke(0, 0, 6, 1.6),),
    LineForm.DOTTED: (Stroke(0, 0, 2.1, 2.1, is_round=True), Stroke(5, 0, 2.1, 2.1, is_round=True)),
}


def line_tile(form: LineForm, colour: QColor, ratio: float) -> QPixmap:
    """Return a tile of one line for a screen with `ratio` physical pixels to a pixel."""
    tile = QPixmap(round(PERIOD * ratio), round(HEIGHT * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    with QPainter(tile) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for stroke in STROKES[form]:
            rect = QRectF(stroke.left, stroke.top, stroke.width, stroke.height)
            radius = stroke.height / 2 if stroke.is_round else 0.0
            painter.drawRoundedRect(rect, radius, radius)
    return tile
