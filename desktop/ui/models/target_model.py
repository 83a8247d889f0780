"""TargetModel and its filter: what was promised, what is reported, what is promised now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QCollator,
    QLocale,
    QObject,
    QSortFilterProxyModel,
    Qt,
)

from desktop.compare.model import Side
from desktop.text.normalize import fold_text
from desktop.ui.labels import label, side_names
from desktop.ui.language import language_of_texts
from desktop.ui.look.theme import DIRECTION_SIGNS
from desktop.ui.look.tips import plain_tip
from desktop.ui.models.index import ACROSS, ROOT, SHOWN, Index
from desktop.ui.models.target_order import Place, by_amount, by_growth, measures_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.compare.findings import Figure, TargetRow
    from desktop.compare.model import Comparison

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
INDICATOR, LEFT, REPORTED, RIGHT, DIRECTION = range(5)
NOTHING = "—"


class TargetModel(QAbstractTableModel):
    """Read-only; `set_rows` replaces them all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self._rows: tuple[TargetRow, ...] = ()
        self._measures: dict[str, int] = {}

    def set_rows(self, comparison: Comparison | None, rows: tuple[TargetRow, ...]) -> None:
        """Show another table."""
        self.beginResetModel()
        self._comparison, self._rows = comparison, rows if comparison is not None else ()
        self._measures = measures_of(self._rows)
        self.endResetModel()

    def texts(self, column: int) -> Iterator[str]:
        """Yield what a column says, row by row."""
        return (self._cell(row, column) for row in self._rows)

    def place(self, row: int, column: int) -> Place:
        """Return by what a row is sorted in a column of numbers or in that of changes."""
        found = self._rows[row]
        figures = _figures(found)
        if column in figures:
            return by_amount(figures[column][1], self._measures)
        return by_growth(found)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of indicators."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return five: indicator, left target, reported, right target, direction."""
        return 0 if parent.isValid() else 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = SHOWN) -> object:
        """Return the name of a column."""
        if orientation is not ACROSS or role != SHOWN:
            return None
        left, right = side_names(self._comparison) if self._comparison else ("", "")
        return (
            self.tr("Indicator"),
            self._target_of(left),
            self._reported(),
            self._target_of(right),
            self.tr("Change"),
        )[section]

    def _reported(self) -> str:
        """Name the column of the review: of another body it says nothing of what was promised."""
        body = self._reporting_body
        return self.tr("Reported by {body}").format(body=body) if body else self.tr("Reported")

    @property
    def _reporting_body(self) -> str:
        """Whose review it is, where the left report is another one's; else nothing."""
        return self._comparison.reporting_body if self._comparison is not None else ""

    def _target_of(self, side: str) -> str:
        if side.isdecimal():
            return self.tr("{year} target").format(year=side)
        return self.tr("{side} target").format(side=side)

    def data(self, index: Index, role: int = SHOWN) -> object:
        """Return what a cell says, its sentence as a tool tip, or the row."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._cell(row, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self._tip(row, index.column()))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._said(row, index.column())
        return row if role == ROW_ROLE else None

    def figure(self, row: TargetRow, column: int) -> tuple[Side, Figure] | None:
        """Return the number that a column shows, with its side; the best one for the others."""
        found = _figures(row)
        for side, figure in (*([found[column]] if column in found else []), *found.values()):
            if figure is not None:
                return side, figure
        return None

    def _cell(self, row: TargetRow, column: int) -> str:
        if column == INDICATOR:
            return self._name(row)
        if column != DIRECTION:
            return self._words(*_figures(row)[column])
        signs = (f"{DIRECTION_SIGNS[each]} {label(each)}".strip() for each in row.directions)
        return "\n".join(signs)

    def _name(self, row: TargetRow) -> str:
        """Return the name of an indicator as it is printed: with a year that is not usual."""
        from desktop.writers.phrases import indicator_name  # noqa: PLC0415 - loads the writers

        now = self._comparison
        return indicator_name(row, now, language_of_texts()) if now else row.indicator

    def _words(self, side: Side, figure: Figure | None) -> str:
        if figure is None or self._comparison is None:
            return NOTHING
        return " ".join(figure.words(self._comparison.side(side)).split())

    def _sentence(self, row: TargetRow, column: int) -> str:
        found = self.figure(row, column)
        if found is None or self._comparison is None:
            return ""
        side, figure = found
        return self._comparison.side(side).statements[figure.statement].text

    def _tip(self, row: TargetRow, column: int) -> str:
        """Return the sentence of a cell, below what is perhaps named by a sign alone."""
        sentence = self._sentence(row, column)
        return f"{self._cell(row, column)}\n{sentence}" if column == DIRECTION else sentence

    def _said(self, row: TargetRow, column: int) -> str:
        """Return a cell for a screen reader, the first one with the row as a sentence."""
        if column == DIRECTION:
            return self.tr(", ").join(label(each) for each in row.directions)
        if column != INDICATOR:
            cell = self._cell(row, column)
            return self.tr("none") if cell == NOTHING else cell
        left, right = side_names(self._comparison) if self._comparison else ("", "")
        body = self._reporting_body
        said = (
            self.tr(
                "{indicator}: {left} target {target}, reported by {body} {reported}, "
                "{right} target {new}, {change}"
            )
            if body
            else self.tr(
                "{indicator}: {left} target {target}, reported {reported}, {right} target {new}, "
                "{change}"
            )
        )
        return said.format(
            body=body,
            indicator=self._name(row),
            left=left,
            target=self._said(row, LEFT),
            reported=self._said(row, REPORTED),
            right=right,
            new=self._said(row, RIGHT),
            change=self._said(row, DIRECTION),
        )


def _figures(row: TargetRow) -> dict[int, tuple[Side, Figure | None]]:
    """Return what the columns of numbers show, with the side that says it."""
    return {
        LEFT: (Side.LEFT, row.left),
        REPORTED: (Side.RIGHT, row.reported),
        RIGHT: (Side.RIGHT, row.right),
    }


class TargetFilter(QSortFilterProxyModel):
    """Lets through what holds the text and, where it is asked for, the main targets alone.

    Sorts names as a Chinese dictionary has them, numbers within their measure, and changes from
    what was lowered most to what was raised most. What is alike stays in the reports' order.
    """

    def __init__(self, model: TargetModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setSourceModel(model)
        self._collator = QCollator(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
        self._wanted = ""
        self._only_main = False

    def set_text(self, text: str) -> None:
        """Show only what holds `text`."""
        self.beginFilterChange()
        self._wanted = fold_text(text).strip()
        self.endFilterChange()

    def set_only_main(self, only: bool) -> None:
        """Show the main targets alone."""
        self.beginFilterChange()
        self._only_main = only
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        """Tell whether an indicator passes."""
        source = self._model
        found: TargetRow = source.index(row, INDICATOR, parent).data(ROW_ROLE)
        if self._only_main and not found.is_main:
            return False
        cells = (source.index(row, column, parent) for column in range(source.columnCount()))
        said = (f"{cell.data()}\n{cell.data(Qt.ItemDataRole.ToolTipRole)}" for cell in cells)
        return not self._wanted or any(self._wanted in fold_text(text) for text in said)

    def lessThan(self, left: Index, right: Index) -> bool:
        """Tell whether a row comes before another one in the column that is sorted by."""
        if left.column() == INDICATOR:
            return self._collator.compare(str(left.data()), str(right.data())) < 0
        one, other = (self._model.place(at.row(), at.column()) for at in (left, right))
        if one.is_last is other.is_last:
            return one < other
        return other.is_last is (self.sortOrder() is Qt.SortOrder.AscendingOrder)
