"""PDF files: characters with boxes → lines → paragraphs."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from desktop.readers.assemble import assembled
from desktop.readers.file import bytes_of
from desktop.readers.pdf.faults import damaged_pages, mute_pages, too_long
from desktop.readers.pdf.layout import laid_out
from desktop.readers.pdf.pages import opened, pages_of
from desktop.readers.textless import Instead

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.readers.raw import RawText

MAX_PAGES = 3_000  # the longest compendium known has 400

_one_at_a_time = Lock()  # in threads pdfium returns wrong text or crashes


def read_pdf(path: Path) -> RawText:
    """Read a PDF file; raises ReadError for locked files and what is no PDF file."""
    data = bytes_of(path)
    with _one_at_a_time, opened(path, data) as document:
        if len(document) > MAX_PAGES:
            raise too_long(path, len(document), MAX_PAGES)
        pages = list(enumerate(pages_of(document), 1))
    damaged = [n for n, page in pages if page is None]
    mute = [n for n, page in pages if page and page.mute]
    lines = [line for _, page in pages if page and not page.mute for line in page.lines]
    notes = (*mute_pages(mute), *damaged_pages(damaged))
    instead = Instead.SCANS if mute else Instead.NOTHING
    return assembled(laid_out(lines), "PDF", notes, instead)
