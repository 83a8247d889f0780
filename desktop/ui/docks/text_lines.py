"""A few lines of text for a list, cut with an ellipsis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLayout, QTextOption

from desktop.ui.offsets import Offsets

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

ROOM = 2
"""Characters that make room for the ellipsis and for punctuation that may not begin a line."""


def text_lines(text: str, font: QFont, width: float, most: int) -> QTextLayout:
    """Return `text` laid out in at most `most` lines of `width` pixels."""
    layout = _laid_out(text, font, width)
    if layout.lineCount() <= most:
        return layout
    last = layout.lineAt(most - 1)
    end = Offsets(text).to_points(last.textStart() + last.textLength()) - ROOM
    return _laid_out(text[:end] + "…", font, width)


def _laid_out(text: str, font: QFont, width: float) -> QTextLayout:
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1.0))
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout
