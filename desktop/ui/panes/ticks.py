"""Where a ruler has its ticks and rails: numbers in, numbers out.

Lengths are pixels. A long report has many marks to a row of them, and all of it is looked through
whenever a ruler is painted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.text.span import Span

LEAST_TICK = 2.0
"""So that a short statement of a long report is still seen."""

Piece = tuple[float, float]
"""From where to where something reaches, downwards."""


def ticks_of(spans: Iterable[Span], scale: float, ratio: float) -> list[tuple[int, Piece]]:
    """Return the ticks of passages of one kind, each with where the passage begins in the text.

    Of those that fill the same of `ratio` physical rows to a pixel the last one is enough: it is
    what lies on top. `scale` is the height of a code point.
    """
    found: list[tuple[int, Piece]] = []
    before = (-1, -1)
    for span in spans:
        start = span.start
        top = scale * start
        bottom = top + max(LEAST_TICK, scale * span.end - top - 1.0)
        rows = round(top * ratio), round(bottom * ratio)
        if rows == before:
            found[-1] = start, (top, bottom)
        else:
            found.append((start, (top, bottom)))
            before = rows
    return found


def rails_of(spans: Iterable[Span], scale: float) -> list[Piece]:
    """Return the pieces of a line beside passages; pieces that would touch are one."""
    found: list[Piece] = []
    end = -LEAST_TICK
    for span in spans:
        top = scale * span.start
        bottom = max(scale * span.end, top + LEAST_TICK)
        if top - end < LEAST_TICK and found:
            found[-1] = found[-1][0], bottom
        else:
            found.append((top, bottom))
        end = bottom
    return found
