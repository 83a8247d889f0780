"""The lines under statements as tiles: a dotted pen takes a hundred times as long."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from desktop.writers.signs import LineForm

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def strokes_between(form: LineForm, left: float, right: float) -> Iterator[Stroke]:
    """Yield the strokes of a line from one place to another, for what is not made of pixels.

    They stand where tiles would have them, so that pieces of one line go on as one.
    """
    for stroke in STROKES[form]:
        if stroke.width == PERIOD:
            yield replace(stroke, left=left, width=right - left)
            continue
        for start in range(int(left // PERIOD) * PERIOD, int(right) + 1, PERIOD):
            a, b = start + stroke.left, start + stroke.left + stroke.width
            if stroke.is_round and left <= a and b <= right:
                yield replace(stroke, left=a)
            elif not stroke.is_round and max(a, left) < min(b, right):
                yield replace(stroke, left=max(a, left), width=min(b, right) - max(a, left))


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
