"""What the outline of a PDF lists: titles and headings, and where each stands on the paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.ui.paper.contents import blocks_in, page_of
from desktop.ui.paper.rows import tables_in
from desktop.writers.document import Shade, Style, Table
from desktop.writers.paper import PAGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QTextBlock, QTextDocument

    from desktop.writers.contents import Look
    from desktop.writers.document import Document, Sheet

POINTS = 72 / 96  # in a pixel of the layout
MM = 72 / 25.4  # points
ABOVE = 6.0  # points that are shown above a heading
IN_TABLE = {Style.TABLE_HEADING_1: 2, Style.TABLE_HEADING_2: 3}  # as deep as chapters and parts


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the outline: the page counted from 0, and how many points above its foot."""

    level: int
    words: str
    page: int
    height: float


def entries_of(document: Document, texts: Sequence[QTextDocument], look: Look) -> Iterator[Entry]:
    """Yield the titles and headings of a document that is laid out, those inside tables too."""
    before = 0
    for sheet, text in zip(document.sheets, texts, strict=True):
        page = PAGES[look, sheet.is_broad]
        for block, level in sorted(_headings(sheet, text), key=lambda each: each[0].position()):
            at = page_of(text, block)
            top = text.documentLayout().blockBoundingRect(block).top()
            down = (top - at * text.pageSize().height()) * POINTS + page.top * MM - ABOVE
            words = " ".join(block.text().split())
            yield Entry(level, words, before + at, round(page.height * MM - max(down, 0.0), 1))
        before += text.pageCount()


def _headings(sheet: Sheet, text: QTextDocument) -> Iterator[tuple[QTextBlock, int]]:
    for block in blocks_in(text):
        if block.blockFormat().headingLevel():
            yield block, block.blockFormat().headingLevel()
    tables = (block for block in sheet.blocks if isinstance(block, Table))
    for table, laid in zip(tables, tables_in(text), strict=True):
        for number, row in enumerate(table.rows):
            said = [
                (at, cell.paragraphs[0]) for cell, at in row.placed() if cell.paragraphs[0].text
            ]
            if row.shade is Shade.HEADING and said:
                at, first = said[0]
                block = laid.cellAt(number, at.start).firstCursorPosition().block()
                yield block, IN_TABLE.get(first.style, 2)
