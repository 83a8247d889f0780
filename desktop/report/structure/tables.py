"""Tables that copying has flattened into lines: their captions, and the heads of their rows.

What stood in the cells of a row are lines that open with a bullet, or with what became of it; the
head of the row stands above them, on two lines where its cell was narrow. Above the first row are
the caption, which is numbered, and the heads of the columns.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from desktop.report.structure.headings import PART_WORDS, STOPPED, heading_at
from desktop.report.structure.markers import LEVELS, Form, Habit, Marker, marker_at
from desktop.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.report.structure.headings import Heading
    from desktop.report.structure.paragraph import Paragraph

# The longest head of a row in the labelled tables has 10 characters, the longest caption 15.
LONGEST_CELL = 16
LONGEST_CAPTION = 30
LONGEST_HALF = 8  # of a head on two lines
TOP = LEVELS[Habit.CAPTION]  # of a table
COLUMNS = 2  # the heads of the rows, and what is said of them

_ITEM = re.compile(r"[?●◆■▪□○·]")
_CAPTION = Form(Habit.CAPTION, r"(?:附?表)?\s*\d{1,2}[\s:]+(?=\D{4})", inside=False)
_NUMBER = re.compile(_CAPTION.pattern)


class Row(NamedTuple):
    """The lines of one row, by index.

    `cells` are the short lines above its `items`; `caption` is the one where a table begins.
    """

    cells: range
    items: range
    caption: int | None


def table_headings(text: str, lines: Sequence[Paragraph]) -> dict[int, Heading | None]:
    """Return the captions and the heads of rows in narrowed `text`, by the line they begin in.

    A line of a table that is short and begins neither has None. It takes a caption, or two rows
    below each other, to make a table.
    """
    found: dict[int, Heading | None] = {}
    for table in _tables(text, lines):
        for row in table:
            found |= dict.fromkeys(row.cells)
            if head := _row_head(text, lines, row, is_first=row is table[0]):
                found[head.paragraph] = (
                    head if table[0].caption is not None else head._replace(level=TOP)
                )
            if row.caption is not None:
                found[row.caption] = _caption(text, lines, row.caption, table[-1].items[-1])
    return found


def _tables(text: str, lines: Sequence[Paragraph]) -> Iterator[list[Row]]:
    table: list[Row] = []
    for row in _rows(text, lines):
        if table and (row.caption is not None or row.cells[0] > table[-1].items[-1] + 1):
            yield from _whole(table)
            table = []
        table.append(row)
    yield from _whole(table)


def _whole(table: list[Row]) -> Iterator[list[Row]]:
    if len(table) > 1 or (table and table[0].caption is not None):
        yield table


def _rows(text: str, lines: Sequence[Paragraph]) -> Iterator[Row]:
    below = 0
    for is_item, group in groupby(range(len(lines)), lambda i: _is_item(text, lines[i])):
        here = list(group)
        start = here[0]
        if is_item:
            while start > below and _is_cell(text, lines[start - 1]):
                start -= 1
            cells, below = range(start, here[0]), here[-1] + 1
            numbered = (i for i in reversed(cells) if _NUMBER.match(text, lines[i].span.start))
            if cells:
                yield Row(cells, range(here[0], below), next(numbered, None))


def _is_item(text: str, line: Paragraph) -> bool:
    return line.bullet > 0 and _ITEM.match(text, line.span.start) is not None


def _is_cell(text: str, line: Paragraph) -> bool:
    words = line.span.of(text)
    most = LONGEST_CAPTION if _NUMBER.match(words) else LONGEST_CELL
    return (
        len(line.sentences) == 1
        and 2 <= len(words) <= most
        and not line.bullet
        and not STOPPED.search(words)
        and not PART_WORDS.search(words)
        and marker_at(text, line.span.start, line.span.end) is None
    )


def _row_head(text: str, lines: Sequence[Paragraph], row: Row, *, is_first: bool) -> Heading | None:
    cells = row.cells if row.caption is None else range(row.caption + 1, row.cells.stop)
    if is_first and len(cells) > COLUMNS:
        cells = cells[COLUMNS:]
    if not cells:
        return None
    lengths = [lines[i].span.end - lines[i].span.start for i in cells]
    is_broken = len(cells) == 2 and max(lengths) <= LONGEST_HALF
    first = cells[-1 - is_broken]
    span = Span(lines[first].span.start, lines[cells[-1]].span.end)
    found = heading_at(text, span, None, first, False, Habit.ROW)
    return found._replace(text=found.text.replace("\n", ""), last=row.items[-1])


def _caption(text: str, lines: Sequence[Paragraph], index: int, last: int) -> Heading:
    """Return the caption; its number has the blank that parts it from the words."""
    span = lines[index].span
    number = _NUMBER.match(text, span.start)
    marker = Marker(_CAPTION, number.end() - span.start) if number else None
    found = heading_at(text, span, marker, index, False, Habit.CAPTION)
    return found._replace(marker=f"{found.marker} ", last=last)
