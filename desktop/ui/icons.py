"""Icons in the colours of the theme: one family, drawn for the program as SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop import paths
from desktop.ui.theme import mixed

if TYPE_CHECKING:
    from desktop.ui.theme import Theme

INK = b"currentColor"

PALE = 0.4
"""How much of its ink the icon of something that cannot be done now keeps."""


def icon(name: str, theme: Theme) -> QIcon:
    """Return an icon of `resources/icons` in the theme's ink."""
    drawing = paths.resource(f"icons/{name}.svg").read_bytes()
    pale = mixed(theme.ink, theme.ground, PALE).name()
    return QIcon(
        _Drawing(drawing.replace(INK, theme.ink.encode()), drawing.replace(INK, pale.encode()))
    )


def has_icon(name: str) -> bool:
    """Return whether there is an icon of that name."""
    return paths.resource(f"icons/{name}.svg").is_file()


class _Drawing(QIconEngine):
    """Draws when it is asked, in the size that the screen needs.

    Most actions of the menus have an icon that no toolbar shows: drawn ahead of time in every
    size of every screen they kept the window waiting.
    """

    def __init__(self, usual: bytes, pale: bytes) -> None:
        super().__init__()
        self._usual, self._pale = usual, pale
        self._drawn: dict[tuple[object, bool], QPixmap] = {}

    def clone(self) -> QIconEngine:
        """Return one that draws the same."""
        return _Drawing(self._usual, self._pale)

    def paint(
        self,
        painter: QPainter,
        rect: QRect,
        mode: QIcon.Mode,
        state: QIcon.State,  # noqa: ARG002 - what is on and what is off look the same
    ) -> None:
        """Draw into `rect`, pale where the action cannot be done."""
        drawing = self._pale if mode is QIcon.Mode.Disabled else self._usual
        QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the drawing alone, kept for the next time; `size` is in the screen's pixels."""
        key = size.toTuple(), mode is QIcon.Mode.Disabled
        if key not in self._drawn:
            found = QPixmap(size)
            found.fill(Qt.GlobalColor.transparent)
            with QPainter(found) as painter:
                self.paint(painter, found.rect(), mode, state)
            self._drawn[key] = found
        return self._drawn[key]
