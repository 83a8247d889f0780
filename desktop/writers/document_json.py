"""Document → JSON.

Apart from the JSON of a comparison, which is made without ever laying out a page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.writers.document import Box, Paragraph, Table, blocks_of
from desktop.writers.json import answer

if TYPE_CHECKING:
    from desktop.writers.document import Block, Document, Remark, Run, TableRow
    from desktop.writers.json import Value


def document_to_json(document: Document) -> bytes:
    """Return what a document says, block by block."""
    return answer(
        {
            "title": document.title,
            "language": document.language,
            "blocks": [_block(block) for block in blocks_of(document)],
            "remarks": [_remark(remark) for remark in document.remarks],
        }
    )


def _remark(remark: Remark) -> Value:
    return {
        "number": remark.number,
        "author": remark.author,
        "time": remark.time.isoformat(),
        "lines": list(remark.lines),
    }


def _block(block: Block) -> Value:
    if isinstance(block, Table):
        return {"table": block.name, "rows": [_row(row) for row in block.rows]}
    if isinstance(block, Paragraph):
        return {"style": block.style.value, "runs": [_run(run) for run in block.runs]}
    return {"contents": block.title}


def _row(row: TableRow) -> Value:
    cells: list[Value] = [
        {
            "columns": cell.columns,
            "paragraphs": [[_run(run) for run in one.runs] for one in cell.paragraphs],
        }
        for cell in row.cells
    ]
    return {"shade": row.shade.value, "cells": cells}


def _run(run: Run) -> Value:
    """Return the text, and what is said of it where there is anything."""
    made: dict[str, Value] = {"text": run.text}
    if run.is_underlined:
        made["underlined"] = True
    if run.relation is not None:
        made["relation"] = run.relation.value
    if run.badges:
        made["badges"] = [badge.text for badge in run.badges]
    if run.box is not Box.NONE:
        made["box"] = run.box.value
    if run.source:
        made["source"] = run.source
    if run.remarks:
        made["remarks"] = list(run.remarks)
    return made
