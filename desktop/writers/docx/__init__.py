"""Document → .docx, in Chinese official type (GB/T 9704) or in a plain one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
from docx.enum.section import WD_SECTION

from desktop.writers.contents import Look
from desktop.writers.docx.body import Body
from desktop.writers.docx.package import add_parts, prepare, saved
from desktop.writers.docx.page import number_pages, set_page
from desktop.writers.paper import PAGES

if TYPE_CHECKING:
    from docx.document import Document as File

    from desktop.writers.document import Document


def to_docx(document: Document, look: Look = Look.OFFICIAL) -> bytes:
    """Return a Word document; each sheet begins on a page of its own."""
    file = docx.Document()
    prepare(file, document, look)
    body = Body(document, look)
    for number, sheet in enumerate(document.sheets):
        page = PAGES[look, sheet.is_broad]
        if number:
            _start_section(file)
        set_page(file.sections[-1], page)
        if not number:
            number_pages(file.sections[0], look)
        for part in body.blocks(sheet):
            file.element.body.insert_element_before(part, "w:sectPr")
    add_parts(file, body)
    return saved(file)


def _start_section(file: File) -> None:
    """Begin other pages.

    The break is moved from a paragraph of its own into the last one: after a table that fills
    its page the empty paragraph would make an empty page.
    """
    file.add_section(WD_SECTION.NEW_PAGE)
    *_, last, holder, _ = file.element.body
    if last.tag == holder.tag:
        last.get_or_add_pPr().append(holder.pPr.sectPr)
        file.element.body.remove(holder)
