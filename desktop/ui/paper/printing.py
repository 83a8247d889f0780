"""Printing: what the window shows goes to a printer, off the GUI thread."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, QObject, Signal
from PySide6.QtGui import QPdfWriter

from desktop.ui.tasks.jobs import Job
from desktop.ui.tasks.work import refuse_reports
from desktop.writers.contents import EVERYTHING, Contents, Kind
from desktop.writers.file import write

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from desktop.compare.annotation import Annotation
    from desktop.compare.compare import Tick
    from desktop.compare.model import Comparison, Side


def table_contents(shown: Contents) -> Contents:
    """Return what the aligned table prints: the rows that it lists."""
    return replace(shown, kinds=(Kind.TABLE,))


def report_contents(side: Side) -> Contents:
    """Return what a pane prints: its report with its marks and notes."""
    return replace(EVERYTHING, kinds=(Kind.COMMENTS,), side=side)


class Printing(QObject):
    """Prints one document after the other; the pages are set and drawn on a thread of its own."""

    printed = Signal(object)  # how many pages
    failed = Signal(object)  # the exception

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool: ThreadPoolExecutor | None = None  # few print, and fewer often
        self._waiting: list[Job] = []  # whose documents are not printed yet, in order

    @property
    def is_busy(self) -> bool:
        """Whether something is being printed."""
        return bool(self._waiting)

    def start(
        self,
        comparison: Comparison,
        annotations: tuple[Annotation, ...],
        contents: Contents,
        language: str,
        printer: QPrinter,
    ) -> None:
        """Print what was chosen; nothing waits for it."""
        work = partial(print_out, comparison, annotations, contents, language, printer)
        job = Job(work, self)
        self._waiting.append(job)
        for ended in (job.succeeded, job.failed):
            ended.connect(self._on_ended)
        job.succeeded.connect(self.printed)
        job.failed.connect(self.failed)
        self._pool = self._pool or ThreadPoolExecutor(1, thread_name_prefix="print")
        self._pool.submit(job.run)

    def close(self) -> None:
        """Give up what is not printed yet, at its next page; the last call of all."""
        for job in self._waiting:
            job.cancel()
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def _on_ended(self) -> None:
        self._waiting.pop(0)


def print_out(
    comparison: Comparison,
    annotations: tuple[Annotation, ...],
    contents: Contents,
    language: str,
    printer: QPrinter,
    tick: Tick,
) -> int:
    """Print a comparison and return the number of pages."""
    from desktop.ui.paper.pdf import print_document  # noqa: PLC0415 - slow to load
    from desktop.writers.sheets import compose  # noqa: PLC0415 - see above

    tick(0.0)
    file = _file_of(printer)
    if file is not None:
        refuse_reports(file, comparison)
    events = QEventLoop()  # the layout starts timers, and a thread of a pool has no place for them
    document = compose(comparison, annotations, contents, language)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    paper = printer if file is None else _pdf(printer, buffer)
    count = print_document(document, paper, contents.look, printer.pageRanges(), tick)
    buffer.close()
    tick(1.0)  # the last moment to stop, as in `write_made`
    if file is not None and count:
        write(file, bytes(buffer.data().data()), overwrite=True)  # the dialog has asked
    del events
    return count


def _file_of(printer: QPrinter) -> Path | None:
    """Return the file that is printed into, None for paper."""
    from PySide6.QtPrintSupport import QPrinter  # noqa: PLC0415 - slow to load

    is_file = printer.outputFormat() is QPrinter.OutputFormat.PdfFormat
    return Path(printer.outputFileName()) if is_file and printer.outputFileName() else None


def _pdf(printer: QPrinter, buffer: QBuffer) -> QPdfWriter:
    """Return what draws as the printer would: Qt does not tell whether it could write a file."""
    made = QPdfWriter(buffer)
    made.setResolution(printer.resolution())
    made.setTitle(printer.docName())
    made.setCreator(printer.creator())
    if printer.colorMode() is printer.ColorMode.GrayScale:
        made.setColorModel(QPdfWriter.ColorModel.Grayscale)
    return made
