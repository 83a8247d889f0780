"""Which line of a document is at a height: paragraphs and lines are halved until it is found.

Qt measures the words of every line on its way there, at each step of a scrolling hand.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

HAIR = 1.0
"""Pixels: heights are rounded to them."""


def lines_between(document: QTextDocument, top: float, bottom: float) -> tuple[int, int]:
    """Return where the first line between two heights begins, and where the last one ends.

    Heights are pixels from the start of the document, places are units of it. A line of which no
    more than a hair is left below `top` is none of them. A text that is being laid out is so as
    far as `bottom`.
    """
    if not _is_laid(document.lastBlock()):
        _lay_out(document, bottom)
    start = _begin_of_line(_paragraph_at(document, top + HAIR), top + HAIR)
    return start, max(_end_of_line(_paragraph_at(document, bottom), bottom), start)


def _lay_out(document: QTextDocument, height: float) -> None:
    """Let Qt look for a height: between paragraphs it finds the end of what is not laid out."""
    document.documentLayout().hitTest(QPointF(0.0, height), Qt.HitTestAccuracy.FuzzyHit)


def _paragraph_at(document: QTextDocument, height: float) -> QTextBlock:
    """Return the last paragraph that begins above a height, the first one above all."""

    def is_below(number: int) -> bool:
        block = document.findBlockByNumber(number)
        return not _is_laid(block) or _top(block) > height

    below = bisect_left(range(document.blockCount()), True, lo=1, key=is_below)
    return document.findBlockByNumber(below - 1)


def _is_laid(block: QTextBlock) -> bool:
    return block.layout().lineCount() > 0


def _top(block: QTextBlock) -> float:
    return block.layout().position().y()


def _begin_of_line(block: QTextBlock, height: float) -> int:
    """Return where the first line begins that reaches below a height."""
    line = _line_at(block, height)
    if not line.isValid() or height < _top(block) + line.y() + line.height():
        return block.position() + (line.textStart() if line.isValid() else 0)
    if line.lineNumber() + 1 < block.layout().lineCount() or not block.next().isValid():
        return block.position() + line.textStart() + line.textLength()
    return block.next().position()


def _end_of_line(block: QTextBlock, height: float) -> int:
    line = _line_at(block, height)
    return block.position() + (line.textStart() + line.textLength() if line.isValid() else 0)


def _line_at(block: QTextBlock, height: float) -> QTextLine:
    """Return the last line of a paragraph that begins above a height, the first one above all."""
    layout, inside = block.layout(), height - _top(block)
    low, high = 0, layout.lineCount() - 1
    while low < high:
        middle = (low + high + 1) // 2
        if layout.lineAt(middle).y() <= inside:
            low = middle
        else:
            high = middle - 1
    return layout.lineAt(low)
