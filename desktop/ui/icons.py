"""Icons in the colours of the theme: one family, drawn for the program as SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop import paths
from desktop.ui.theme import mixed

if TYPE_CHECKING:
    from desktop.ui.theme import Theme

INK = b"currentColor"
SIZES = (16, 18, 20, 24, 32, 40, 48, 64)
"""Pixels, for every size of a button on screens of 100 to 300 %."""

PALE = 0.4
"""How much of its ink the icon of something that cannot be done now keeps."""


def icon(name: str, theme: Theme) -> QIcon:
    """Return an icon of `resources/icons` in the theme's ink."""
    drawing = paths.resource(f"icons/{name}.svg").read_bytes()
    found = QIcon()
    pale = mixed(theme.ink, theme.ground, PALE).name()
    for mode, ink in ((QIcon.Mode.Normal, theme.ink), (QIcon.Mode.Disabled, pale)):
        renderer = QSvgRenderer(QByteArray(drawing.replace(INK, ink.encode())))
        for size in SIZES:
            found.addPixmap(_drawn(renderer, size), mode)
    return found


def has_icon(name: str) -> bool:
    """Return whether there is an icon of that name."""
    return paths.resource(f"icons/{name}.svg").is_file()


def _drawn(renderer: QSvgRenderer, size: int) -> QPixmap:
    found = QPixmap(size, size)
    found.fill(Qt.GlobalColor.transparent)
    with QPainter(found) as painter:
        renderer.render(painter)
    return found
