"""A few lines of text for a list, cut with an ellipsis."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLayout, QTextOption

from desktop.text.normalize import narrow
from desktop.text.numerals import quantity_spans
from desktop.ui.offsets import Offsets

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

ROOM = 2
"""Characters that make room for the ellipsis and for punctuation that may not begin a line."""


JOINER = "\u2060"  # word joiner: no line ends at it, and nothing is seen of it


@lru_cache(maxsize=2048)
def with_whole_numbers(text: str) -> str:
    """Return `text` with a joiner between all characters of each number, unit and qualifier.

    >>> with_whole_numbers("增长5%左右").replace(JOINER, "~")
    '增长5~%~左~右'
    """
    parts, at = [], 0
    for start, end in quantity_spans(narrow(text)):
        parts += [text[at:start], JOINER.join(text[start:end])]
        at = end
    return "".join([*parts, text[at:]])


def text_lines(text: str, font: QFont, width: float, most: int) -> QTextLayout:
    """Return `text` laid out in at most `most` lines of `width` pixels."""
    layout = _laid_out(text, font, width, most + 1)
    if layout.lineCount() <= most:
        return layout
    last = layout.lineAt(most - 1)
    end = Offsets(text).to_points(last.textStart() + last.textLength()) - ROOM
    return _laid_out(text[:end] + "…", font, width, most)


def _laid_out(text: str, font: QFont, width: float, most: int) -> QTextLayout:
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while layout.lineCount() < most and (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1.0))
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout
