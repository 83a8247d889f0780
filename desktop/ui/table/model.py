"""AlignedModel: the cells of the Word table, made when they are looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from desktop.compare.model import Side, Standing
from desktop.compare.rows import is_confirmed
from desktop.ui.desk.places import spans_of, starts_of
from desktop.ui.labels import READING_ORDER, label
from desktop.ui.models.index import ROOT, SHOWN, Index
from desktop.ui.table.lines import folded_counts
from desktop.writers.material import row_notes
from desktop.writers.sheets.table import table_head, table_row

if TYPE_CHECKING:
    from desktop.compare.annotation import Annotation
    from desktop.compare.model import Comparison
    from desktop.compare.rows import Row
    from desktop.ui.desk.places import Starts
    from desktop.ui.table.lines import Line
    from desktop.writers.document import Cell, TableRow
    from desktop.writers.material import RowNote

SAID = Qt.ItemDataRole.AccessibleTextRole

LEFT, RIGHT, RELATION, NOTES = range(4)


class AlignedModel(QAbstractTableModel):
    """Left, right, relation and change and, where there are any, notes; all replaced at once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self._rows: tuple[Row, ...] = ()
        self._annotations: tuple[Annotation, ...] = ()
        self._notes: dict[int, tuple[RowNote, ...]] = {}
        self._language = "zh"
        self._lines: tuple[Line, ...] = ()
        self._made: dict[int, TableRow] = {}

    def set_comparison(
        self,
        comparison: Comparison | None,
        rows: tuple[Row, ...],
        annotations: tuple[Annotation, ...],
        language: str,
    ) -> None:
        """Show another comparison; its lines are still to be set."""
        self.beginResetModel()
        self._comparison, self._rows, self._language = comparison, rows, language
        self._annotations = annotations
        self._lines, self._made, self._notes = (), {}, {}
        self.endResetModel()

    def set_lines(self, lines: tuple[Line, ...]) -> None:
        """Show other lines of the same comparison."""
        self.beginResetModel()
        self._lines = lines if self._comparison is not None else ()
        if self._comparison is not None and self._has_notes:
            shown = ((one.row, self._rows[one.row]) for one in lines if one.row is not None)
            self._notes, self._made = row_notes(self._comparison, shown, self._annotations), {}
        self.endResetModel()

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is shown."""
        return self._lines

    def position(self, row: int) -> int | None:
        """Return the line that shows a row of the session, None where it is folded or left out."""
        return next((at for at, line in enumerate(self._lines) if line.row == row), None)

    def holder(self, row: int) -> int | None:
        """Return the line that shows a row of the session, else the fold that holds it."""
        folds = (at for at, line in enumerate(self._lines) if row in line.folded)
        shown = self.position(row)
        return next(folds, None) if shown is None else shown

    def row_of(self, line: int) -> Row | None:
        """Return the row of the session that a line shows; None for a fold."""
        row = self._lines[line].row
        return None if row is None else self._rows[row]

    def starts(self, line: int) -> Starts | None:
        """Return where the row of a line begins on both sides; None for a fold."""
        row, now = self.row_of(line), self._comparison
        return None if row is None or now is None else starts_of(now, row)

    def is_confirmed(self, line: int) -> bool:
        """Tell whether the analyst vouches for what a line says; nobody does for headings."""
        row, now = self.row_of(line), self._comparison
        if row is None or now is None or row.relation is None:
            return False
        return is_confirmed(now, row)

    def cell(self, line: int, column: int) -> Cell | None:
        """Return a cell as the Word table has it; None for a fold and where a wider one is."""
        row = self._lines[line].row
        if row is None or self._comparison is None:
            return None
        if row not in self._made:
            notes = self._notes.get(row, ()) if self._has_notes else None
            self._made[row] = table_row(self._comparison, self._rows[row], notes, self._language)
        cells = self._made[row].cells
        return cells[column] if column < len(cells) else None

    def lengths(self, line: int) -> tuple[tuple[int, ...], tuple[int, ...], int]:
        """Return how long the texts on both sides are and how many changes there are.

        This is what the height of a row is estimated from before its cells are made.
        """
        row = self.row_of(line)
        now = self._comparison
        if row is None or now is None:
            return (), (), 0
        spans = (spans_of(now, row, side) for side in Side)
        left, right = (tuple(span.end - span.start for span in own) for own in spans)
        return left, right, len(row.changes)

    def fold_text(self, line: int) -> str:
        """Return what a fold says: how many rows of which relations are left out."""
        counts = folded_counts(self._rows, self._lines[line])
        told = [f"{label(one)} {counts[one]}" for one in READING_ORDER if counts[one]]
        return self.tr("{count} not listed: {relations}").format(
            count=sum(counts.values()), relations=self.tr(", ").join(told)
        )

    @property
    def _has_notes(self) -> bool:
        return bool(self._annotations)

    # what Qt asks

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return four, or three without notes."""
        return 0 if parent.isValid() else NOTES + self._has_notes

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = SHOWN) -> object:
        """Return the name of a column as the Word table has it."""
        is_name = orientation is Qt.Orientation.Horizontal and role == SHOWN
        if not is_name or self._comparison is None:
            return None
        head = table_head(self._comparison, self._has_notes, self._language)
        return head.cells[section].paragraphs[0].text

    def data(self, index: Index, role: int = SHOWN) -> object:
        """Return the words of a cell, and for a screen reader what an empty one means."""
        if not index.isValid() or role not in (SHOWN, SAID):
            return None
        line, column = index.row(), index.column()
        if self._lines[line].is_fold:
            return self.fold_text(line) if column == LEFT else ""
        cell = self.cell(line, column)
        text = "\n".join(p.text for p in cell.paragraphs) if cell is not None else ""
        if role == SAID and not text and column in (LEFT, RIGHT):
            return self.tr("nothing opposite")
        if role == SAID and column == RELATION and self.is_confirmed(line):
            return f"{text}\n{label(Standing.CONFIRMED)}"
        return text
