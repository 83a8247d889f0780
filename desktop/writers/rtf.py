r"""Document → RTF, for programs that read no Word files, and for the clipboard.

Everything but ASCII is written as \uN, so that the file is the same in every code page.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from desktop.writers.bookmarks import heading_mark, note_mark
from desktop.writers.colours import FILLS, GREYS, INKS
from desktop.writers.contents import Look
from desktop.writers.document import (
    HEADINGS,
    Box,
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
from desktop.writers.paper import PAGES, TWIPS_PER_MM, TWIPS_PER_POINT
from desktop.writers.phrases import one_line, printable
from desktop.writers.signs import FORMS, LETTER_SHARE, LETTER_STYLE, LineForm
from desktop.writers.typesetting import STYLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.compare.model import Relation
    from desktop.writers.document import Block, Cell, Document, Paragraph, Run, TableRow
    from desktop.writers.paper import Page
    from desktop.writers.signs import Badge
    from desktop.writers.typesetting import Style as Type

RELATIONS = tuple(FILLS)  # their colours stand in the table of colours in this order
SHADES = {shade: number for number, shade in enumerate(GREYS, start=len(RELATIONS) + 1)}
WHITE = len(RELATIONS) + len(GREYS) + 1
LINE_COLOUR, TEXT_COLOUR = WHITE + 1, WHITE + 1 + len(RELATIONS)  # of the first relation
INK_COLOURS = (
    *(INKS[relation].line[1:] for relation in RELATIONS),
    *(INKS[relation].text[1:] for relation in RELATIONS),
)
COLOURS = (*FILLS.values(), *GREYS.values(), "FFFFFF", *INK_COLOURS)
LETTER = 1  # the number of the style of letters
LINES = {
    LineForm.THIN: r"\ul",
    LineForm.DOUBLE: r"\uldb",
    LineForm.THICK: r"\ulth",
    LineForm.DASHED: r"\uldash",
    LineForm.DOTTED: r"\uld",
}
EDGES = {
    Box.NONE: "",
    Box.KEPT: r"\chbrdr\brdrs\brdrw5",
    Box.CHANGED: r"\chbrdr\brdrs\brdrw20",
}
LANGUAGES = r"\deflang1033\deflangfe2052"  # Latin words are English, the others Chinese
ALIGNS = {"left": "", "center": r"\qc", "right": r"\qr", "both": r"\qj"}
SPECIAL = {"\n": r"\line ", "\t": r"\tab "}
NOTE, REMARK, FOOTER = "FootnoteText", "CommentText", "Footer"
BORDERS = "".join(rf"\clbrdr{side}\brdrs\brdrw10" for side in "tlbr")


def to_rtf(document: Document, look: Look = Look.OFFICIAL) -> bytes:
    """Return the document as RTF, in ASCII."""
    fonts = "".join(
        rf"{{\f{n}\fnil\fcharset134 {escaped(name)};}}" for n, name in enumerate(_faces(look))
    )
    colours = "".join(
        rf"\red{int(c[:2], 16)}\green{int(c[2:4], 16)}\blue{int(c[4:], 16)};" for c in COLOURS
    )
    parts = [
        rf"{{\rtf1\ansi\ansicpg936\uc1\deff0{LANGUAGES}{{\fonttbl{fonts}}}{{\colortbl;{colours}}}"
    ]
    parts.append(rf"{{\stylesheet{{\*\cs{LETTER}\additive {LETTER_STYLE};}}}}")
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


def _faces(look: Look) -> list[str]:
    """Return the fonts of a look, in the order of the table of fonts."""
    return list(dict.fromkeys(style.font for style in STYLES[look]))


def _openings(look: Look) -> dict[str, str]:
    """Return what each style of a look begins a paragraph with."""
    faces = _faces(look)
    return {style.id: _opening(style, faces.index(style.font)) for style in STYLES[look]}


def _opening(style: Type, face: int) -> str:
    em = style.size * TWIPS_PER_POINT
    said = rf"\pard\plain\f{face}\fs{round(2 * style.size)}{ALIGNS[style.align]}"
    said += r"\b" * style.is_bold + r"\keepn" * style.keeps_next
    if style.outline is not None:
        said += rf"\outlinelevel{style.outline}"
    for word, size in (
        ("fi", style.first_line * em),
        ("li", style.indent * em),
        ("sb", style.before * TWIPS_PER_POINT),
        ("sa", style.after * TWIPS_PER_POINT),
    ):
        said += rf"\{word}{round(size)}" if size else ""
    return rf"{said}\sl-{round(style.line * TWIPS_PER_POINT)}\slmult0 "


class _Body:
    """The document on its way: headings, remarks and footnotes are counted."""

    def __init__(self, document: Document, look: Look) -> None:
        self._document = document
        self._look = look
        self._headings = headings_of(document)
        self._heading = 0
        blocks = blocks_of(document)
        self._has_contents = any(isinstance(block, TableOfContents) for block in blocks)
        self._openings = _openings(look)
        self._sizes = {style.id: round(2 * style.size) for style in STYLES[look]}
        self._strong = _faces(look).index(next(s.font for s in STYLES[look] if s.outline == 0))
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
                shown = _field(rf"PAGEREF {name} \\h", str(page))
                line = _field(rf'HYPERLINK \\l "{name}"', rf"{escaped(heading.text)}\tab {shown}")
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
        yield from (_letter(badge, size, self._strong) for badge in run.badges)
        yield from (rf"{{\*\atrfstart {number}}}" for number in begin)
        marks = (r"\b" if run.is_bold else "") + _line(run) + EDGES[run.box]
        marks += _background(run.relation)
        words = escaped(run.text)
        yield rf"{{{marks} {words}}}" if marks else words
        if run.source:
            yield self._footnote(run.source)
        yield from map(self._remark, end)

    def _footnote(self, source: str) -> str:
        """Return the mark of a footnote; one that was just made is referred to again."""
        number = self._footnotes.recent(source)
        if number is not None:
            return _field(rf"NOTEREF {note_mark(number)} \\f \\h", rf"{{\super {number}}}")
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


def _field(code: str, shown: str) -> str:
    return rf"{{\field{{\*\fldinst {code}}}{{\fldrslt {shown}}}}}"


def _line(run: Run) -> str:
    """Return the line under a run."""
    if run.relation is None:
        return r"\ul" if run.is_underlined else ""
    return LINES[FORMS[run.relation].line]


def _letter(badge: Badge, size: int, face: int) -> str:
    """Return a letter in its box, as Word files have it; `size` is the text's in half-points."""
    place, filled = RELATIONS.index(badge.relation), FORMS[badge.relation].filled
    line, text = LINE_COLOUR + place, WHITE if filled else TEXT_COLOUR + place
    small = rf"\cs{LETTER}\f{face}\b\fs{round(LETTER_SHARE * size)}"
    look = rf"\cf{text}\chbrdr\brdrs\brdrw10\brdrcf{line}"
    if filled:
        look += rf"\chshdng0\chcbpat{line}\cb{line}"
    return rf"{{{small}{look} {escaped(badge.text)}}}{{{small} \~}}"


def _background(relation: Relation | None) -> str:
    if relation is None:
        return ""
    colour = 1 + RELATIONS.index(relation)
    return rf"\chshdng0\chcbpat{colour}\cb{colour}"


def escaped(text: str) -> str:
    r"""Return `text` so that nothing in it is a word or a group of RTF.

    >>> escaped("a{b}\\c 云\U00020bb7")
    'a\\{b\\}\\\\c \\u20113?\\u-10174?\\u-8265?'
    """
    return "".join(map(_character, printable(text)))


def _character(char: str) -> str:
    if char in "\\{}":
        return "\\" + char
    if char in SPECIAL:
        return SPECIAL[char]
    if char.isascii():
        return char
    units = char.encode("utf-16-le")
    numbers = (
        int.from_bytes(units[i : i + 2], "little", signed=True) for i in (0, 2)[: len(units) // 2]
    )
    return "".join(rf"\u{number}?" for number in numbers)
