"""Text that runs on: the body, a text box, a header or a note, while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.readers.counting import labelled
from desktop.readers.pieces import Piece, paragraphs_of
from desktop.readers.tables import row_lines

if TYPE_CHECKING:
    from desktop.readers.assemble import Paragraph


@dataclass(slots=True)
class Flow:
    """Paragraphs, the pieces of the one at hand, and the cells of the table at hand.

    `rows` has the cells of the row at hand, and of the rows that it stands in, outermost first.
    """

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
        last = self.pieces[-1] if self.pieces else None
        if last and last[1:] == piece[1:]:
            self.pieces[-1] = last._replace(text=last.text + piece.text)
        else:
            self.pieces.append(piece)

    def end_paragraph(self, level: int | None, depth: int) -> None:
        """End the paragraph at hand, which stands in so many tables."""
        seen = next((p for p in self.pieces if not p.reason and p.text.strip()), None)
        if self.label.strip() and seen:
            self.pieces.insert(0, Piece(labelled(self.label.strip()), bold=seen.bold))
        whole = [piece._replace(text=_joined(piece.text)) for piece in self.pieces]
        where = (self._outside(), self.cell, self.inner)[min(depth, 2)]
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
        self._outside()
        return self.lines

    def _outside(self) -> list[Paragraph]:
        """Return the lines outside tables, once what a table left open is closed."""
        for end, rest in ((self.end_inner_row, self.inner), (self.end_row, self.cell)):
            (self.inner_row if rest is self.inner else self.row).append(list(rest))
            rest.clear()
            end()
        return self.lines


def _joined(text: str) -> str:
    """Return the text with the halves of its rare characters joined."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
