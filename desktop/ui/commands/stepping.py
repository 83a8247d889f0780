"""Stepping: from the row at hand or, where nothing is, from what is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.compare.model import Side
from desktop.ui.desk.places import starts_of

if TYPE_CHECKING:
    from desktop.ui.frame.window import Window


def row_here(window: Window, by: int) -> int | None:
    """Return the row to step on from by `by`, None where even the first one is ahead.

    Who has clicked on text that is no statement has nothing at hand, and is not at the beginning.
    """
    now, row = window.session.comparison, window.session.current_row
    if now is None or row is not None:
        return row
    table = window.table_in_view
    if table is not None and (line := table.row_in_line) is not None:
        return line
    side, at = _place(window)
    starts = (starts_of(now, row)[side is Side.RIGHT] for row in window.session.rows)
    above = [(start, i) for i, start in enumerate(starts) if start is not None and start <= at]
    return max(above)[1] + (by < 0) if above else None


def _place(window: Window) -> tuple[Side, int]:
    """Return where the text cursor stands, or what is in view begins if it is out of view."""
    side = window.panes.active_side
    pane = window.panes.pane(side)
    seen, cursor = pane.visible_span(), pane.cursor_offset
    return side, cursor if seen.start <= cursor <= seen.end else seen.start
