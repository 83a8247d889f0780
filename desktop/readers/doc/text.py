"""The characters of a Word 97 document → paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate, groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from desktop.readers.assemble import Paragraph, aside
from desktop.readers.doc import properties as p
from desktop.readers.doc.lists import lists_of
from desktop.readers.doc.styles import styles_of
from desktop.readers.docx.numbering import Numbering
from desktop.readers.docx.styles import InList
from desktop.readers.equations import equation
from desktop.readers.pieces import Piece, characters, has_text, paragraphs_of
from desktop.readers.tables import row_lines
from desktop.report.model import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.readers.doc.properties import Run, Runs
    from desktop.readers.doc.stream import Stream
    from desktop.readers.doc.styles import Styles

PARAGRAPH_END = re.compile("[\r\x07\x0c\x0e]")
CELL_END = "\x07"
FIELD = re.compile("[\x13\x14\x15]")
BEGIN, RESULT = "\x13\x14"
# Places of pictures, notes and the like; the hyphen that shows at the end of a line only.
UNSEEN = re.compile("[\x00-\x06\x08\x13-\x15\x1f]")
WRITTEN = str.maketrans("\x0b\x1e", "\n-")  # a line break, and a hyphen that parts no line
HEADINGS = range(1, 10)  # the numbers of the styles 标题 1 to 标题 9, in every document
BODY = 9  # the outline level of what is no heading

ASIDE = {  # the stories beside the report's, in the order in which they follow it
    **dict.fromkeys(("footnotes", "endnotes", "comments"), Reason.NOTE),
    **dict.fromkeys(("headers", "header_boxes"), Reason.RUNNING_HEAD),
}

LEFT_OUT, DELETED, HIDDEN = 1, 2, 4  # flags of a character
REASONS = {
    DELETED: Reason.REVISION,
    HIDDEN: Reason.HIDDEN,
    DELETED | HIDDEN: Reason.REVISION,
}
FLAGS = {  # the names and operands of properties that set them
    (p.DELETED, 1): DELETED,
    (p.HIDDEN, 1): HIDDEN,
}


@dataclass(frozen=True, slots=True)
class Block:
    """What stands before one end of a paragraph, cell or row."""

    paragraphs: tuple[Paragraph, ...]
    end: str
    run: Run | None


@dataclass(frozen=True, slots=True)
class Document:
    """The characters of all stories with their flags, and what goes for their paragraphs."""

    units: str
    flags: bytearray
    runs: Runs
    styles: Styles
    numbering: Numbering

    def says(self, run: Run | None, name: int) -> int | None:
        """Return what a paragraph, or its style, says of a property."""
        if run is None:
            return None
        own = run.properties.get(name)
        return self.styles.of_paragraph(run.style, name) if own is None else own


def report_of(stream: Stream) -> Iterator[Paragraph]:
    """Yield the paragraphs of the report, then notes, comments and heads, which are set aside."""
    units = stream.units
    document = Document(
        units,
        _flags(units, p.character_runs(stream)),
        p.paragraph_runs(stream),
        styles_of(stream),
        Numbering(lists_of(stream)),
    )
    ends = list(accumulate(stream.stories))
    places = dict(zip(stream.stories._fields, zip([0, *ends], ends, strict=False), strict=True))

    def story(name: str) -> Iterator[Paragraph]:
        return _in_rows(_blocks(document, *places[name]))

    yield from story("main")
    yield from (each for each in story("boxes") if each.text.strip())
    for name, reason in ASIDE.items():
        yield from (aside(each.text, reason) for each in story(name) if each.text.strip())


def _flags(units: str, characters: Runs) -> bytearray:
    """Return the flags of each character: what a field is told to do is left out."""
    flags = bytearray(len(units))
    opened: list[bool] = []  # the fields around, and of each whether its result has begun
    at = 0
    for match in FIELD.finditer(units):
        if not all(opened):
            flags[at : match.start()] = bytes([LEFT_OUT]) * (match.start() - at)
        at = match.start()
        if match[0] == BEGIN:
            opened.append(False)
        elif opened and match[0] == RESULT:
            opened[-1] = True
        elif opened:
            opened.pop()
    for start, end, run in characters.within(0, len(units)):
        mask = sum({FLAGS.get(each, 0) for each in run.items()})
        if mask:
            flags[start:end] = bytes(flag | mask for flag in flags[start:end])
    return flags


def _blocks(document: Document, start: int, stop: int) -> Iterator[Block]:
    at = start
    for match in PARAGRAPH_END.finditer(document.units, start, stop):
        run = document.runs.at(match.start())
        pieces = list(_pieces(document, at, match.start()))
        if has_text(pieces):
            pieces[:0] = _label(document, run)
        level = _level(document, run)
        yield Block(tuple(paragraphs_of(pieces, level)), match[0], run)
        at = match.end()


def _pieces(document: Document, start: int, end: int) -> Iterator[Piece]:
    pairs = zip(document.flags[start:end], document.units[start:end], strict=True)
    for flag, group in groupby(pairs, key=itemgetter(0)):
        units = "".join(unit for _, unit in group)
        shown = equation(units.removeprefix(BEGIN)) if flag & LEFT_OUT else units
        yield Piece(_seen(shown), REASONS.get(flag & (DELETED | HIDDEN)))


def _label(document: Document, run: Run | None) -> Iterator[Piece]:
    """Yield the number that Word writes before a paragraph."""
    number, level = document.says(run, p.LIST), document.says(run, p.LEVEL)
    if number:
        yield Piece(document.numbering.label(InList(str(number), level or 0)))


def _level(document: Document, run: Run | None) -> int | None:
    """Return the level of a heading."""
    outline = document.says(run, p.OUTLINE)
    if outline is not None:
        return outline + 1 if outline < BODY else None
    return run.style if run and run.style in HEADINGS else None


def _seen(units: str) -> str:
    """Return the characters that are seen."""
    return characters(UNSEEN.sub("", units).translate(WRITTEN))


def _in_rows(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Yield the paragraphs, and the rows of tables as lines."""
    cells: list[list[Paragraph]] = [[]]
    for block in blocks:
        if _ends_row(block) or not _is_in_table(block):
            yield from row_lines(cells)
            cells = [[]]
            if not _ends_row(block):
                yield from block.paragraphs
        else:
            cells[-1] += block.paragraphs
            if block.end == CELL_END or _has(block, p.INNER_CELL_END):
                cells.append([])
    yield from row_lines(cells)


def _has(block: Block, name: int) -> bool:
    return bool(block.run and block.run.properties.get(name))


def _is_in_table(block: Block) -> bool:
    return block.end == CELL_END or _has(block, p.IN_TABLE)


def _ends_row(block: Block) -> bool:
    return _has(block, p.ROW_END) or _has(block, p.INNER_ROW_END)
