"""TableDelegate: the cells of a table in a dock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QStyle

from desktop.ui.look.ground import paint_line_below
from desktop.ui.look.themed_delegate import ThemedDelegate

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from desktop.ui.models.index import Index


class TableDelegate(ThemedDelegate):
    """A line below each cell, and no frame around the current one: its row is chosen whole."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell with the line below it."""
        option.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, option, index)
        paint_line_below(painter, option, self._theme)


def write_in(option: QStyleOptionViewItem, colour: str) -> None:
    """Let the text of a cell have a colour, also where it is chosen."""
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
        option.palette.setColor(role, QColor(colour))
