"""Icons in the colours of the theme: one family, drawn for the program as SVG."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop import paths
from desktop.ui.look.theme import mixed

if TYPE_CHECKING:
    from desktop.ui.look.theme import Theme

INK = b"currentColor"

GROUND = b'<rect x="1" y="1" width="22" height="22" rx="5" fill="currentColor" stroke="none"/>'
"""What the drawing of something that is on is cut out of."""

PALE = 0.4
"""How much of its ink the icon of something that cannot be done now keeps."""


def icon(name: str, theme: Theme, *, is_on: bool | None = None) -> QIcon:
    """Return an icon of `resources/icons` in the theme's ink.

    With `is_on` it says itself whether something is on: cut out of the strong colour, or muted.
    """
    drawing = paths.resource(f"icons/{name}.svg").read_bytes()
    pale = mixed(theme.ink, theme.ground, PALE).name()
    if is_on is None:
        return QIcon(_Drawing(drawing, theme.ink, pale))
    if is_on:
        ground = GROUND.replace(INK, theme.accent.encode())
        drawing = drawing.replace(b"<path", ground + b"<path", 1)
    return QIcon(_Drawing(drawing, theme.on_ink if is_on else theme.muted, pale))


def has_icon(name: str) -> bool:
    """Return whether there is an icon of that name."""
    return name in _drawn()


@cache
def _drawn() -> frozenset[str]:
    return frozenset(path.stem for path in paths.resource("icons").iterdir())


class _Drawing(QIconEngine):
    """Draws when it is asked, in the size that the screen needs.

    Most actions of the menus have an icon that no toolbar shows: drawn ahead of time in every
    size of every screen they kept the window waiting.
    """

    def __init__(self, drawing: bytes, ink: str, pale: str) -> None:
        super().__init__()
        self._drawing, self._ink, self._pale = drawing, ink, pale
        self._drawn: dict[tuple[object, str], QPixmap] = {}

    def clone(self) -> QIconEngine:
        """Return one that draws the same."""
        return _Drawing(self._drawing, self._ink, self._pale)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002 - Qt asks so
        """Draw into `rect`, pale where the action cannot be done."""
        ink = self._ink_in(mode).encode()
        QSvgRenderer(QByteArray(self._drawing.replace(INK, ink))).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the drawing alone, kept for the next time; `size` is in the screen's pixels."""
        key = size.toTuple(), self._ink_in(mode)
        if key not in self._drawn:
            found = QPixmap(size)
            found.fill(Qt.GlobalColor.transparent)
            with QPainter(found) as painter:
                self.paint(painter, found.rect(), mode, state)
            self._drawn[key] = found
        return self._drawn[key]

    def _ink_in(self, mode: QIcon.Mode) -> str:
        return self._pale if mode is QIcon.Mode.Disabled else self._ink
