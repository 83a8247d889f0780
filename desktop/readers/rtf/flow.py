"""Text that runs on: the body, a text box, a header or a note, while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from desktop.readers.counting import labelled
from desktop.readers.pieces import Piece, characters, has_text, paragraphs_of
from desktop.readers.tables import row_lines

if TYPE_CHECKING:
    from desktop.readers.assemble import Paragraph


@dataclass(slots=True)
class Flow:
    """Paragraphs, the pieces of the one at hand, and the cells of the table at hand."""

    lines: list[Paragraph] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    label: str = ""
    boxes: list[Paragraph] = field(default_factory=list)
    cell: list[Paragraph] = field(default_factory=list)
    row: list[list[Paragraph]] = field(default_factory=list)
    inner: list[Paragraph] = field(default_factory=list)  # the cell of a table in a cell
    inner_row: list[list[Paragraph]] = field(default_factory=list)

    def put(self, piece: Piece) -> None:
        """Add to the paragraph at hand."""
        self.pieces.append(piece)

    def end_paragraph(self, level: int | None, depth: int) -> None:
        """End the paragraph at hand, which stands in so many tables."""
        whole = [
            Piece(characters("".join(piece.text for piece in same)), reason)
            for reason, same in groupby(self.pieces, key=lambda piece: piece.reason)
        ]
        label = labelled(self.label.strip())
        if label and has_text(whole):
            whole.insert(0, Piece(label))
        if depth == 0:
            self._close_tables()
        where = (self.lines, self.cell, self.inner)[min(depth, 2)]
        where += [*paragraphs_of(whole, level), *self.boxes]
        self.pieces, self.label, self.boxes = [], "", []

    def end_cell(self, level: int | None) -> None:
        """End a cell, and the paragraph in it."""
        self.end_paragraph(level, 1)
        self.row.append(self.cell)
        self.cell = []

    def end_row(self) -> None:
        """End a row."""
        self.lines += row_lines(self.row)
        self.row = []

    def end_inner_cell(self, level: int | None) -> None:
        """End a cell of a table that stands in a cell."""
        self.end_paragraph(level, 2)
        self.inner_row.append(self.inner)
        self.inner = []

    def end_inner_row(self) -> None:
        """End a row of a table that stands in a cell."""
        self.cell += row_lines(self.inner_row)
        self.inner_row = []

    def finished(self) -> list[Paragraph]:
        """Return all lines, whatever was not closed."""
        if self.pieces or self.boxes:
            self.end_paragraph(None, 0)
        self._close_tables()
        return self.lines

    def _close_tables(self) -> None:
        """End the cells and rows that a table left open."""
        if self.inner or self.inner_row:
            self.inner_row.append(self.inner)
            self.inner = []
            self.end_inner_row()
        if self.cell or self.row:
            self.row.append(self.cell)
            self.cell = []
            self.end_row()
