"""Tables cut where pages end: Qt would part a row between two pages, as no table of Word's is."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextFormat, QTextTable

from desktop.ui.paper.contents import SLACK
from desktop.writers.document import Shade, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QTextDocument

    from desktop.writers.document import Block, Document, Sheet, TableRow

ENDLESS = 1e7  # pixels: a page on which nothing is parted
AIR = 12.0  # pixels that the line between two pieces of a table takes, and the edges of a piece


def cut_at_pages(document: Document, texts: Sequence[QTextDocument]) -> Document:
    """Return a document that is laid out with the first table of each sheet cut that needs it.

    What follows a table moves when it is cut: ask again with the new layout until nothing changes.
    """
    sheets = (
        replace(sheet, blocks=tuple(_blocks(sheet, text)))
        for sheet, text in zip(document.sheets, texts, strict=True)
    )
    return replace(document, sheets=tuple(sheets))


def begin_pages(text: QTextDocument) -> None:
    """Begin a page with each table that follows another one: they are pieces of one."""
    made = QTextBlockFormat()
    made.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    made.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    small = QTextCharFormat()
    small.setFontPointSize(1)
    cursor = QTextCursor(text)
    cursor.beginEditBlock()
    for above, below in pairwise(tables_in(text)):
        between = text.findBlock(above.lastPosition() + 1)
        if between.position() + between.length() == below.firstPosition():
            cursor.setPosition(between.position())
            cursor.setBlockFormat(made)
            cursor.setBlockCharFormat(small)
    cursor.endEditBlock()


def _blocks(sheet: Sheet, text: QTextDocument) -> Iterator[Block]:
    tables = tables_in(text)
    tops = [text.documentLayout().frameBoundingRect(table).top() for table in tables]
    heights = iter(_heights_of_rows(text, tables))
    places = iter(tops)
    is_cut = False
    for block in sheet.blocks:
        if not isinstance(block, Table):
            yield block
            continue
        at, rows = next(places) % text.pageSize().height(), next(heights)
        begins = [] if is_cut else _begins(block.rows, rows, at, text.pageSize().height() - SLACK)
        is_cut = is_cut or bool(begins)
        yield from _pieces(block, begins)


def tables_in(text: QTextDocument) -> list[QTextTable]:
    """Return the tables of a sheet in order."""
    return [frame for frame in text.rootFrame().childFrames() if isinstance(frame, QTextTable)]


def _heights_of_rows(text: QTextDocument, tables: Sequence[QTextTable]) -> list[list[float]]:
    """Return the heights of the rows of each table, as they are where no page ends."""
    size, layout = text.pageSize(), text.documentLayout()
    text.setPageSize(QSizeF(size.width(), ENDLESS))
    found = []
    for table in tables:
        tops = [
            min(
                layout.blockBoundingRect(table.cellAt(row, at).firstCursorPosition().block()).top()
                for at in range(table.columns())
            )
            for row in range(table.rows())
        ]
        edges = layout.frameBoundingRect(table)
        above = tops[0] - edges.top()  # what stands above the words of a row
        tops.append(edges.bottom() + above)
        found.append([lower - upper for upper, lower in pairwise(tops)])
    text.setPageSize(size)
    return found


def _begins(
    rows: Sequence[TableRow], heights: Sequence[float], at: float, room: float
) -> list[int]:
    """Return which rows begin a page, of a table that stands `at` so far below an upper edge.

    The head is above them on each; what heads rows goes with the first of them. The heights have
    the lower edge of the whole table alone, so that of the first piece is allowed for.
    """
    if at + sum(heights) <= room:
        return []
    first = sum(row.is_head for row in rows)
    head = sum(heights[:first])
    filled, begins = at + AIR + head, []
    for number in range(first, len(rows)):
        if filled + heights[number] > room and number > first:
            begin = number
            while begin - 1 > first and rows[begin - 1].shade is Shade.HEADING:
                begin -= 1
            first = begin
            begins.append(begin)
            filled = AIR + head + sum(heights[begin:number])
        filled += heights[number]
    return begins


def _pieces(table: Table, begins: Sequence[int]) -> Iterator[Table]:
    heads = tuple(row for row in table.rows if row.is_head)
    for start, end in pairwise((len(heads), *begins, len(table.rows))):
        yield replace(table, rows=heads + table.rows[start:end])
