"""On which page each heading will stand: reckoned, for a table of contents that is not yet fresh.

Lines have exact heights and Chinese characters one width, so that the reckoning is near; Word and
WPS count for themselves when the table of contents is brought up to date.
"""

from __future__ import annotations

import math
import unicodedata
from typing import TYPE_CHECKING

from desktop.writers.document import (
    HEADINGS,
    Paragraph,
    Table,
    TableOfContents,
    headings_of,
    is_listed,
)
from desktop.writers.footnotes import Footnotes
from desktop.writers.paper import PAGES, POINTS_PER_MM
from desktop.writers.typesetting import STYLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.writers.contents import Look
    from desktop.writers.document import Block, Document
    from desktop.writers.typesetting import Style

LOW = 1  # points; less is no height for Word
NARROW = 0.5  # width of a Latin letter or digit, in sizes of its font
CELL_HEIGHT, CELL_WIDTH = 2.8, 8.5  # points that the margins of a cell take
PARTED_FROM = 4  # lines of a paragraph that a page break may part into two and two
SEPARATOR = 14.0  # points of the line above the footnotes


class _Layout:
    """How far the pages are filled."""

    def __init__(self, document: Document, look: Look) -> None:
        self.page = 0
        self.pages: list[int] = []
        self._styles = {style.id: style for style in STYLES[look]}
        self._look = look
        self._listed = sum(map(is_listed, headings_of(document)))
        self._footnotes = Footnotes()

    def begin(self, is_broad: bool) -> None:
        """Begin a sheet on a new page."""
        page = PAGES[self._look, is_broad]
        self._width = page.type_width * POINTS_PER_MM
        self._full = page.type_height * POINTS_PER_MM
        self._turn()

    def add(self, block: Block) -> None:
        """Put a block behind what is there."""
        if isinstance(block, TableOfContents):
            line, title = self._styles["TOC1"].line, self._styles["ContentsHeading"]
            above = title.before + title.line + title.after
            for height in (above, *[line] * self._listed, LOW, LOW):
                self._put(height, height)
        elif isinstance(block, Table):
            for height in self._row_heights(block):
                self._put(height, height)
        else:
            self._add_paragraph(block)

    def _turn(self) -> None:
        self.page += 1
        self._filled = 0.0
        self._has_notes = False

    def _put(self, height: float, least: float) -> None:
        """Take room; what does not fit with its `least` part goes to the next page."""
        if self._filled + least > self._full + 1:
            self._turn()
        self._filled += height
        while self._filled > self._full + 1:
            rest = self._filled - self._full
            self._turn()
            self._filled = rest

    def _add_paragraph(self, block: Paragraph) -> None:
        """Put a paragraph with its footnotes; it is not parted so that one line stands alone."""
        style = self._styles[block.style]
        lines = self._lines(block.text, style, self._width)
        notes = [run.source for run in block.runs if run.source and self._is_new(run.source)]
        height = lines * style.line + style.before + style.after
        keeps_next = style.keeps_next or block.keeps_next
        if lines < PARTED_FROM or keeps_next:
            follower = style.line * 2 if keeps_next else 0.0
            self._put(height, height + follower + sum(map(self._note_height, notes)))
        else:
            self._put(height, 2 * style.line)
        if block.style in HEADINGS:
            self.pages.append(self.page)
        for source in notes:
            self._filled += self._note_height(source)
            self._has_notes = True

    def _is_new(self, source: str) -> bool:
        if self._footnotes.recent(source) is not None:
            return False
        self._footnotes.add(source)
        return True

    def _note_height(self, source: str) -> float:
        style = self._styles["FootnoteText"]
        height = self._lines(source, style, self._width) * style.line
        return height + (0.0 if self._has_notes else SEPARATOR)

    def _row_heights(self, table: Table) -> Iterator[float]:
        for row in table.rows:
            heights = []
            for cell, at in row.placed():
                width = self._width * sum(table.shares[at]) - CELL_WIDTH
                styles = [(p, self._styles[p.style]) for p in cell.paragraphs]
                heights.append(sum(self._lines(p.text, s, width) * s.line for p, s in styles))
            yield max(heights) + CELL_HEIGHT

    def _lines(self, text: str, style: Style, width: float) -> int:
        room = width - style.indent * style.size
        needed = text_width(text) * style.size + style.first_line * style.size
        return max(1, math.ceil(needed / room - 1e-6))


def text_width(text: str) -> float:
    """Return the width of a text in sizes of its font.

    >>> text_width("增长5%")
    3.0
    """
    return sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else NARROW for c in text)


def heading_pages(document: Document, look: Look) -> tuple[int, ...]:
    """Return the page of each heading of the document."""
    layout = _Layout(document, look)
    for sheet in document.sheets:
        layout.begin(sheet.is_broad)
        for block in sheet.blocks:
            layout.add(block)
    return tuple(layout.pages)
