"""Code points of Python to UTF-16 units of Qt and back: the only place that converts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDE = re.compile("[\U00010000-\U0010ffff]")

ROOM = " \u00a0"
"""What is shown before a character that has something drawn before it: a blank at which a line may
end, and one that stays with the character. No line keeps them apart, and none is copied."""


class Offsets:
    """The offsets of one text in both counts.

    `rooms` are the code points, in order, before which a `ROOM` is shown that the text does not
    have: it belongs to the character behind it.

    >>> offsets = Offsets("𠮷林省")
    >>> [offsets.to_units(n) for n in range(4)]
    [0, 2, 3, 4]
    >>> [offsets.to_points(n) for n in range(5)]
    [0, 0, 1, 2, 3]
    >>> offsets = Offsets("修桥。铺路。", rooms=(3,))
    >>> offsets.end_of(3), offsets.to_units(3), offsets.to_points(4)
    (3, 5, 3)
    """

    def __init__(self, text: str, rooms: Sequence[int] = ()) -> None:
        self.rooms = tuple(rooms)
        self._points = tuple(match.start() for match in _WIDE.finditer(text))
        self._units = tuple(point + n for n, point in enumerate(self._points))
        self._starts = tuple(self.end_of(point) for point in self.rooms)

    def to_units(self, points: int) -> int:
        """Return the number of UTF-16 units before code point `points`, its room among them."""
        return self._bare(points) + len(ROOM) * bisect_right(self.rooms, points)

    def end_of(self, points: int) -> int:
        """Return the number of units of `points` code points, the room behind them left out."""
        return self._bare(points) + len(ROOM) * bisect_left(self.rooms, points)

    def to_points(self, units: int) -> int:
        """Return the code point that holds unit `units`, also where that is the second half."""
        before = bisect_right(self._starts, units)
        if before and units < self._starts[before - 1] + len(ROOM):
            return self.rooms[before - 1]
        bare = units - len(ROOM) * before
        return bare - bisect_left(self._units, bare)

    def shown(self, text: str) -> str:
        """Return the text with its rooms."""
        ends = (*self.rooms, len(text))
        return text[: ends[0]] + "".join(
            ROOM + text[start:end] for start, end in zip(self.rooms, ends[1:], strict=True)
        )

    def _bare(self, points: int) -> int:
        return points + bisect_left(self._points, points)
