"""Which height of one text lies level with which of the other: numbers in, numbers out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Point = tuple[float, float]
"""A height in the left text and the height in the right one that it corresponds to."""

CATCHING_UP = 0.5
"""The share of each step that goes into closing a gap between the panes.

More would make the following pane outrun the hand, less would leave it behind for screens.
"""

FASTEST = 4.0
"""How much faster than the reader's own pane the other one may scroll.

Where one report says in a line what takes the other pages, the map is steep; the rest is caught up
later.
"""


@dataclass(frozen=True, slots=True)
class ScrollMap:
    """A piecewise linear map between two texts, rising on both sides."""

    points: tuple[Point, ...]

    def to_right(self, y: float) -> float:
        """Return the height in the right text that lies level with `y` in the left one."""
        return _interpolate(y, self.points, 0)

    def to_left(self, y: float) -> float:
        """Return the height in the left text that lies level with `y` in the right one."""
        return _interpolate(y, self.points, 1)


def scroll_map(
    points: Iterable[Point], left_end: float, right_end: float, through: Point | None = None
) -> ScrollMap:
    """Return the map through as many of `points` as can rise together, and through both ends.

    What has moved cannot be level with all else, so the longest rising chain is kept; with
    `through`, the pair that the reader looks at, only what fits it.
    """
    inside = {p for p in points if 0.0 < p[0] < left_end and 0.0 < p[1] < right_end}
    if through is not None and 0.0 < through[0] < left_end and 0.0 < through[1] < right_end:
        inside = {p for p in inside if _rises(p, through)} | {through}
    return ScrollMap(((0.0, 0.0), *longest_rise(inside), (left_end, right_end)))


def longest_rise(points: Iterable[Point]) -> tuple[Point, ...]:
    """Return the longest chain of points in which both heights rise (patience sorting).

    >>> longest_rise([(1, 1), (2, 9), (3, 2), (4, 3)])
    ((1, 1), (3, 2), (4, 3))
    """
    ordered = sorted(points, key=lambda p: (p[0], -p[1]))
    tails: list[float] = []
    last: list[int] = []
    before: list[int] = []
    for index, (_, right) in enumerate(ordered):
        length = bisect_left(tails, right)
        before.append(last[length - 1] if length else -1)
        tails[length : length + 1] = [right]
        last[length : length + 1] = [index]
    chain: list[Point] = []
    at = last[-1] if last else -1
    while at >= 0:
        chain.append(ordered[at])
        at = before[at]
    return tuple(reversed(chain))


def pivot(scroll: float, range_: float, page: float) -> float:
    """Return the y in the view at which the panes are kept level.

    The middle, but the upper edge at the start of the text and the lower one at its end, so that
    both texts begin and end together (as Meld does it). `range_` is the largest scroll value.
    """
    half = page / 2
    if range_ <= page:
        return page * (scroll / range_) if range_ else 0.0
    return min(scroll, half) + max(0.0, scroll - (range_ - half))


def followed(at: float, before: float, after: float, step: float) -> float:
    """Return where the other pane scrolls to when the reader has scrolled by `step`.

    `at` is where it is; `before` and `after` are where the map would have it. A gap between the
    panes closes little by little, and nothing moves faster than the eye can follow.

    >>> followed(500.0, 500.0, 540.0, 40.0), followed(600.0, 500.0, 540.0, 40.0)
    (540.0, 620.0)
    """
    gap = at - before
    closed = min(abs(gap), CATCHING_UP * abs(step))
    wanted = after + (gap - closed if gap > 0 else gap + closed)
    most = FASTEST * abs(step)
    return min(max(wanted, at - most), at + most)


def level(chosen: float, partner: float, scrolls: Point, ranges: Point) -> Point:
    """Return the scroll values that bring two heights level with the least movement.

    All pairs are (of the chosen one's pane, of the partner's). The chosen one keeps its place
    unless the partner's text begins or ends too early; then its own pane moves by the rest.
    """
    wanted = partner - (chosen - scrolls[0])
    other = min(max(wanted, 0.0), ranges[1])
    own = chosen - (partner - other)
    return min(max(own, 0.0), ranges[0]), other


def _rises(one: Point, other: Point) -> bool:
    return (one[0] < other[0] and one[1] < other[1]) or (one[0] > other[0] and one[1] > other[1])


def _interpolate(y: float, points: tuple[Point, ...], own: int) -> float:
    """Return the other height of the point whose height at place `own` is `y`."""
    at = min(max(bisect_right(points, y, key=itemgetter(own)), 1), len(points) - 1)
    before, after = points[at - 1], points[at]
    span = after[own] - before[own]
    share = (y - before[own]) / span if span else 0.0
    return before[1 - own] + share * (after[1 - own] - before[1 - own])
