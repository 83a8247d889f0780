"""CSV files: a report in one cell, a paragraph in each row, or a table."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from desktop.readers.assemble import Paragraph, aside, assembled
from desktop.readers.plain import MAX_BYTES, text_of, unescaped
from desktop.readers.tables import row_lines
from desktop.report.model import Reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from desktop.readers.raw import RawText

SHORTEST_REPORT = 500  # characters; the shortest report known, a reply, has 1,900
LONGEST_PARAGRAPH = 3_000  # a cell without line breaks that is longer is no single paragraph
REPORT_SHARE = 0.5  # of the characters of its row that are in the cell of a report
PROSE_SHARE = 0.8  # of all characters that are in the column of the paragraphs
SHORTEST_PROSE = 40  # characters on average: cells of tables are shorter


def read_csv(path: Path, encoding: str | None = None) -> RawText:
    """Read a CSV file; raises ReadError.

    Where a cell holds a report, or a column its paragraphs, all else in the file is set aside.
    Rows of different numbers of cells are no table: there the commas belong to the text.
    """
    text, encoding = text_of(path, encoding)
    rows = [row for row in _rows(text) if any(row)]
    reports = [_report_in(row) for row in rows]
    if sum(map(len, reports)) > REPORT_SHARE * _size(rows):
        lines = (
            line for row, cell in zip(rows, reports, strict=True) for line in _beside(row, cell)
        )
    elif (column := _prose_column(rows)) is not None:
        lines = (line for row in rows for line in _beside(row, row[column]))
    elif len({len(row) for row in rows}) > 1:
        lines = (Paragraph(",".join(row)) for row in rows)
    else:
        lines = (line for row in rows for line in row_lines([_lines(cell) for cell in row]))
    return assembled(lines, encoding)


def _report_in(row: Sequence[str]) -> str:
    """Return the cell that holds a report, "" where none does."""
    longest = max(row, key=len)
    is_most = len(longest) > REPORT_SHARE * sum(map(len, row))
    least = SHORTEST_REPORT if "\n" in longest.strip() else LONGEST_PARAGRAPH
    return longest if len(longest) >= least and is_most else ""


def _prose_column(rows: Sequence[Sequence[str]]) -> int | None:
    """Return which of several columns holds paragraphs, None where none does."""
    width = len(rows[0]) if rows else 0
    if width < 2 or any(len(row) != width for row in rows):
        return None
    sizes = [sum(len(row[i]) for row in rows) for i in range(width)]
    most = max(sizes)
    is_prose = most >= PROSE_SHARE * _size(rows) and most >= SHORTEST_PROSE * len(rows)
    return sizes.index(most) if is_prose else None


def _size(rows: Sequence[Sequence[str]]) -> int:
    return sum(len(cell) for row in rows for cell in row)


def _beside(row: Sequence[str], report: str) -> Iterator[Paragraph]:
    """Return a row's lines, those of its report or of its paragraph kept."""
    for cell in row:
        for line in _lines(cell):
            yield line if cell is report else aside(line.text, Reason.BOILERPLATE)


def _rows(text: str) -> list[list[str]]:
    """Return the cells; a quote that is never closed makes no difference to the words."""
    # For the whole process: by default it is 128 KB. What is too long is told of by who reads it.
    csv.field_size_limit(MAX_BYTES)
    rows = csv.reader(StringIO(text, newline=""))
    return [[unescaped(cell) for cell in row] for row in rows]


def _lines(cell: str) -> list[Paragraph]:
    return [Paragraph(line) for line in cell.splitlines()]
