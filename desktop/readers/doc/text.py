"""The characters of a Word 97 document → paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from desktop.readers.assemble import Paragraph
from desktop.readers.doc import properties as p
from desktop.readers.pieces import Piece, paragraphs_of
from desktop.readers.tables import row_lines
from desktop.report.lines import Cut
from desktop.report.model import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.readers.doc.properties import Run, Runs
    from desktop.readers.doc.stream import Stream

PARAGRAPH_END = re.compile("[\r\x07\x0c\x0e]")
CELL_END = "\x07"
FIELD = re.compile("[\x13\x14\x15]")
BEGIN, RESULT = "\x13\x14"
# Places of pictures, notes and the like; the hyphen that shows at the end of a line only.
UNSEEN = re.compile("[\x00-\x06\x08\x13-\x15\x1f]")
WRITTEN = str.maketrans("\x0b\x1e", "\n-")  # a line break, and a hyphen that parts no line
HEADINGS = range(1, 10)  # the styles 标题 1 to 标题 9, in every document

LEFT_OUT, DELETED, BOLD = 1, 2, 4  # flags of a character
FLAGS = ((p.DELETED, DELETED), (p.HIDDEN, DELETED), (p.BOLD, BOLD))


@dataclass(frozen=True, slots=True)
class Block:
    """What stands before one end of a paragraph, cell or row."""

    paragraphs: tuple[Paragraph, ...]
    end: str
    run: Run | None


def report_of(stream: Stream) -> Iterator[Paragraph]:
    """Yield the paragraphs of the report, then notes, comments and heads, which are set aside."""
    units = stream.units
    flags = _flags(units, p.character_runs(stream))
    runs = p.paragraph_runs(stream)
    ends = list(accumulate(stream.stories))
    places = dict(zip(stream.stories._fields, zip([0, *ends], ends, strict=False), strict=True))

    def story(name: str) -> Iterator[Paragraph]:
        return _in_rows(_blocks(units, flags, runs, *places[name]))

    yield from story("main")
    yield from (each for each in story("boxes") if each.text.strip())
    for name in ("footnotes", "endnotes", "comments"):
        yield from _set_aside(story(name), Reason.NOTE)
    for name in ("headers", "header_boxes"):
        yield from _set_aside(story(name), Reason.RUNNING_HEAD)


def _set_aside(paragraphs: Iterable[Paragraph], reason: Reason) -> Iterator[Paragraph]:
    for each in paragraphs:
        if each.text.strip():
            yield Paragraph(each.text, (Cut(0, len(each.text), reason),))


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
        mask = sum({flag for name, flag in FLAGS if run.get(name, 0) & 1})
        if mask:
            flags[start:end] = bytes(flag | mask for flag in flags[start:end])
    return flags


def _blocks(units: str, flags: bytearray, runs: Runs, start: int, stop: int) -> Iterator[Block]:
    at = start
    for match in PARAGRAPH_END.finditer(units, start, stop):
        run = runs.at(match.start())
        level = run.style if run and run.style in HEADINGS else None
        pieces = list(_pieces(units[at : match.start()], flags[at : match.start()]))
        yield Block(tuple(paragraphs_of(pieces, level)), match[0], run)
        at = match.end()


def _pieces(units: str, flags: bytearray) -> Iterator[Piece]:
    for flag, group in groupby(zip(flags, units, strict=True), key=lambda pair: pair[0]):
        if not flag & LEFT_OUT:
            reason = Reason.REVISION if flag & DELETED else None
            yield Piece(_seen("".join(unit for _, unit in group)), reason, bool(flag & BOLD))


def _seen(units: str) -> str:
    """Return the characters that are seen, of which two units may make one."""
    text = UNSEEN.sub("", units).translate(WRITTEN)
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


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
