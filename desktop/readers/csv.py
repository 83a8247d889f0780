"""CSV files: a report in one cell, or a table."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO
from typing import TYPE_CHECKING

from desktop.readers.assemble import Paragraph, assembled
from desktop.readers.plain import MAX_CHARACTERS, text_of
from desktop.readers.tables import row_lines
from desktop.report.lines import Cut
from desktop.report.model import Reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from desktop.readers.raw import RawText

SHORTEST_REPORT = 500  # characters; the shortest report known, a reply, has 1,900
REPORT_SHARE = 0.5  # of the characters of its row that are in the cell of a report


def read_csv(path: Path, encoding: str | None = None) -> RawText:
    """Read a CSV file; raises ReadError.

    Where a cell holds a report, all else in the file is set aside. Rows of different numbers of
    cells are no table: there the commas belong to the text.
    """
    text, encoding = text_of(path, encoding)
    rows = [row for row in _rows(text) if any(row)]
    if any(map(_report_in, rows)):
        lines = (line for row in rows for line in _beside(row, _report_in(row)))
    elif len({len(row) for row in rows}) > 1:
        lines = (Paragraph(",".join(row)) for row in rows)
    else:
        lines = (line for row in rows for line in row_lines([_lines(cell) for cell in row]))
    return assembled(lines, encoding)


def _report_in(row: Sequence[str]) -> str:
    """Return the cell that holds a report, "" where none does."""
    longest = max(row, key=len)
    is_most = len(longest) > REPORT_SHARE * sum(map(len, row))
    return longest if len(longest) >= SHORTEST_REPORT and is_most else ""


def _beside(row: Sequence[str], report: str) -> Iterator[Paragraph]:
    """Return a row's lines, those of its report kept."""
    for cell in row:
        for line in _lines(cell):
            cut = Cut(0, len(line.text), Reason.BOILERPLATE)
            yield line if cell is report else replace(line, cuts=(cut,))


def _rows(text: str) -> list[list[str]]:
    """Return the cells; a quote that is never closed makes no difference to the words."""
    csv.field_size_limit(MAX_CHARACTERS)  # of the whole process; by default it is 128 KB
    return list(csv.reader(StringIO(text, newline="")))


def _lines(cell: str) -> list[Paragraph]:
    return [Paragraph(line) for line in cell.splitlines()]
