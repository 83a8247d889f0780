"""Where the rows of the aligned table stand in the texts, and which row stands at a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.compare.model import Side

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeAlias

    from desktop.compare.model import Comparison
    from desktop.compare.rows import Row

    Starts: TypeAlias = tuple[int | None, int | None]
    """Offsets in the left and the right text; None on a side where nothing stands."""


def starts_of(comparison: Comparison, row: Row) -> Starts:
    """Return where a row begins on both sides."""
    return (
        _start(comparison, Side.LEFT, row.left, row.is_heading),
        _start(comparison, Side.RIGHT, row.right, row.is_heading),
    )


def row_at(comparison: Comparison, rows: Sequence[Row], starts: Starts) -> int | None:
    """Return the index of the row that begins there, else of one that begins nearest."""
    far = {
        index: distance
        for index, row in enumerate(rows)
        if (distance := _distance(starts_of(comparison, row), starts)) is not None
    }
    return min(far, key=far.__getitem__, default=None)


def _start(comparison: Comparison, side: Side, ids: Sequence[int], is_heading: bool) -> int | None:
    parsed = comparison.side(side)
    parts = parsed.sections if is_heading else parsed.statements
    return parts[ids[0]].span.start if ids else None


def _distance(one: Starts, other: Starts) -> int | None:
    """Return how many characters lie between, None where no side can be compared."""
    pairs = list(zip(one, other, strict=True))
    both = [abs(a - b) for a, b in pairs if a is not None and b is not None]
    lone = sum((a is None) is not (b is None) for a, b in pairs)  # as good as a character
    return sum(both) + lone if both else None
