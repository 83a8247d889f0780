"""Where the rows of the aligned table stand in the texts, and which row stands at a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.compare.model import Side

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeAlias

    from desktop.compare.model import Comparison
    from desktop.compare.rows import Row
    from desktop.text.span import Span

    Starts: TypeAlias = tuple[int | None, int | None]
    """Offsets in the left and the right text; None on a side where nothing stands."""


def starts_of(comparison: Comparison, row: Row) -> Starts:
    """Return where a row begins on both sides."""
    spans = (spans_of(comparison, row, side) for side in Side)
    left, right = (own[0].start if own else None for own in spans)
    return left, right


def spans_of(comparison: Comparison, row: Row, side: Side) -> tuple[Span, ...]:
    """Return where the headings or statements of a row stand on one side."""
    parsed, ids = comparison.side(side), row.left if side is Side.LEFT else row.right
    parts = parsed.sections if row.is_heading else parsed.statements
    return tuple(parts[at].span for at in ids)


def row_at(comparison: Comparison, rows: Sequence[Row], starts: Starts) -> int | None:
    """Return the index of the row that begins there, else of one that begins nearest."""
    far = {
        index: distance
        for index, row in enumerate(rows)
        if (distance := _distance(starts_of(comparison, row), starts)) is not None
    }
    return min(far, key=far.__getitem__, default=None)


def row_holding(comparison: Comparison, rows: Sequence[Row], side: Side, span: Span) -> int | None:
    """Return the index of the first row that holds something of a passage of one side."""
    return next(
        (
            index
            for index, row in enumerate(rows)
            if any(own.overlaps(span) for own in spans_of(comparison, row, side))
        ),
        None,
    )


def _distance(one: Starts, other: Starts) -> int | None:
    """Return how many characters lie between, None where no side can be compared."""
    pairs = list(zip(one, other, strict=True))
    both = [abs(a - b) for a, b in pairs if a is not None and b is not None]
    lone = sum((a is None) is not (b is None) for a, b in pairs)  # as good as a character
    return sum(both) + lone if both else None
