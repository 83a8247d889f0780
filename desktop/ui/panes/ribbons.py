"""The geometry of the ribbons between two panes: numbers in, numbers out.

All lengths are pixels of the gutter, y downwards from the upper edge of the text on show.
"""

from __future__ import annotations

from dataclasses import dataclass

STUB_SHARE = 0.3
"""How far into the gutter a ribbon reaches whose other end is out of view."""

STUB_DROP = 12.0
"""How far a stub bends towards where its other end lies: enough to tell up from down."""

LEAST_HEIGHT = 3.0
"""A part of a line shorter than this would be no ribbon but a hair."""

SLACK = 2.0  # pixels above and below a ribbon at which it is still pointed at
BISECTIONS = 24  # 2**-24 of the gutter's width is far below a pixel


@dataclass(frozen=True, slots=True)
class Extent:
    """From where to where a passage reaches in its pane; may lie out of view."""

    top: float
    bottom: float

    def is_visible(self, height: float) -> bool:
        """Whether any of it lies in a view of `height`."""
        return self.bottom > 0.0 and self.top < height

    def at_least(self, least: float) -> Extent:
        """Return the extent grown about its middle to a height of `least`."""
        lack = (least - (self.bottom - self.top)) / 2
        return Extent(self.top - lack, self.bottom + lack) if lack > 0.0 else self


ABOVE = Extent(-1e6, -1e6)
BELOW = Extent(1e6, 1e6)
"""Somewhere out of view: stubs need no more, and to know more Qt would have to lay it out."""


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A band from one edge of the gutter, x0, to x1; a stub ends before the other edge."""

    x0: float
    start: Extent
    x1: float
    end: Extent
    is_stub: bool = False

    def edge(self, x: float) -> Extent | None:
        """Return from where to where the ribbon reaches at `x`, None beside it."""
        share = (x - self.x0) / (self.x1 - self.x0)
        if not 0.0 <= share <= 1.0:
            return None
        rise = _rise(share)
        return Extent(
            self.start.top + rise * (self.end.top - self.start.top),
            self.start.bottom + rise * (self.end.bottom - self.start.bottom),
        )

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies on the ribbon, or nearly."""
        edge = self.edge(x)
        return edge is not None and edge.top - SLACK <= y <= edge.bottom + SLACK


def ribbon(left: Extent, right: Extent, width: float, height: float) -> Ribbon | None:
    """Return the ribbon between two passages, a stub where one is out of view.

    None where both are. `width` and `height` are the gutter's.
    """
    sees_left, sees_right = left.is_visible(height), right.is_visible(height)
    left, right = left.at_least(LEAST_HEIGHT), right.at_least(LEAST_HEIGHT)
    if sees_left and sees_right:
        return Ribbon(0.0, left, width, right)
    if sees_left:
        return Ribbon(0.0, left, width * STUB_SHARE, _stub_end(left, right), is_stub=True)
    if sees_right:
        end = _stub_end(right, left)
        return Ribbon(width, right, width * (1.0 - STUB_SHARE), end, is_stub=True)
    return None


def _stub_end(seen: Extent, unseen: Extent) -> Extent:
    """Return where a stub ends: below its start if the other end is below."""
    drop = STUB_DROP if unseen.top >= seen.top else -STUB_DROP
    return Extent(seen.top + drop, seen.bottom + drop)


def _rise(share: float) -> float:
    """Return how much of its way from y0 to y1 a ribbon's edge has made at `share` of its x.

    The edge is the Bézier curve (0, y0) (½, y0) (½, y1) (1, y1); its x is solved by halving.
    """
    if share in (0.0, 1.0):
        return share  # to the pixel, since here the ribbon meets a line
    low, high = 0.0, 1.0
    for _ in range(BISECTIONS):
        t = (low + high) / 2
        if 1.5 * t * (1.0 - t) + t**3 < share:
            low = t
        else:
            high = t
    t = (low + high) / 2
    return t * t * (3.0 - 2.0 * t)
