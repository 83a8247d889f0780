"""Which line of a document is at a height: looked for from where the last one was found.

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

FARTHEST = 64
"""Paragraphs that are gone through: one that is further away is sought by halves."""


class LineFinder:
    """Finds lines of one document; heights are pixels from its start, places are units of it."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._near: int | None = None  # the number of the paragraph that was found last

    def forget(self) -> None:
        """Begin anew; to be called when the layout has changed."""
        self._near = None

    def between(self, top: float, bottom: float) -> tuple[int, int]:
        """Return where the first line between two heights begins, and where the last one ends.

        One of which no more than a hair is left above is none of them. A text that is being laid
        out is so as far as there.
        """
        if not _is_laid(self._document.lastBlock()):
            self._lay_out(bottom)
        start = _begin_of_line(self._paragraph_at(top + HAIR), top + HAIR)
        return start, max(_end_of_line(self._paragraph_at(bottom), bottom), start)

    def _lay_out(self, height: float) -> None:
        """Let Qt look for a height: between paragraphs it finds the end of what is not laid out."""
        layout = self._document.documentLayout()
        layout.hitTest(QPointF(0.0, height), Qt.HitTestAccuracy.FuzzyHit)

    def _paragraph_at(self, height: float) -> QTextBlock:
        """Return the last paragraph that begins above a height, the first one above all."""
        return self._walked_to(height) or self._sought(height)

    def _sought(self, height: float) -> QTextBlock:
        def is_below(number: int) -> bool:
            return not _is_above(self._document.findBlockByNumber(number), height)

        numbers = range(1, self._document.blockCount())
        self._near = bisect_left(numbers, True, key=is_below)
        return self._document.findBlockByNumber(self._near)

    def _walked_to(self, height: float) -> QTextBlock | None:
        """Return it if it is at hand."""
        if self._near is None:
            return None
        block = self._document.findBlockByNumber(self._near)
        for _ in range(FARTHEST):
            is_above = _is_above(block, height)
            other = block.next() if is_above else block.previous()
            if not other.isValid() or (is_above and not _is_above(other, height)):
                self._near = block.blockNumber()
                return block
            block = other
        return None


def _is_laid(block: QTextBlock) -> bool:
    return block.layout().lineCount() > 0


def _is_above(block: QTextBlock, height: float) -> bool:
    """Whether a paragraph begins above a height; what is not laid out is below all."""
    layout = block.layout()
    return layout.lineCount() > 0 and layout.position().y() <= height


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
