"""Page numbers in the table of contents of a document that Qt has laid out.

Qt knows no leaders: the dots between a heading and its page are counted out, and what is left
over is spread between them, so that the numbers stand below each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontMetricsF, QTextBlock, QTextCharFormat, QTextCursor

from desktop.writers.document import TableOfContents, blocks_of, headings_of, is_listed

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from PySide6.QtGui import QImage, QTextDocument

    from desktop.writers.document import Document

DOT = "."
FEWEST_DOTS = 3
SLACK = 1.0  # pixels: a line that is full to the last fraction may break
LINE_BREAK = "\u2028"


def number_contents(document: Document, texts: Sequence[QTextDocument], device: QImage) -> None:
    """Write behind each entry of the contents on which page its heading stands."""
    # The lists behind the last sheet have headings, too, which are none of the document's.
    pages = zip(headings_of(document), _heading_pages(texts), strict=False)
    listed = [page for heading, page in pages if is_listed(heading)]
    lists = (block for block in blocks_of(document) if isinstance(block, TableOfContents))
    titles = {_flat(block.title) for block in lists}
    for text in texts:
        for block, page in zip(_entries(text, titles), listed, strict=False):
            _write(text, block, str(page), device)
        lay_out_anew(text)


def _heading_pages(texts: Iterable[QTextDocument]) -> Iterator[int]:
    """Yield the page of each heading; the title, which no contents list, is of level 1."""
    before = 1
    for text in texts:
        for block in blocks_in(text):
            if block.blockFormat().headingLevel() > 1:
                yield before + page_of(text, block)
        before += text.pageCount()


def _entries(text: QTextDocument, titles: Container[str]) -> Iterator[QTextBlock]:
    """Yield the blocks below the title of the contents: the entries, and what follows them."""
    blocks = blocks_in(text)
    for block in blocks:
        if _flat(block.text()) in titles:
            yield from blocks


def lay_out_anew(text: QTextDocument) -> None:
    """Lay out all of a text: after a change in its middle Qt forgets lines behind it."""
    text.markContentsDirty(0, text.characterCount())


def page_of(text: QTextDocument, block: QTextBlock) -> int:
    """Return the page, counted from 0, on which the first line of a paragraph stands."""
    top = text.documentLayout().blockBoundingRect(block).top()
    lines = block.layout()
    inside = lines.lineAt(0).y() if lines.lineCount() else 0.0
    # A line that was moved to the top of a page may stand a fraction of a pixel above it.
    return int((top + inside + SLACK) // text.pageSize().height())


def _flat(text: str) -> str:
    """Return a text without blanks, which Qt has its own of."""
    return "".join(text.split())


def blocks_in(text: QTextDocument) -> Iterator[QTextBlock]:
    """Yield all paragraphs in order."""
    block = text.begin()
    while block.isValid():
        yield block
        block = block.next()


def _write(text: QTextDocument, block: QTextBlock, page: str, device: QImage) -> None:
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    style = cursor.charFormat()
    metrics = QFontMetricsF(style.font(), device)
    width = text.pageSize().width() - block.blockFormat().leftMargin() - SLACK
    width -= metrics.horizontalAdvance(page)
    layout = block.layout()
    room = width - layout.lineAt(layout.lineCount() - 1).naturalTextWidth()
    dot = metrics.horizontalAdvance(DOT)
    if room < FEWEST_DOTS * dot:
        cursor.insertText(LINE_BREAK)
        room = width
    dots = int(room // dot)
    cursor.insertText(DOT * dots, _spread(style, room / dots - dot))
    cursor.insertText(page, style)


def _spread(style: QTextCharFormat, between: float) -> QTextCharFormat:
    spread = QTextCharFormat(style)
    spread.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    spread.setFontLetterSpacing(between)
    return spread
