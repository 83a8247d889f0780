"""ExportPreview: the beginning of each sheet, as it will be written."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtWidgets import QTextBrowser

from desktop.ui.tasks.jobs import Job
from desktop.writers.document import Document, Sheet, Table
from desktop.writers.html import to_html
from desktop.writers.sheets import compose

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.compare.annotation import Annotation
    from desktop.compare.compare import Tick
    from desktop.compare.model import Comparison
    from desktop.writers.contents import Contents

PAUSE = 250
"""Milliseconds without a change before the preview is made anew: the time of a click."""

FEW_BLOCKS, FEW_ROWS = 40, 30
"""What is shown of each sheet: more than fits on the screen, little enough to be set at once."""

PAPER = "QTextBrowser { background: #ffffff; color: #000000; }"


class ExportPreview(QTextBrowser):
    """Shows what `show_document` asks for; made off the GUI thread, the newest wish wins."""

    def __init__(
        self,
        comparison: Comparison,
        annotations: tuple[Annotation, ...],
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._material = comparison, annotations
        self._language = language
        self._contents: Contents | None = None
        self._job: Job | None = None
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="preview")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._start)
        self.setOpenLinks(False)
        self.setStyleSheet(PAPER)
        self.setAccessibleName(self.tr("Preview"))

    def show_document(self, contents: Contents) -> None:
        """Show what these contents give, in a moment."""
        self._contents = contents
        self._timer.start()

    def stop(self) -> None:
        """Stop the work; the last call of all."""
        self._timer.stop()
        if self._job is not None:
            self._job.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Load nothing: no document makes the program fetch anything."""
        return None

    def _start(self) -> None:
        if self._job is not None:
            self._job.cancel()
        if self._contents is None or not self._contents.kinds:
            self.clear()
            return
        work = partial(preview_html, *self._material, self._contents, self._language)
        self._job = Job(work, self)
        self._job.succeeded.connect(self._on_made)
        self._job.failed.connect(self._on_failed)
        self._pool.submit(self._job.run)

    def _on_made(self, html: str) -> None:
        self._job = None
        self.setHtml(html)

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        raise error


def preview_html(
    comparison: Comparison,
    annotations: tuple[Annotation, ...],
    contents: Contents,
    language: str,
    tick: Tick,
) -> str:
    """Return the beginning of each sheet as HTML."""
    tick(0.0)
    document = compose(comparison, annotations, contents, language)
    tick(1.0)
    return to_html(shortened(document), contents.look).decode("utf-8")


def shortened(document: Document) -> Document:
    """Return the first blocks of each sheet, and the first rows of each table."""
    return replace(document, sheets=tuple(map(_short_sheet, document.sheets)), remarks=())


def _short_sheet(sheet: Sheet) -> Sheet:
    blocks = (
        replace(block, rows=block.rows[:FEW_ROWS]) if isinstance(block, Table) else block
        for block in sheet.blocks[:FEW_BLOCKS]
    )
    return replace(sheet, blocks=tuple(blocks))
