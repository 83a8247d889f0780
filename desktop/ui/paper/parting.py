"""Each line of a document on one page alone.

Of a paragraph that goes on, Qt draws the line above the first one that is in view, too. It is
clipped and not seen, yet whoever searches the file or copies from it has it twice. So paragraphs
are parted where pages end, and a page is drawn from where nothing of the one before can reach.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAbstractTextDocumentLayout, QPalette, QTextBlockFormat, QTextCursor

from desktop.ui.panes.justifying import GOES_ON
from desktop.ui.paper.contents import LINE_BREAK, SLACK, blocks_in, lay_out_anew, page_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter, QTextBlock, QTextDocument


def part_at_pages(text: QTextDocument) -> None:
    """Let paragraphs end where their pages end; no line moves for it."""
    places = [place for block in blocks_in(text) for place in _breaks(text, block)]
    cursor = QTextCursor(text)
    cursor.beginEditBlock()
    for place in reversed(places):
        _part(cursor, place)
    cursor.endEditBlock()
    if places:
        lay_out_anew(text)


def _breaks(text: QTextDocument, block: QTextBlock) -> Iterator[int]:
    """Yield where the lines begin that are the first ones of a page, but for a paragraph's own."""
    top, height = text.documentLayout().blockBoundingRect(block).top(), text.pageSize().height()
    layout = block.layout()
    before: int | None = None
    for line in map(layout.lineAt, range(layout.lineCount())):
        page = int((top + line.y() + SLACK) // height)
        if before is not None and page != before:
            yield block.position() + line.textStart()
        before = page


def _part(cursor: QTextCursor, place: int) -> None:
    cursor.setPosition(place)
    upper, lower = QTextBlockFormat(), cursor.blockFormat()
    if cursor.document().characterAt(place - 1) == LINE_BREAK:
        cursor.deletePreviousChar()
    lower.setTopMargin(0.0)
    lower.setTextIndent(0.0)
    upper.setBottomMargin(0.0)
    upper.setProperty(GOES_ON, True)
    cursor.insertBlock(lower)
    cursor.setPosition(cursor.position() - 1)
    cursor.mergeBlockFormat(upper)


def reaches(text: QTextDocument) -> tuple[float, ...]:
    """Return for each page how far below its upper edge the air of the one before reaches."""
    height, found = text.pageSize().height(), [0.0] * (text.pageCount() + 1)
    for block in blocks_in(text):
        page = page_of(text, block) + 1
        bottom = text.documentLayout().blockBoundingRect(block).bottom()
        found[page] = max(found[page], bottom - page * height)
    return tuple(found)


def draw(painter: QPainter, text: QTextDocument, area: QRectF) -> None:
    """Draw the part of a document that stands in an area."""
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = area
    context.palette.setColor(QPalette.ColorRole.Text, painter.pen().color())
    text.documentLayout().draw(painter, context)
