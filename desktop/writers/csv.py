"""Tables of a document → CSV, with the mark by which spreadsheets know UTF-8."""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import TYPE_CHECKING

from desktop.writers.listing import tables_and_text
from desktop.writers.phrases import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.writers.document import Cell, Document, TableRow

# What a spreadsheet takes for a formula, in either width; a plain number is none.
LIVE = re.compile(r"^[\s\ufeff]*[=+\-@＝＋－＠]|^[\t\r]")
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?%?", re.ASCII)
LITERAL = "'"


def to_csv(document: Document) -> bytes:
    """Return all tables and what is quoted, an empty line between two of them."""
    out = StringIO()
    rows = csv.writer(out)
    for number, table in enumerate(tables_and_text(document)):
        if number:
            rows.writerow(())
        rows.writerows([harmless(text) for text in texts_of_row(row)] for row in table.rows)
    return out.getvalue().encode("utf-8-sig")


def texts_of_row(row: TableRow) -> Iterator[str]:
    """Yield a text for each column."""
    for cell in row.cells:
        yield text_of(cell)
        yield from [""] * (cell.columns - 1)


def text_of(cell: Cell) -> str:
    """Return the paragraphs of a cell as lines."""
    return "\n".join(printable(paragraph.text) for paragraph in cell.paragraphs)


def harmless(text: str) -> str:
    """Return `text` so that no spreadsheet calculates it.

    >>> harmless("=1+1"), harmless("－2"), harmless("-2.5")
    ("'=1+1", "'－2", '-2.5')
    """
    return LITERAL + text if LIVE.match(text) and not NUMBER.fullmatch(text) else text
