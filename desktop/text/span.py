"""Span: where something stands in a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """A half-open range [start, end) of one text.

    Offsets are Unicode code points: not bytes, and not the UTF-16 units of Qt
    (`desktop.ui.offsets` is the one place that converts).
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:  # of thousands: two thirds of the time
        if not 0 <= start <= end:
            raise ValueError(f"bad span [{start}, {end})")
        object.__setattr__(self, "start", start)
        object.__setattr__(self, "end", end)

    def of(self, text: str) -> str:
        """Return the part of `text` that the span covers."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> Span:
        """Return the span moved by `by` code points."""
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: Span) -> bool:
        """Whether the two have a character in common.

        >>> Span(2, 4).overlaps(Span(3, 6)), Span(2, 4).overlaps(Span(4, 6))
        (True, False)
        """
        return self.start < other.end and other.start < self.end
