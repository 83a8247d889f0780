"""Icons in the colours of the theme: one family, drawn for the program as SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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


def icon(name: str, theme: Theme, *, shows_state: bool = False) -> QIcon:
    """Return an icon of `resources/icons` in the theme's ink.

    With `shows_state` it is in the strong colour while it is on, and muted while it is off.
    """
    drawing = paths.resource(f"icons/{name}.svg").read_bytes()
    inks = Inks(
        theme.muted if shows_state else theme.ink,
        theme.accent if shows_state else theme.ink,
        mixed(theme.ink, theme.ground, PALE).name(),
    )
    return QIcon(_Drawing(drawing, inks))


def has_icon(name: str) -> bool:
    """Return whether there is an icon of that name."""
    return paths.resource(f"icons/{name}.svg").is_file()


class Inks(NamedTuple):
    """The colours of an icon that is off, that is on, and that is of no use now."""

    off: str
    on: str
    pale: str


class _Drawing(QIconEngine):
    """Draws when it is asked, in the size that the screen needs.

    Most actions of the menus have an icon that no toolbar shows: drawn ahead of time in every
    size of every screen they kept the window waiting.
    """

    def __init__(self, drawing: bytes, inks: Inks) -> None:
        super().__init__()
        self._drawing, self._inks = drawing, inks
        self._drawn: dict[tuple[object, str], QPixmap] = {}

    def clone(self) -> QIconEngine:
        """Return one that draws the same."""
        return _Drawing(self._drawing, self._inks)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw into `rect`, pale where the action cannot be done."""
        ink = self._ink(mode, state).encode()
        QSvgRenderer(QByteArray(self._drawing.replace(INK, ink))).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the drawing alone, kept for the next time; `size` is in the screen's pixels."""
        key = size.toTuple(), self._ink(mode, state)
        if key not in self._drawn:
            found = QPixmap(size)
            found.fill(Qt.GlobalColor.transparent)
            with QPainter(found) as painter:
                self.paint(painter, found.rect(), mode, state)
            self._drawn[key] = found
        return self._drawn[key]

    def _ink(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode is QIcon.Mode.Disabled:
            return self._inks.pale
        return self._inks.on if state is QIcon.State.On else self._inks.off
