"""A cell of the aligned table, laid out: its paragraphs in lines, what differs underlined."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from desktop.text.search import find_all, searchable
from desktop.ui.docks.text_lines import with_whole_numbers
from desktop.ui.look.typefaces import chrome_font, reading_font
from desktop.ui.offsets import Offsets
from desktop.ui.panes.line_boxes import x_of
from desktop.writers.document import Style

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainter

    from desktop.writers.document import Cell, Paragraph

LINE_HEIGHT = 1.62  # ems: looser than a list, tighter than the panes, since rows have air
PARAGRAPH_AIR = 0.3  # ems between two statements of one cell
HEADING_SHARES = {Style.TABLE_HEADING_1: 1.12, Style.TABLE_HEADING_2: 1.0}
SMALL_SHARE = 0.8
"""Of the size of the statements: headings, changes and notes."""


class Faces:
    """The fonts of the table at one size of its statements, in points."""

    def __init__(self, size: float) -> None:
        self.size = size
        self._fonts: dict[Style, QFont] = {}
        self._ems: dict[Style, float] = {}

    def font(self, style: Style) -> QFont:
        """Return the face of a paragraph."""
        if style not in self._fonts:
            self._fonts[style] = self._made(style)
        return self._fonts[style]

    def em(self, style: Style) -> float:
        """Return the width of one Chinese character, in pixels."""
        if style not in self._ems:
            self._ems[style] = QFontMetricsF(self.font(style)).horizontalAdvance("国")
        return self._ems[style]

    def _made(self, style: Style) -> QFont:
        if style is Style.TABLE_TEXT:
            return reading_font(self.size)
        if style in HEADING_SHARES:
            return chrome_font(self.size * HEADING_SHARES[style], bold=True)
        return chrome_font(self.size * SMALL_SHARE)


class CellText:
    """The paragraphs of one cell from `skip` on, set in `width` pixels."""

    def __init__(self, cell: Cell, faces: Faces, width: float, skip: int) -> None:
        self._parts: list[tuple[QTextLayout, float]] = []
        self.extents: list[tuple[float, float]] = []
        """Where each paragraph begins and ends, in pixels from above."""
        self.height = 0.0
        for paragraph in cell.paragraphs[skip:]:
            if self._parts:
                self.height += PARAGRAPH_AIR * faces.em(paragraph.style)
            layout, height = _set(paragraph, faces, width)
            self._parts.append((layout, self.height))
            self.extents.append((self.height, self.height + height))
            self.height += height

    def paint(self, painter: QPainter, place: QPointF) -> None:
        """Draw the cell with its upper left corner at `place`, in the painter's pen."""
        for layout, top in self._parts:
            layout.draw(painter, place + QPointF(0, top))

    def hits(self, wanted: tuple[str, ...]) -> list[QRectF]:
        """Return where words stand that are looked for, one rectangle for each line of a hit."""
        found: list[QRectF] = []
        for layout, top in self._parts:
            text = layout.text()
            offsets, folded = Offsets(text), searchable(text)
            for span in chain.from_iterable(find_all(words, folded) for words in wanted):
                start, end = offsets.to_units(span.start), offsets.to_units(span.end)
                found += _rects(layout, start, end, top)
        return found


def _set(paragraph: Paragraph, faces: Faces, width: float) -> tuple[QTextLayout, float]:
    """Return a paragraph in lines, and how high it is with their air."""
    texts = [with_whole_numbers(run.text) for run in paragraph.runs]
    layout = QTextLayout("".join(texts), faces.font(paragraph.style))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(_formats(paragraph, texts))
    step = LINE_HEIGHT * faces.em(paragraph.style)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1.0))
        line.setPosition(QPointF(0, top + (step - line.height()) / 2))
        top += step
    layout.endLayout()
    return layout, max(top, step)


def _formats(paragraph: Paragraph, texts: list[str]) -> list[QTextLayout.FormatRange]:
    found = []
    at = 0
    for run, text in zip(paragraph.runs, texts, strict=True):
        length = Offsets(text).to_units(len(text))
        if run.is_underlined or run.is_bold:
            form = QTextLayout.FormatRange()
            form.start, form.length, form.format = at, length, QTextCharFormat()
            form.format.setFontUnderline(run.is_underlined)
            if run.is_bold:
                form.format.setFontWeight(QFont.Weight.Bold)
            found.append(form)
        at += length
    return found


def _rects(layout: QTextLayout, start: int, end: int, top: float) -> list[QRectF]:
    found = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = line.textStart(), line.textStart() + line.textLength()
        if first < end and start < last:
            left, right = (x_of(line, min(max(at, first), last)) for at in (start, end))
            found.append(QRectF(left, top + line.y(), right - left, line.height()))
    return found


def estimated_height(lengths: tuple[int, ...], faces: Faces, width: float, style: Style) -> float:
    """Return about how high paragraphs of so many characters are."""
    em = faces.em(style)
    fits = max(int(width / em), 1)
    lines = sum(max(1, -(-length // fits)) for length in lengths)
    return em * (lines * LINE_HEIGHT + max(0, len(lengths) - 1) * PARAGRAPH_AIR)


def paint_hits(painter: QPainter, rects: list[QRectF], place: QPointF, colour: QColor) -> None:
    """Draw the grounds of words that are looked for."""
    for rect in rects:
        painter.fillRect(rect.translated(place), colour)
