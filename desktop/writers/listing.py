"""What a document says outside its tables, as one more table, for formats of tables alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.writers import labels
from desktop.writers.document import (
    HEADINGS,
    Paragraph,
    Style,
    Table,
    TableRow,
    blocks_of,
    cell,
    head_row,
    tables_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.writers.document import Document

SAID = (Style.QUOTE, Style.BODY, Style.SOURCE)
COLUMNS = (
    labels.CHAPTER,
    labels.UNDER,
    labels.ITEM,
    labels.TEXT,
    labels.PLACE,
)
SHARES = (0.12, 0.18, 0.2, 0.35, 0.15)


def tables_and_text(document: Document) -> tuple[Table, ...]:
    """Return all tables, and one of what is quoted outside them, if anything is."""
    tables = tables_of(document)
    is_quoted = any(
        isinstance(block, Paragraph) and block.style is Style.QUOTE for block in blocks_of(document)
    )
    return (*tables, _listing(document)) if is_quoted else tables


def _listing(document: Document) -> Table:
    head = head_row(name.of(document.language) for name in COLUMNS)
    rows = (
        TableRow(tuple(cell(Style.TABLE_TEXT, text) for text in row)) for row in _rows(document)
    )
    name = labels.TEXT.of(document.language)
    return Table(SHARES, (head, *rows), name)


def _rows(document: Document) -> Iterator[tuple[str, ...]]:
    """Yield the headings of three levels above each paragraph, its words and its sources."""
    above: list[str] = []
    for block in blocks_of(document):
        if not isinstance(block, Paragraph):
            continue
        if (level := HEADINGS.get(block.style)) is not None:
            above = [*above[: level - 1], *[""] * (level - 1 - len(above)), block.text]
        elif block.style in SAID and above:
            headings = [*above, *[""] * (len(HEADINGS) - len(above))]
            sources = dict.fromkeys(run.source for run in block.runs if run.source)
            yield (*headings, block.text, "\n".join(sources))
