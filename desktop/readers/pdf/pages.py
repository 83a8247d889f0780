"""What pdfium says of a document and its pages."""

from __future__ import annotations

from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from desktop.readers.pdf.faults import unreadable
from desktop.readers.pdf.lines import Glyph, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.readers.pdf.lines import TextLine

# A scan is a picture; some programs write each character as an outline.
SEEN = (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_FORM)
# A page with fewer characters, and something else to be seen, is a picture: its number may be text.
FEWEST_CHARACTERS = 20


class Page(NamedTuple):
    """The lines of a page; `mute` says that it is a picture of its text."""

    lines: tuple[TextLine, ...]
    mute: bool


@contextmanager
def opened(path: Path, data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Open a document; raises ReadError where pdfium cannot."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise unreadable(path, locked=error.err_code == pdfium.FPDF_ERR_PASSWORD) from error
    with closing(document):
        yield document


def pages_of(document: pypdfium2.PdfDocument) -> Iterator[Page | None]:
    """Yield the pages, None for one that is damaged."""
    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            yield None
            continue
        with closing(page):
            try:
                text = page.get_textpage()
            except pypdfium2.PdfiumError:
                yield None
                continue
            with closing(text):
                lines = lines_of(number, _on_page(_glyphs(text), page.get_cropbox()))
            few = sum(len(line.text) for line in lines) < FEWEST_CHARACTERS
            yield Page(lines, few and _has_pictures(page))


def _glyphs(text: pypdfium2.PdfTextPage) -> Iterator[Glyph]:
    handle, box = text.raw, pdfium.FS_RECTF()
    for i in range(pdfium.FPDFText_CountChars(handle)):
        code = pdfium.FPDFText_GetUnicode(handle, i)
        if code and pdfium.FPDFText_GetLooseCharBox(handle, i, box):
            made = pdfium.FPDFText_IsGenerated(handle, i) == 1
            yield Glyph(chr(code), box.left, box.right, box.bottom, box.top, made)


def _on_page(glyphs: Iterator[Glyph], box: tuple[float, float, float, float]) -> Iterator[Glyph]:
    """Leave out what is cut off at the edges: some programs write a line on two pages."""
    left, bottom, right, top = box
    for glyph in glyphs:
        x, y = (glyph.left + glyph.right) / 2, (glyph.bottom + glyph.top) / 2
        if glyph.made or (left <= x <= right and bottom <= y <= top):
            yield glyph


def _has_pictures(page: pypdfium2.PdfPage) -> bool:
    handle = page.raw
    return any(
        pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(handle, i)) in SEEN
        for i in range(pdfium.FPDFPage_CountObjects(handle))
    )
