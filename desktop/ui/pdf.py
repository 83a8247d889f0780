"""Document → PDF, set by Qt: the window offers it, and the commands borrow it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from desktop.ui.pdf_words import with_plain_words
from desktop.writers.contents import Look
from desktop.writers.endnotes import Marks
from desktop.writers.html import end_lines, sheet_lines, style_rules

if TYPE_CHECKING:
    from desktop.writers.document import Document, Sheet

DPI = 96.0  # of the layout, which is that of CSS
MM = DPI / 25.4
RESOLUTION = 1200
NUMBER_SIZE = 18  # pixels of the layout
FOOTER = 10.0  # millimetres below the text
INK = """body{color:#000000;margin:0}
p.toc1,p.toc2{margin-top:0;margin-bottom:0;line-height:140%}
p.TableText,p.TableChange,p.TableRelation,p.TableNumber,p.TableHead{margin:0;line-height:130%}
p.TableHeading1,p.TableHeading2{margin:0;line-height:130%}
"""
"""What Qt does not take from the rules of a browser."""


class Paper(NamedTuple):
    """A page turned one way, in millimetres."""

    width: float
    height: float
    side: float  # margins left and right
    top: float
    bottom: float


PAPERS = {False: Paper(210, 297, 27, 37, 35), True: Paper(297, 210, 23, 25, 25)}
"""Whether the page is broad → the page, as in the Word file."""


def to_pdf(document: Document, look: Look = Look.OFFICIAL) -> bytes:
    """Return the document as PDF, with page numbers; makes an application if there is none."""
    application = QGuiApplication.instance() or _application()  # held until the end
    events = QEventLoop()  # the layout starts timers, and a thread of a pool has no place for them
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setTitle(document.title)
    writer.setCreator("Duikan")
    _set_paper(writer, document.sheets[0].is_broad)
    painter = QPainter(writer)
    number = 0
    device = _device()  # the layout keeps no hold of it
    for text, is_broad in _texts(document, look, device):
        number = _print(text, is_broad, painter, writer, number)
    painter.end()
    buffer.close()
    del application, events
    return with_plain_words(bytes(buffer.data().data()))


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


def _texts(document: Document, look: Look, device: QImage) -> list[tuple[QTextDocument, bool]]:
    """Return the sheets as Qt's documents; the lists of notes and sources end the last one."""
    marks = Marks(document)
    rules = style_rules(document, look)
    made = []
    for sheet in document.sheets:
        lines = list(sheet_lines(document, sheet, marks))
        if sheet is document.sheets[-1]:
            lines += end_lines(document, marks)
        made.append((_text(lines, rules, sheet, device), sheet.is_broad))
    return made


def _text(lines: list[str], rules: str, sheet: Sheet, device: QImage) -> QTextDocument:
    paper = PAPERS[sheet.is_broad]
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
    text.setPageSize(
        QSizeF((paper.width - 2 * paper.side) * MM, (paper.height - paper.top - paper.bottom) * MM)
    )
    head = f"<head><style>{rules}{INK}</style></head>"
    text.setHtml(f"<html>{head}<body>{''.join(lines)}</body></html>")
    return text


def _set_paper(writer: QPdfWriter, is_broad: bool) -> None:
    way = QPageLayout.Orientation.Landscape if is_broad else QPageLayout.Orientation.Portrait
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(size, way, QMarginsF(0, 0, 0, 0)))


def _print(
    text: QTextDocument, is_broad: bool, painter: QPainter, writer: QPdfWriter, number: int
) -> int:
    """Print the pages of a sheet, and return the number of the last page."""
    paper, size = PAPERS[is_broad], text.pageSize()
    for page in range(text.pageCount()):
        if number:
            _set_paper(writer, is_broad)
            writer.newPage()
        number += 1
        painter.save()
        painter.scale(RESOLUTION / DPI, RESOLUTION / DPI)
        painter.translate(paper.side * MM, paper.top * MM)
        _print_number(painter, size, number)
        painter.translate(0, -page * size.height())
        area = QRectF(0, page * size.height(), size.width(), size.height())
        painter.setClipRect(area)
        text.drawContents(painter, area)
        painter.restore()
    return number


def _print_number(painter: QPainter, size: QSizeF, number: int) -> None:
    """Print the number of the page outside: odd ones right, even ones left."""
    font = QFont("SimSun")
    font.setPixelSize(NUMBER_SIZE)
    painter.setFont(font)
    side = Qt.AlignmentFlag.AlignRight if number % 2 else Qt.AlignmentFlag.AlignLeft
    line = QRectF(0, size.height() + FOOTER * MM, size.width(), 2 * FOOTER)
    painter.drawText(line, side, f"— {number} —")
