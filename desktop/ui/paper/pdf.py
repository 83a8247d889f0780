"""Document → PDF or paper, set by Qt: the window offers it, and the commands borrow it."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageRanges,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from desktop.errors import Reason, UserError
from desktop.ui.panes.justifying import justify, set_by_lines
from desktop.ui.paper.appending import with_outline
from desktop.ui.paper.contents import SLACK, blocks_in, lay_out_anew, number_contents, page_of
from desktop.ui.paper.marks import em_of, paint_marks, passages, run_attributes, set_marks
from desktop.ui.paper.outline import entries_of
from desktop.ui.paper.parting import draw, part_at_pages, reaches
from desktop.ui.paper.rows import begin_pages, cut_at_pages
from desktop.ui.paper.words import with_plain_words
from desktop.writers.contents import Look
from desktop.writers.document import runs_of
from desktop.writers.html import Body
from desktop.writers.html.style_sheet import style_rules
from desktop.writers.paper import NUMBER_BELOW, PAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock

    from desktop.compare.compare import Tick
    from desktop.ui.paper.marks import Passage
    from desktop.writers.document import Document, Run
    from desktop.writers.paper import Page

DPI = 96.0  # of the layout, which is that of CSS
MM = DPI / 25.4
RESOLUTION = 1200
KEEP = QTextCursor.MoveMode.KeepAnchor
BREAK_BEFORE = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore
NUMBER_SIZE = 18  # pixels of the layout
OVERHANG = 2.0  # pixels: boxes reach beyond the words at the ends of lines
INK = """body{color:#000000;margin:0}
p.toc1,p.toc2{margin-top:0;margin-bottom:0;line-height:140%}
p.TableText,p.TableChange,p.TableRelation,p.TableNumber,p.TableHead{margin:0;line-height:130%}
p.TableHeading1,p.TableHeading2{margin:0;line-height:130%}
"""
RUNNING = '<p class="BodyText"', '<p class="BodyText" align="justify"'
NO_PAPER = Reason(
    "Nothing was printed, as the printer took no page: check that it is on and connected, then "
    "print again.",
    "打印机未接收任何页面，未打印：请确认打印机已开机并连接，再重新打印。",
)
INDENTS = {Look.OFFICIAL: "p.BodyText{text-indent:37px}\n", Look.PLAIN: ""}  # two characters
"""What Qt does not take from the rules of a browser, and knows by no rule at all."""


def _untold(share: float) -> None:
    """Tell nobody, for those who wait in any case."""


@dataclass(frozen=True, slots=True)
class _SetPage:
    """One page of a sheet, the one at `place`, with what is marked on the whole sheet.

    Air of the page before, and no word of it, may reach as far as `reach` below its upper edge.
    """

    text: QTextDocument
    marked: tuple[Passage, ...]
    paper: Page
    place: int
    reach: float


def to_pdf(document: Document, look: Look = Look.OFFICIAL, tick: Tick = _untold) -> bytes:
    """Return the document as PDF, with page numbers; makes an application if there is none.

    `tick` hears the share of the pages that are drawn, and may raise Cancelled.
    """
    application = QGuiApplication.instance() or _application()  # held until the end
    events = QEventLoop()  # the layout starts timers, and a thread of a pool has no place for them
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setTitle(document.title)
    writer.setCreator("Duikan")
    device = _device()  # the layout keeps no hold of it
    laid, texts = _laid_out(document, look, device, tick)
    _print_pages(laid, texts, writer, look, tick)
    entries = tuple(entries_of(laid, texts, look))
    buffer.close()
    del application, events
    return with_outline(with_plain_words(bytes(buffer.data().data())), entries, document.language)


def print_document(
    document: Document,
    writer: QPagedPaintDevice,
    look: Look = Look.OFFICIAL,
    wanted: QPageRanges | None = None,
    tick: Tick = _untold,
) -> int:
    """Draw the pages of a document on paper, only those that are `wanted`; return how many.

    May be called from any thread that has an event loop of Qt. Raises UserError where the printer
    takes none. `tick` is that of `to_pdf`.
    """
    device = _device()
    document, texts = _laid_out(document, look, device, tick)
    return _print_pages(document, texts, writer, look, tick, wanted)


def _print_pages(
    document: Document,
    texts: list[QTextDocument],
    writer: QPagedPaintDevice,
    look: Look,
    tick: Tick,
    wanted: QPageRanges | None = None,
) -> int:
    chosen = [
        (number, page)
        for number, page in enumerate(_pages(document, texts, look, tick), start=1)
        if wanted is None or wanted.isEmpty() or wanted.contains(number)
    ]
    painter = QPainter()
    try:
        for at, (number, page) in enumerate(chosen):
            tick(at / len(chosen))
            _set_page(writer, page.paper)
            if painter.isActive():
                writer.newPage()
            elif not painter.begin(writer):
                raise UserError(NO_PAPER.en, NO_PAPER.zh)
            _print(page, painter, number, look)
    finally:
        if painter.isActive():  # Qt complains of a file that goes while it is drawn on
            painter.end()
    return len(chosen)


def _pages(
    document: Document, texts: list[QTextDocument], look: Look, tick: Tick
) -> Iterator[_SetPage]:
    runs = tuple(runs_of(document))
    for text, sheet in zip(texts, document.sheets, strict=True):
        tick(0.0)
        part_at_pages(text)
        for block in blocks_in(text):
            justify(block)  # its last layout
        marked = passages(text, runs)
        for place, reach in zip(range(text.pageCount()), reaches(text), strict=False):
            yield _SetPage(text, marked, PAGES[look, sheet.is_broad], place, reach)


def _device() -> QImage:
    """Return something that has the resolution of the layout."""
    device = QImage(1, 1, QImage.Format.Format_RGB32)
    device.setDotsPerMeterX(round(MM * 1000))
    device.setDotsPerMeterY(round(MM * 1000))
    return device


def _application() -> QGuiApplication:
    """Return an application that opens no window, also where there is no display."""
    has_display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if sys.platform.startswith("linux") and not has_display:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication(sys.argv[:1])


def _laid_out(
    document: Document, look: Look, device: QImage, tick: Tick
) -> tuple[Document, list[QTextDocument]]:
    """Return the document with its tables cut where pages end, and its sheets as Qt's documents.

    The contents name the pages.
    """
    texts = _texts(document, look, device, tick)
    while (cut := cut_at_pages(document, texts)) != document:
        document, texts = cut, _texts(cut, look, device, tick)
    number_contents(document, texts, device)
    return document, texts


def _texts(document: Document, look: Look, device: QImage, tick: Tick) -> list[QTextDocument]:
    """Return the sheets as Qt's documents; the lists of notes and sources end the last one."""
    body = Body(document, run_attributes)
    runs = tuple(runs_of(document))
    rules = style_rules(document, look) + INK + INDENTS[look]
    made = []
    for sheet in document.sheets:
        tick(0.0)
        lines = list(body.sheet_lines(sheet))
        if sheet is document.sheets[-1]:
            lines += body.end_lines()
        made.append(_text(lines, runs, rules, PAGES[look, sheet.is_broad], device))
    return made


def _text(
    lines: list[str], runs: tuple[Run, ...], rules: str, page: Page, device: QImage
) -> QTextDocument:
    text = QTextDocument()
    text.setUndoRedoEnabled(False)
    text.setDocumentMargin(0)
    font = QFont(text.defaultFont())
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    text.setDefaultFont(font)
    option = text.defaultTextOption()
    option.setUseDesignMetrics(True)
    text.setDefaultTextOption(option)
    text.documentLayout().setPaintDevice(device)
    text.setPageSize(QSizeF(page.type_width * MM, page.type_height * MM))
    head = f"<head><style>{rules}</style></head>"
    text.setHtml(f"<html>{head}<body>{''.join(lines).replace(*RUNNING)}</body></html>")
    begin_pages(text)
    _keep_sizes(text)
    _set_by_lines(text)
    set_marks(text, runs)
    _keep_with_next(text)
    return text


def _keep_sizes(text: QTextDocument) -> None:
    """Give headings the size that the rules say: Qt has sizes of its own for them, small ones."""
    for block in blocks_in(text):
        if block.blockFormat().headingLevel():
            for piece in block.textFormats():
                cursor = QTextCursor(block)
                cursor.setPosition(block.position() + piece.start)
                cursor.setPosition(cursor.position() + piece.length, KEEP)
                made = QTextCharFormat(piece.format.toCharFormat())
                made.clearProperty(QTextFormat.Property.FontSizeAdjustment)
                cursor.setCharFormat(made)


def _set_by_lines(text: QTextDocument) -> None:
    """Leave it to each line of running text whether it is spread to the measure."""
    for block in blocks_in(text):
        if block.blockFormat().alignment() == Qt.AlignmentFlag.AlignJustify:
            by_lines = QTextBlockFormat()
            set_by_lines(by_lines, em_of(block.begin().fragment().charFormat()))
            QTextCursor(block).mergeBlockFormat(by_lines)


def _keep_with_next(text: QTextDocument) -> None:
    """Begin a page with headings that would stand at the end of one, which Qt does not see to.

    One after the other: each that is moved moves what follows it.
    """
    while (heading := _left_behind(text)) is not None:
        made = QTextBlockFormat()
        made.setPageBreakPolicy(BREAK_BEFORE)
        QTextCursor(heading).mergeBlockFormat(made)
        lay_out_anew(text)


def _left_behind(text: QTextDocument) -> QTextBlock | None:
    """Return the first of headings in a row that are not on the page of what they head."""
    above: QTextBlock | None = None
    for block in blocks_in(text):
        if block.blockFormat().headingLevel():
            above = above or block
        elif above is not None:
            is_moved = above.blockFormat().pageBreakPolicy() == BREAK_BEFORE
            if not is_moved and page_of(text, above) != page_of(text, block):
                return above
            above = None
    return None


def _set_page(writer: QPagedPaintDevice, page: Page) -> None:
    way = QPageLayout.Orientation.Landscape if page.is_broad else QPageLayout.Orientation.Portrait
    layout = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), way, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)  # else a printer adds the edge it cannot print on
    writer.setPageLayout(layout)


def _print(page: _SetPage, painter: QPainter, number: int, look: Look) -> None:
    size, scale = page.text.pageSize(), painter.device().logicalDpiX() / DPI
    painter.save()
    painter.scale(scale, scale)
    painter.translate(page.paper.left * MM, page.paper.top * MM)
    _print_number(painter, size, number, look)
    top = page.place * size.height()
    painter.translate(0, -top)
    area = QRectF(0, top, size.width(), size.height())
    painter.setClipRect(area.adjusted(-OVERHANG, 0, OVERHANG, 0))
    paint_marks(painter, page.marked, area.top(), area.bottom())
    draw(painter, page.text, area.adjusted(0, page.reach + SLACK, 0, -SLACK))
    painter.restore()


def _print_number(painter: QPainter, size: QSizeF, number: int, look: Look) -> None:
    """Print the number of the page where the Word file has it."""
    font = QFont("SimSun")
    font.setPixelSize(NUMBER_SIZE)
    painter.setFont(font)
    line = QRectF(0, size.height() + NUMBER_BELOW * MM, size.width(), 2 * NUMBER_SIZE)
    if look is Look.PLAIN:
        painter.drawText(line, Qt.AlignmentFlag.AlignHCenter, f"{number}")
        return
    side = Qt.AlignmentFlag.AlignRight if number % 2 else Qt.AlignmentFlag.AlignLeft
    painter.drawText(line, side, f"— {number} —")
