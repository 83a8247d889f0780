"""Selection: the statements at hand, and how they are found in what is open."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.compare.model import Side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.compare.annotation import Anchor
    from desktop.compare.model import Comparison, StatementLink
    from desktop.compare.rows import Row
    from desktop.report.model import ParsedReport
    from desktop.text.span import Span


@dataclass(frozen=True, slots=True)
class Selection:
    """The statements at hand, by id; `chosen` is the side that the reader acted on."""

    left: int | None = None
    right: int | None = None
    chosen: Side = Side.RIGHT

    def end(self, side: Side) -> int | None:
        """Return the id of the statement on `side`."""
        return self.left if side is Side.LEFT else self.right


NOTHING = Selection()


def with_partner(comparison: Comparison, side: Side, statement: int) -> Selection:
    """Return the selection of a statement and its best partner."""
    links = comparison.links_of(side, statement)
    partner = links[0].end(side.other) if links else None
    left, right = (statement, partner) if side is Side.LEFT else (partner, statement)
    return Selection(left, right, side)


def found_again(selection: Selection, earlier: Comparison | None, now: Comparison) -> Selection:
    """Return a selection in a new comparison of the same texts, by where its statements stand.

    A statement that stood alone is given the partner that it has now, such as one that a decision
    had parted it from.
    """
    if earlier is None:
        return NOTHING
    left, right = (
        _found_again(selection.end(side), earlier.side(side), now.side(side)) for side in Side
    )
    if left is not None and right is None:
        return with_partner(now, Side.LEFT, left)
    if right is not None and left is None:
        return with_partner(now, Side.RIGHT, right)
    return replace(selection, left=left, right=right)


def _found_again(statement: int | None, earlier: ParsedReport, now: ParsedReport) -> int | None:
    if statement is None or earlier is now:
        return statement
    return now.covering(earlier.statements[statement].span.start)


def link_at_hand(comparison: Comparison, selection: Selection) -> StatementLink | None:
    """Return the link between the two statements at hand."""
    if selection.left is None or selection.right is None:
        return None
    links = comparison.links_of(Side.LEFT, selection.left)
    return next((link for link in links if link.right == selection.right), None)


def of_row(row: Row) -> Selection:
    """Return the selection of a row's first statements.

    Of a statement with several partners it is the one that all of them answer: what is said of
    it, such as that it has no partner, is said of the whole row.
    """
    left, right = next(iter(row.left), None), next(iter(row.right), None)
    is_left = right is None or len(row.right) > 1
    return Selection(left, right, Side.LEFT if is_left else Side.RIGHT)


def best_row(rows: tuple[Row, ...], selection: Selection) -> int | None:
    """Return the index of the row that holds both statements, else of one that holds either."""
    if selection.left is None and selection.right is None:
        return None
    held = [
        (i, (selection.left in row.left) + (selection.right in row.right))
        for i, row in enumerate(rows)
        if not row.is_heading
    ]
    index, ends = max(held, key=lambda found: found[1], default=(None, 0))
    return index if ends else None


def span_of(comparison: Comparison | None, selection: Selection, side: Side) -> Span | None:
    """Return where the selected statement of one side stands."""
    statement = selection.end(side)
    if comparison is None or statement is None:
        return None
    return comparison.side(side).statements[statement].span


def step_from(here: int | None, stops: Sequence[int], by: int) -> int | None:
    """Return the stop that is so many behind `here`, or before it for a negative `by`.

    Where there are fewer it is the last of them, and None where there is none.
    """
    start = -1 if here is None else here
    ahead = [stop for stop in stops if (stop > start if by > 0 else stop < start)]
    if not ahead:
        return None
    return ahead[min(by, len(ahead)) - 1 if by > 0 else max(by, -len(ahead))]


def step_round(here: int | None, stops: Sequence[int], by: int) -> int:
    """Return the next stop, or for a negative `by` the one before; the first follows the last."""
    found = step_from(here, stops, by)
    return stops[0 if by > 0 else -1] if found is None else found


def statement_of(comparison: Comparison, side: Side, anchor: Anchor | None) -> int | None:
    """Return the statement that an anchor's passage begins in, if it has one here."""
    if anchor is None or anchor.span is None:
        return None
    return comparison.side(side).covering(anchor.span.start)
