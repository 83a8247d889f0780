r"""Document → RTF, for programs that read no Word files, and for the clipboard.

Everything but ASCII is written as \uN, so that the file is the same in every code page.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from desktop.writers.bookmarks import heading_mark, note_mark
from desktop.writers.contents import Look
from desktop.writers.document import (
    HEADINGS,
    Style,
    Table,
    TableOfContents,
    blocks_of,
    headings_of,
    is_listed,
    remark_edges,
)
from desktop.writers.footnotes import Footnotes
from desktop.writers.paging import heading_pages
from desktop.writers.paper import PAGES, TWIPS_PER_MM
from desktop.writers.phrases import one_line
from desktop.writers.rtf.looks import (
    EDGES,
    SHADES,
    background,
    faces,
    letter,
    line_under,
    openings,
    tables,
)
from desktop.writers.rtf.words import escaped, field
from desktop.writers.typesetting import STYLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.writers.document import Block, Cell, Document, Paragraph, Run, TableRow
    from desktop.writers.paper import Page

LANGUAGES = r"\deflang1033\deflangfe2052"  # Latin words are English, the others Chinese
NOTE, REMARK, FOOTER = "FootnoteText", "CommentText", "Footer"
BORDERS = "".join(rf"\clbrdr{side}\brdrs\brdrw10" for side in "tlbr")


def to_rtf(document: Document, look: Look = Look.OFFICIAL) -> bytes:
    """Return the document as RTF, in ASCII."""
    parts = [rf"{{\rtf1\ansi\ansicpg936\uc1\deff0{LANGUAGES}{tables(look)}"]
    parts.append(rf"{{\info{{\title {escaped(one_line(document.title))}}}}}")
    body = _Body(document, look)
    for number, sheet in enumerate(document.sheets):
        if number:
            parts.append(r"\sect")
        page = PAGES[look, sheet.is_broad]
        parts.append(_page(page, body.opening(FOOTER)))
        for block in sheet.blocks:
            parts += body.block(block, page.type_width * TWIPS_PER_MM)
    parts.append("}")
    return "\n".join(parts).encode("ascii")


def _page(page: Page, footer: str) -> str:
    width, height, top, right, bottom, left = (round(mm * TWIPS_PER_MM) for mm in page)
    turned = r"\lndscpsxn" if page.is_broad else ""
    margins = rf"\marglsxn{left}\margrsxn{right}\margtsxn{top}\margbsxn{bottom}"
    number = r"\qc\emdash  {\field{\*\fldinst PAGE}{\fldrslt 1}} \emdash\par"
    return rf"\sectd\pgwsxn{width}\pghsxn{height}{turned}{margins}{{\footer{footer}{number}}}"


class _Body:
    """The document on its way: headings, remarks and footnotes are counted."""

    def __init__(self, document: Document, look: Look) -> None:
        self._document = document
        self._look = look
        self._headings = headings_of(document)
        self._heading = 0
        blocks = blocks_of(document)
        self._has_contents = any(isinstance(block, TableOfContents) for block in blocks)
        self._openings = openings(look)
        self._sizes = {style.id: round(2 * style.size) for style in STYLES[look]}
        self._strong = faces(look).index(next(s.font for s in STYLES[look] if s.outline == 0))
        self._remarks = {remark.number: remark for remark in document.remarks}
        self._remark_edges = remark_edges(document)
        self._footnotes = Footnotes()

    def block(self, block: Block, width: float) -> Iterator[str]:
        """Yield a block, a line of the file for each paragraph."""
        if isinstance(block, Table):
            yield from self._table(block, width)
        elif isinstance(block, TableOfContents):
            yield rf"{self.opening(Style.CONTENTS)}{escaped(block.title)}\par"
            yield from self._entries(width)
        else:
            keeps = r"\keepn " if block.keeps_next else ""
            yield rf"{self.opening(block.style)}{keeps}{self._marked(block)}\par"

    def _entries(self, width: float) -> Iterator[str]:
        """Yield the lines of the contents, each with the page that its heading is reckoned on."""
        pages = heading_pages(self._document, self._look)
        tab = rf"\tqr\tldot\tx{round(width)} "
        for number, (heading, page) in enumerate(zip(self._headings, pages, strict=True)):
            if is_listed(heading):
                opening, name = self.opening(f"TOC{HEADINGS[heading.style]}"), heading_mark(number)
                shown = field(rf"PAGEREF {name} \\h", str(page))
                line = field(rf'HYPERLINK \\l "{name}"', rf"{escaped(heading.text)}\tab {shown}")
                yield rf"{opening}{tab}{line}\par"

    def _marked(self, block: Paragraph) -> str:
        """Return the runs of a paragraph; of a heading with the mark that the contents lead to."""
        runs = self._runs(block)
        if block.style not in HEADINGS or not self._has_contents:
            return runs
        name = heading_mark(self._heading)
        self._heading += 1
        return rf"{{\*\bkmkstart {name}}}{runs}{{\*\bkmkend {name}}}"

    def opening(self, style: str) -> str:
        """Return what a paragraph of a style begins with."""
        return self._openings[style]

    def _runs(self, block: Paragraph) -> str:
        size = self._sizes[block.style]
        return "".join(part for run in block.runs for part in self._run(run, size))

    def _run(self, run: Run, size: int) -> Iterator[str]:
        begin, end = next(self._remark_edges)
        yield from (letter(badge, size, self._strong) for badge in run.badges)
        yield from (rf"{{\*\atrfstart {number}}}" for number in begin)
        marks = (r"\b" if run.is_bold else "") + line_under(run) + EDGES[run.box]
        marks += background(run.relation)
        words = escaped(run.text)
        yield rf"{{{marks} {words}}}" if marks else words
        if run.source:
            yield self._footnote(run.source)
        yield from map(self._remark, end)

    def _footnote(self, source: str) -> str:
        """Return the mark of a footnote; one that was just made is referred to again."""
        number = self._footnotes.recent(source)
        if number is not None:
            return field(rf"NOTEREF {note_mark(number)} \\f \\h", rf"{{\super {number}}}")
        name = note_mark(self._footnotes.add(source))
        note = rf"{self.opening(NOTE)}{{\super\chftn}} {escaped(source)}"
        mark = rf"{{\super\chftn{{\footnote{note}}}}}"
        return rf"{{\*\bkmkstart {name}}}{mark}{{\*\bkmkend {name}}}"

    def _remark(self, number: int) -> str:
        remark = self._remarks[number]
        initials, author = (escaped(one_line(s)) for s in (remark.initials, remark.author))
        lines = r"\par ".join(escaped(line) for line in remark.lines)
        return (
            rf"{{\*\atrfend {number}}}{{\*\atnid {initials}}}"
            rf"{{\*\atnauthor {author}}}\chatn"
            rf"{{\*\annotation{{\*\atnref {number}}}{self.opening(REMARK)}{lines}}}"
        )

    def _table(self, table: Table, width: float) -> Iterator[str]:
        edges = [round(width * share) for share in accumulate(table.shares)]
        for row in table.rows:
            yield _row_opening(row, edges)
            for cell in row.cells:
                yield self._cell(cell)
            yield r"\row"
        yield r"\pard"

    def _cell(self, cell: Cell) -> str:
        paragraphs = (self._cell_paragraph(one) for one in cell.paragraphs)
        return r"\par ".join(paragraphs) + r"\cell"

    def _cell_paragraph(self, one: Paragraph) -> str:
        return self.opening(one.style).replace(r"\pard", r"\pard\intbl") + self._runs(one)


def _row_opening(row: TableRow, edges: Sequence[int]) -> str:
    fill = rf"\clcbpat{SHADES[row.shade]}" if row.shade in SHADES else ""
    made = r"\trowd\trgaph85\trkeep" + (r"\trhdr" if row.is_head else "")
    return made + "".join(rf"{BORDERS}{fill}\cellx{edges[at.stop - 1]}" for _, at in row.placed())
