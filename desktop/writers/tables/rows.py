"""Rows of a table, and the formats that need no more than rows."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from io import StringIO

from desktop.writers.csv import harmless
from desktop.writers.phrases import one_line


@dataclass(frozen=True, slots=True)
class Rows:
    """A table: the names of its columns, and the cells."""

    columns: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]


def to_csv(rows: Rows) -> bytes:
    """Return the table as CSV in UTF-8 with a mark; no cell can be taken for a formula."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(rows.columns)
    writer.writerows([harmless(one_line(cell)) for cell in row] for row in rows.cells)
    return out.getvalue().encode("utf-8-sig")


def number(value: float | None) -> str:
    """Return a number as it would be written.

    >>> number(1361.0), number(1.3), number(None)
    ('1361', '1.3', '')
    """
    if value is None:
        return ""
    return str(int(value)) if value == int(value) else str(value)
