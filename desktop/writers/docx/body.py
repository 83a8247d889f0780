"""The text of the document as WordprocessingML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.writers.bookmarks import heading_mark, note_mark
from desktop.writers.colours import FILLS, INKS
from desktop.writers.document import (
    HEADINGS,
    Box,
    Paragraph,
    Table,
    TableOfContents,
    headings_of,
    remark_edges,
)
from desktop.writers.docx.outline import contents_elements, field
from desktop.writers.docx.styles import LETTER
from desktop.writers.docx.table import table_element
from desktop.writers.docx.xml import element, mark_of, paragraph, run
from desktop.writers.footnotes import Footnotes
from desktop.writers.paging import heading_pages
from desktop.writers.paper import PAGES, TWIPS_PER_MM
from desktop.writers.signs import FORMS, LineForm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.oxml.xmlchemy import BaseOxmlElement

    from desktop.writers.contents import Look
    from desktop.writers.document import Block, Document, Run, Sheet
    from desktop.writers.signs import Badge

LINES = {
    LineForm.THIN: "single",
    LineForm.DOUBLE: "double",
    LineForm.THICK: "thick",
    LineForm.DASHED: "dash",
    LineForm.DOTTED: "dotted",
}
THIN_EDGE, THICK_EDGE = 4, 12  # of boxes, in eighths of a point
GAP = "\u00a0"  # behind a letter: no line ends between it and its statement
FOOTNOTE_MARKS = 1_000_000  # the ids of their bookmarks begin behind those of all headings


class Body:
    """The document on its way onto the pages: what was numbered so far is remembered."""

    def __init__(self, document: Document, look: Look) -> None:
        self.document = document
        self._footnotes = Footnotes()
        self._look = look
        self._headings = headings_of(document)
        self._heading = 0
        self._remark_edges = remark_edges(document)

    @property
    def sources(self) -> list[str]:
        """What stands in the footnotes, in order."""
        return self._footnotes.sources

    def blocks(self, sheet: Sheet) -> Iterator[BaseOxmlElement]:
        """Yield the paragraphs and tables of a sheet."""
        width = PAGES[self._look, sheet.is_broad].type_width * TWIPS_PER_MM
        for block in sheet.blocks:
            yield from self._block(block, width)

    def _block(self, block: Block, width: float) -> Iterator[BaseOxmlElement]:
        if isinstance(block, TableOfContents):
            pages = heading_pages(self.document, self._look)
            yield from contents_elements(block.title, self._headings, pages, width)
        elif isinstance(block, Table):
            yield table_element(block, width, self._paragraph)
        else:
            yield self._paragraph(block)

    def _paragraph(self, block: Paragraph) -> BaseOxmlElement:
        parts = [part for one in block.runs for part in self._run(one)]
        if block.style in HEADINGS:
            name = heading_mark(self._heading)
            parts.insert(0, element("bookmarkStart", id=self._heading, name=name))
            parts.append(element("bookmarkEnd", id=self._heading))
            self._heading += 1
        made = paragraph(block.style, *parts)
        if block.keeps_next:
            made[0].append(element("keepNext"))
        return made

    def _run(self, one: Run) -> Iterator[BaseOxmlElement]:
        """Yield a run with its letters, the beginnings and ends of remarks on it, its footnote."""
        begin, end = next(self._remark_edges)
        for badge in one.badges:
            yield run(badge.text, *_letter(badge))
            yield run(GAP, element("rStyle", val=LETTER))
        for number in begin:
            yield element("commentRangeStart", id=number)
        yield run(one.text, *_looks(one))
        if one.source:
            yield from self._footnote(one.source)
        for number in end:
            yield element("commentRangeEnd", id=number)
            yield mark_of("CommentReference", element("commentReference", id=number))

    def _footnote(self, source: str) -> Iterator[BaseOxmlElement]:
        """Yield the mark of a footnote; one that was just made is referred to again."""
        number = self._footnotes.recent(source)
        if number is not None:
            code = f" NOTEREF {note_mark(number)} \\f \\h "
            yield from field(code, str(number), "FootnoteReference")
            return
        number = self._footnotes.add(source)
        mark = FOOTNOTE_MARKS + number
        yield element("bookmarkStart", id=mark, name=note_mark(number))
        yield mark_of("FootnoteReference", element("footnoteReference", id=number))
        yield element("bookmarkEnd", id=mark)


def _looks(one: Run) -> Iterator[BaseOxmlElement]:
    """Yield how a run looks."""
    if one.is_bold:
        yield element("b")
    if one.relation is not None:
        line = LINES[FORMS[one.relation].line]
        yield element("u", val=line, color=INKS[one.relation].line[1:])
    elif one.is_underlined:
        yield element("u", val="single")
    if one.box is not Box.NONE:
        width = THICK_EDGE if one.box is Box.CHANGED else THIN_EDGE
        yield element("bdr", val="single", sz=width, space=0, color="auto")
    if one.relation is not None:
        yield element("shd", val="clear", color="auto", fill=FILLS[one.relation])


def _letter(badge: Badge) -> Iterator[BaseOxmlElement]:
    """Yield how a letter looks: in a box, filled or outlined as the form of its relation says.

    It is no word of the report: its style says so to those who read the file again.
    """
    filled, ink = FORMS[badge.relation].filled, INKS[badge.relation]
    line = ink.line[1:]
    yield element("rStyle", val=LETTER)
    yield element("color", val="FFFFFF" if filled else ink.text[1:])
    yield element("bdr", val="single", sz=THIN_EDGE, space=0, color=line)
    if filled:
        yield element("shd", val="clear", color="auto", fill=line)
