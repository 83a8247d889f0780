"""Document: what goes on the pages, before any format: all that is written is made of these."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from desktop.compare.model import Relation
    from desktop.writers.signs import Badge


class Style(StrEnum):
    """What a paragraph is; the value is the id of its style in a Word file."""

    TITLE = "Title"
    SUBTITLE = "Subtitle"
    HEADING_1 = "Heading1"
    HEADING_2 = "Heading2"
    HEADING_3 = "Heading3"
    BODY = "BodyText"
    SUMMARY = "Summary"
    QUOTE = "Quote"
    SOURCE = "Source"
    LEGEND = "Legend"
    CONTENTS = "ContentsHeading"
    TABLE_HEAD = "TableHead"
    TABLE_HEADING_1 = "TableHeading1"
    TABLE_HEADING_2 = "TableHeading2"
    TABLE_TEXT = "TableText"
    TABLE_RELATION = "TableRelation"
    TABLE_CHANGE = "TableChange"
    TABLE_NUMBER = "TableNumber"


HEADINGS = {Style.HEADING_1: 1, Style.HEADING_2: 2, Style.HEADING_3: 3}
"""The styles of headings, with their levels."""
INITIALS = 2  # characters of an author
DEEPEST_LISTED = 2  # headings of the third level are single commitments: too many for a list


class Box(StrEnum):
    """Whether a number with its unit and qualifier stands in a box."""

    NONE = "none"
    KEPT = "kept"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a paragraph that looks the same all over.

    `relation` gives it the colour and the line of a relation, and `badges` are the letters that
    stand before it; `source` is a footnote behind it; `remarks` are the numbers of the remarks
    that it is a part of.
    """

    text: str
    is_underlined: bool = False
    is_bold: bool = False
    relation: Relation | None = None
    badges: tuple[Badge, ...] = ()
    box: Box = Box.NONE
    source: str = ""
    remarks: tuple[int, ...] = ()

    @property
    def is_marked(self) -> bool:
        """Whether it has a relation or a box."""
        return self.relation is not None or self.box is not Box.NONE


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; one that `keeps_next` is not the last on its page."""

    style: Style
    runs: tuple[Run, ...]
    keeps_next: bool = False

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)

    @property
    def explains_marks(self) -> bool:
        """Whether it is a legend to colours, letters and boxes."""
        return self.style is Style.LEGEND and any(run.is_marked for run in self.runs)

    @property
    def explains_lines(self) -> bool:
        """Whether it is a legend to what is underlined."""
        return self.style is Style.LEGEND and any(run.is_underlined for run in self.runs)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table, `columns` wide."""

    paragraphs: tuple[Paragraph, ...]
    columns: int = 1


class Shade(StrEnum):
    """How dark a row of a table is."""

    NONE = "none"
    HEADING = "heading"
    HEAD = "head"


GREYS = {Shade.HEAD: "E7E6E6", Shade.HEADING: "F5F5F5"}
"""Of rows: a black-and-white printer still parts them from white."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row; the rows of shade HEAD stand above all others and are repeated on every page."""

    cells: tuple[Cell, ...]
    shade: Shade = Shade.NONE

    @property
    def is_head(self) -> bool:
        """Whether it names the columns."""
        return self.shade is Shade.HEAD

    def placed(self) -> Iterator[tuple[Cell, slice]]:
        """Yield the cells, each with the columns that it takes."""
        end = 0
        for one in self.cells:
            start, end = end, end + one.columns
            yield one, slice(start, end)


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `shares` are of the width, one for each column; `name` is for a sheet's tab."""

    shares: tuple[float, ...]
    rows: tuple[TableRow, ...]
    name: str


@dataclass(frozen=True, slots=True)
class TableOfContents:
    """Where the headings of the document are listed."""

    title: str


Block: TypeAlias = "Paragraph | Table | TableOfContents"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Pages of one orientation; each begins on a page of its own."""

    blocks: tuple[Block, ...]
    is_broad: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """A note on the margin: Word's comment; `number` counts from 1."""

    number: int
    author: str
    time: datetime
    lines: tuple[str, ...]

    @property
    def initials(self) -> str:
        """What Word shows of the author beside the mark in the text."""
        return self.author[:INITIALS]


@dataclass(frozen=True, slots=True)
class Document:
    """All pages; `language` is "zh" or "en"."""

    title: str
    language: str
    sheets: tuple[Sheet, ...]
    remarks: tuple[Remark, ...] = ()


def paragraph(style: Style, *runs: Run | str) -> Paragraph:
    """Return a paragraph; strings become plain runs."""
    return Paragraph(style, tuple(Run(run) if isinstance(run, str) else run for run in runs))


def kept_together(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield paragraphs that no page break should part."""
    *others, last = paragraphs
    yield from (replace(one, keeps_next=True) for one in others)
    yield last


def cell(style: Style, *texts: str, columns: int = 1) -> Cell:
    """Return a cell with a paragraph for each text; one that has none is blank."""
    return Cell(tuple(paragraph(style, text) for text in texts or ("",)), columns)


def head_row(names: Iterable[str]) -> TableRow:
    """Return the row that names the columns."""
    return TableRow(tuple(cell(Style.TABLE_HEAD, name) for name in names), Shade.HEAD)


def heading_row(name: str, columns: int) -> TableRow:
    """Return a row that is one heading over so many columns."""
    return TableRow((cell(Style.TABLE_HEADING_1, name, columns=columns),), Shade.HEADING)


def blocks_of(document: Document) -> Iterator[Block]:
    """Yield all blocks in order."""
    for sheet in document.sheets:
        yield from sheet.blocks


def paragraphs_of(block: Block) -> Iterator[Paragraph]:
    """Yield the paragraphs of a block in reading order."""
    if isinstance(block, Paragraph):
        yield block
    elif isinstance(block, Table):
        for row in block.rows:
            for one in row.cells:
                yield from one.paragraphs


def runs_of(document: Document) -> Iterator[Run]:
    """Yield all runs in reading order."""
    for block in blocks_of(document):
        for one in paragraphs_of(block):
            yield from one.runs


def remark_edges(document: Document) -> Iterator[tuple[list[int], list[int]]]:
    """Yield for each run, in reading order, the remarks that begin with it and that end with it."""
    last = {number: at for at, run in enumerate(runs_of(document)) for number in run.remarks}
    begun: set[int] = set()
    for at, run in enumerate(runs_of(document)):
        yield (
            [number for number in run.remarks if number not in begun],
            [number for number in run.remarks if last[number] == at],
        )
        begun.update(run.remarks)


def tables_of(document: Document) -> tuple[Table, ...]:
    """Return all tables."""
    return tuple(block for block in blocks_of(document) if isinstance(block, Table))


def is_listed(heading: Paragraph) -> bool:
    """Tell whether a table of contents lists a heading."""
    return HEADINGS[heading.style] <= DEEPEST_LISTED


def listed_headings(document: Document) -> tuple[tuple[int, Paragraph], ...]:
    """Return what a table of contents lists, each heading with its level."""
    headings = headings_of(document)
    return tuple((HEADINGS[one.style], one) for one in headings if is_listed(one))


def headings_of(document: Document) -> tuple[Paragraph, ...]:
    """Return the headings of all levels, in order."""
    return tuple(
        block
        for block in blocks_of(document)
        if isinstance(block, Paragraph) and block.style in HEADINGS
    )
