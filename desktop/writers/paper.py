"""Paper: A4 with the type area of GB/T 9704, or with plain margins, upright or broad."""

from __future__ import annotations

from typing import NamedTuple

from desktop.writers.contents import Look


class Page(NamedTuple):
    """A page's size and margins in millimetres."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float

    @property
    def type_width(self) -> float:
        """The width between the margins."""
        return self.width - self.left - self.right

    @property
    def type_height(self) -> float:
        """The height between the margins."""
        return self.height - self.top - self.bottom

    @property
    def is_broad(self) -> bool:
        """Whether it lies on its side."""
        return self.width > self.height


PORTRAIT = Page(210, 297, 37, 26, 35, 28)  # type area of 156 by 225 mm
LANDSCAPE = Page(297, 210, 25, 23, 25, 23)  # broader than that, turned: a table needs the room
PLAIN_PORTRAIT = Page(210, 297, 25, 25, 25, 25)
PLAIN_LANDSCAPE = Page(297, 210, 20, 20, 20, 20)
PAGES = {
    (Look.OFFICIAL, False): PORTRAIT,
    (Look.OFFICIAL, True): LANDSCAPE,
    (Look.PLAIN, False): PLAIN_PORTRAIT,
    (Look.PLAIN, True): PLAIN_LANDSCAPE,
}
"""Look, and whether the page is broad → the page."""
TWIPS_PER_POINT = 20
POINTS_PER_MM = 72 / 25.4
TWIPS_PER_MM = TWIPS_PER_POINT * POINTS_PER_MM
NUMBER_BELOW = 7  # millimetres from the type area to the line of the page number
