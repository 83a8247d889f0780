"""Code points of Python to UTF-16 units of Qt and back: the only place that converts."""

from __future__ import annotations

import re
from bisect import bisect_left

_WIDE = re.compile("[\U00010000-\U0010ffff]")


class Offsets:
    """The offsets of one text in both counts.

    >>> offsets = Offsets("𠮷林省")
    >>> [offsets.to_units(n) for n in range(4)]
    [0, 2, 3, 4]
    >>> [offsets.to_points(n) for n in range(5)]
    [0, 0, 1, 2, 3]
    """

    def __init__(self, text: str) -> None:
        self._points = tuple(match.start() for match in _WIDE.finditer(text))
        self._units = tuple(point + n for n, point in enumerate(self._points))

    def to_units(self, points: int) -> int:
        """Return the number of UTF-16 units before code point `points`."""
        return points + bisect_left(self._points, points)

    def to_points(self, units: int) -> int:
        """Return the code point that holds unit `units`, also where that is the second half."""
        return units - bisect_left(self._units, units)
