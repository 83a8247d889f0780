"""How large all that is not the reports is: menus, docks, tables, dialogs.

What is drawn by hand has its sizes in points and pixels for `CHROME_SIZE`; all of them grow and
shrink with the size that is chosen. It is kept by the application, as its own font is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontDatabase, QGuiApplication

from desktop.ui.look.typefaces import CHROME_SIZE, chrome_font, reading_font
from desktop.ui.look.viewport import viewport

if TYPE_CHECKING:
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QHeaderView

SMALLEST_CHROME, LARGEST_CHROME = 8.0, 18.0  # points
AS_SYSTEM = 0.0
"""The size of the system's own font, which is larger where somebody has asked for larger text; and
never below `CHROME_SIZE`: Chinese characters of less are hard to read in lists."""

CHROME = "chromeSize"


def set_chrome_size(points: float) -> None:
    """Let the window's own text be of that size from now on, or `AS_SYSTEM`."""
    application = QGuiApplication.instance()
    if application is not None:
        application.setProperty(CHROME, points or _system_size())


def chrome_size() -> float:
    """Return the size of the window's own text, in points."""
    application = QGuiApplication.instance()
    found = application.property(CHROME) if application is not None else None
    return found or CHROME_SIZE


def scaled(length: float) -> float:
    """Return a length that belongs to text of the usual size as the chosen size needs it."""
    return length * chrome_size() / CHROME_SIZE


def scaled_size(width: float, height: float) -> QSize:
    """Return the size of a window as the chosen size needs it, not larger than the screen."""
    size = QSize(round(scaled(width)), round(scaled(height)))
    return size.boundedTo(QGuiApplication.primaryScreen().availableSize())


def interface_font(size: float = CHROME_SIZE, *, bold: bool = False) -> QFont:
    """Return the face of the window's own text; `size` in points where `CHROME_SIZE` is chosen."""
    return chrome_font(scaled(size), bold=bold)


def listed_font(size: float) -> QFont:
    """Return the face of the reports as lists and tables have it; `size` as above."""
    return reading_font(scaled(size))


def dress_header(header: QHeaderView, size: float) -> None:
    """Write the names of columns in a size of their own, now or anew.

    What is drawn is in the font of the viewport, to which one that was set before is handed down
    below a style sheet, and no later one.
    """
    font = interface_font(size)
    header.setFont(font)
    viewport(header).setFont(font)


def _system_size() -> float:
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF()
    return min(max(system, CHROME_SIZE), LARGEST_CHROME)
