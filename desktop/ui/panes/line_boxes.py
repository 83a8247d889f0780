"""Where a passage stands on its page: one box for each line that it runs over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlockFormat

from desktop.ui.panes.justifying import justify

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

    from desktop.text.span import Span
    from desktop.ui.offsets import Offsets

FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
ABOVE_BASELINE = 0.8


@dataclass(frozen=True, slots=True)
class LineBox:
    """A part of one line, in pixels of the document.

    `share` is how much of the line lies before the box and `until` how much up to its end,
    0.0 to 1.0; `top` and `bottom` are those of the line with the air that belongs to it.
    """

    left: float
    right: float
    top: float
    baseline: float
    bottom: float
    share: float
    until: float


class LineBoxes:
    """The boxes of passages of a document, kept until the layout changes.

    A box begins with its passage's first character, behind the room of its badges.
    """

    def __init__(self, document: QTextDocument, offsets: Offsets) -> None:
        self._document = document
        self._offsets = offsets
        self._known: dict[Span, tuple[LineBox, ...]] = {}
        self._justified: set[int] = set()  # the blocks whose lines have been spread

    def take(self, document: QTextDocument, offsets: Offsets) -> None:
        """Look in another document from now on, or in the same with other rooms."""
        self._document, self._offsets = document, offsets
        self.forget()

    def forget(self) -> None:
        """Drop what was known; to be called when the layout has changed."""
        self._known.clear()
        self._justified.clear()

    def boxes(self, span: Span) -> tuple[LineBox, ...]:
        """Return the boxes of a passage from its first line to its last."""
        found = self._known.get(span)
        if found is None:
            found = self._known[span] = tuple(self._boxes(span))
        return found

    def heights(self, span: Span) -> tuple[float, float] | None:
        """Return where a passage begins and ends, in pixels of the document.

        One that begins or ends within a line takes that share of the line's height, so that
        neighbours on one line do not overlap.
        """
        boxes = self.boxes(span)
        if not boxes:
            return None
        first, last = boxes[0], boxes[-1]
        return (
            first.top + first.share * (first.bottom - first.top),
            last.top + last.until * (last.bottom - last.top),
        )

    def top_of(self, offset: int) -> float:
        """Return where the line of one character begins, in pixels of the document."""
        unit = self._offsets.to_units(offset)
        block = self._document.findBlock(unit)
        self._document.documentLayout().blockBoundingRect(block)  # lays out as far as here
        line = block.layout().lineForTextPosition(unit - block.position())
        above = _rows(line, block.blockFormat())[0] if line.isValid() else 0.0
        return block.layout().position().y() + above

    def justify(self, span: Span) -> None:
        """Spread the lines of the paragraphs that a passage is of, before they are drawn."""
        block = self._document.findBlock(self._offsets.to_units(span.start))
        end = self._offsets.to_units(span.end)
        while block.isValid() and block.position() <= end:
            self._justify(block)
            block = block.next()

    def _justify(self, block: QTextBlock) -> None:
        if block.blockNumber() not in self._justified:
            self._justified.add(block.blockNumber())
            justify(block)  # before anything of it is measured

    def _boxes(self, span: Span) -> list[LineBox]:
        start, end = self._offsets.to_units(span.start), self._offsets.end_of(span.end)
        found: list[LineBox] = []
        block = self._document.findBlock(start)
        while block.isValid() and block.position() < end:
            found += self._in_block(block, start, end)
            block = block.next()
        return found

    def _in_block(self, block: QTextBlock, start: int, end: int) -> Iterator[LineBox]:
        self._document.documentLayout().blockBoundingRect(block)  # lays out as far as here
        self._justify(block)
        layout, base = block.layout(), block.position()
        form, origin = block.blockFormat(), layout.position()
        opening = layout.lineForTextPosition(max(start - base, 0))
        for index in range(opening.lineNumber() if opening.isValid() else 0, layout.lineCount()):
            line = layout.lineAt(index)
            first = base + line.textStart()
            if first >= end:
                return
            a, b = max(first, start), min(first + line.textLength(), end)
            if a < b:
                yield _box(line, a - base, b - base, form, origin)


def _box(line: QTextLine, start: int, end: int, form: QTextBlockFormat, origin: QPointF) -> LineBox:
    """Return the box of a part of one line; the offsets count from the start of its block."""
    left, right = x_of(line, start), x_of(line, end)
    edge, x, y = line.x(), origin.x(), origin.y()
    width = line.width() or 1.0
    top, bottom = _rows(line, form)
    return LineBox(
        x + left,
        x + right,
        y + top,
        y + line.y() + line.ascent(),
        y + bottom,
        min(max((left - edge) / width, 0.0), 1.0),
        min(max((right - edge) / width, 0.0), 1.0),
    )


def _rows(line: QTextLine, form: QTextBlockFormat) -> tuple[float, float]:
    """Return where a line begins and ends with its air, in pixels of its paragraph."""
    height: float = form.lineHeight(line.height(), 1.0)
    top = line.y()
    if form.lineHeightType() == FIXED:  # of which Qt has so much above the baseline
        top += line.ascent() - ABOVE_BASELINE * height
    return top, top + height


def x_of(line: QTextLine, offset: int) -> float:
    """Return where a unit of a paragraph stands on its line, in pixels."""
    found: tuple[float, int] = line.cursorToX(offset)  # type: ignore[assignment]  # stub: object
    return found[0]
