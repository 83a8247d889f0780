"""LineAtHand: the current line of the aligned table and the session's row at hand are one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.compare.model import Side
from desktop.text.span import Span
from desktop.ui.desk.places import row_holding, starts_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.compare.rows import Row
    from desktop.ui.desk.places import Starts
    from desktop.ui.session import Session
    from desktop.ui.table.view import AlignedTable


class LineAtHand(QObject):
    """Leads the table to what is selected elsewhere, and the session to where the reader goes.

    A heading or a fold in the current line is no statement: nothing is selected then, and the line
    stays while it is there.
    """

    def __init__(self, session: Session, table: AlignedTable) -> None:
        super().__init__(table)
        self._session, self._table = session, table
        self._lone: Starts | None = None  # where a heading or a fold in the current line begins
        self._followed: tuple[Span | None, ...] = None, None  # the statements at hand, as seen last
        table.selectionModel().currentRowChanged.connect(self._on_current_changed)

    @property
    def row(self) -> Row | None:
        """The row in the current line, None for a fold or where there is no line."""
        line = self._table.currentIndex().row()
        return self._table.lines.row_of(line) if line >= 0 else None

    def forget(self) -> None:
        """Take what is open from now on for another pair."""
        self._lone, self._followed = None, (None, None)

    def follow(self) -> None:
        """Follow to other statements at hand; with the same ones the reader may be at a heading."""
        before, self._followed = self._followed, tuple(map(self._session.span_at_hand, Side))
        is_same = before == self._followed
        if is_same and self._is_lone():
            return  # it stays the current line, wherever the reader has scrolled to
        lone = self._lone_rows() if is_same else []
        for row in (*lone, self._session.current_row):
            at = None if row is None else self._table.lines.position(row)
            if at is None and row is not None and (row in lone or not is_same):
                at = self._table.lines.holder(row)  # the fold that it lies in
            if at is not None:
                self._table.choose(at)
                return
        if not is_same:
            self._table.clearSelection()  # the current line stays, for the keys to go on from
        self._choose_what_it_became(self._lone or [span.start if span else None for span in before])

    def _choose_what_it_became(self, starts: Sequence[int | None]) -> None:
        """Go to the heading that a correction made of the line's sentence, or the other way."""
        now = self._session.comparison
        if now is None or self._table.currentIndex().isValid():
            return
        was_heading, rows = self._lone is not None, self._session.rows
        places = [(side, at) for side, at in zip(Side, starts, strict=True) if at is not None]
        for side, at in places:
            row = row_holding(now, rows, side, Span(at, at + 1))
            line = None if row is None else self._table.lines.position(row)
            if row is not None and line is not None and rows[row].is_heading is not was_heading:
                self._table.choose(line)
                return

    def _is_lone(self) -> bool:
        """Tell whether a heading or a fold is in the current line, which no decision is about."""
        row = self.row
        return self._table.currentIndex().isValid() and (row is None or row.is_heading)

    def _lone_rows(self) -> list[int]:
        """Return the rows of the heading or the fold that was in the current line, if any still."""
        now, rows = self._session.comparison, self._session.rows
        if now is None or self._lone is None:
            return []
        return [i for i, row in enumerate(rows) if starts_of(now, row) == self._lone]

    def _on_current_changed(self) -> None:
        now, line = self._session.comparison, self._table.currentIndex().row()
        self._lone = None
        if now is None or line < 0:
            return
        shown, at_hand = self._table.lines.lines[line], self._session.current_row
        if not self._is_lone():
            if shown.first != at_hand:
                self._session.select_row(shown.first)
        elif at_hand not in self._table.chosen_rows():  # else they are chosen across it and stay
            self._lone = starts_of(now, self._session.rows[shown.first])
            if at_hand not in shown.folded:
                self._followed = (None,) * len(Side)  # it is the reader who has gone there
                self._session.browse(shown.folded or (shown.first,))
