"""Code points of Python to UTF-16 units of Qt and back: the only place that converts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate
from operator import add
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_WIDE = re.compile("[\U00010000-\U0010ffff]")

ROOM = " \u00a0"
"""What is shown before a character that has something drawn before it: a blank at which a line may
end, and one that stays with the character. No line keeps them apart, and none is copied."""

JOINT = "\u2060"
"""The word joiner: what is shown, and not seen, before a character that no line may begin with."""


class Offsets:
    """The offsets of one text in both counts.

    `rooms` and `joints` are the code points before which a `ROOM` or `JOINT` is shown that the text
    does not have: it belongs to the character behind it.

    >>> offsets = Offsets("𠮷林省")
    >>> [offsets.to_units(n) for n in range(4)]
    [0, 2, 3, 4]
    >>> [offsets.to_points(n) for n in range(5)]
    [0, 0, 1, 2, 3]
    >>> offsets = Offsets("修桥。铺路。", rooms=(3,))
    >>> offsets.end_of(3), offsets.to_units(3), offsets.to_points(4)
    (3, 5, 3)
    """

    def __init__(self, text: str, rooms: Iterable[int] = (), joints: Iterable[int] = ()) -> None:
        self._points = tuple(match.start() for match in _WIDE.finditer(text))
        self._units = tuple(point + n for n, point in enumerate(self._points))
        added = dict.fromkeys(joints, JOINT) | dict.fromkeys(rooms, ROOM)
        self._at = tuple(sorted(added))
        self._added = tuple(map(added.__getitem__, self._at))
        self._sums = (0, *accumulate(map(len, self._added)))
        bare = map(self._bare, self._at) if self._points else self._at
        self._starts = tuple(map(add, bare, self._sums))

    def to_units(self, points: int) -> int:
        """Return the number of units before code point `points`, what is shown before it too."""
        return self._bare(points) + self._sums[bisect_right(self._at, points)]

    def end_of(self, points: int) -> int:
        """Return the number of units of `points` code points, without what is shown behind them."""
        return self._bare(points) + self._sums[bisect_left(self._at, points)]

    def to_points(self, units: int) -> int:
        """Return the code point that holds unit `units`, also where that is the second half."""
        before = bisect_right(self._starts, units)
        if before and units < self._starts[before - 1] + len(self._added[before - 1]):
            return self._at[before - 1]
        bare = units - self._sums[before]
        return bare - bisect_left(self._units, bare)

    def shown(self, text: str) -> str:
        """Return the text with its rooms and joints."""
        pieces: list[str] = []
        start = 0
        for point, added in zip(self._at, self._added, strict=True):
            pieces += (text[start:point], added)
            start = point
        return "".join((*pieces, text[start:]))

    def _bare(self, points: int) -> int:
        return points + bisect_left(self._points, points)
