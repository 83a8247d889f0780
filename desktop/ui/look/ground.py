"""The ground of a line in a list: what is chosen, and where the line ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QStyle

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from desktop.ui.look.theme import Theme


def paint_chosen(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """Draw the ground of a line that is chosen, and nothing under another one."""
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, QColor(theme.selection))


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """Draw the ground of a line and the hairline below it."""
    paint_chosen(painter, option, theme)
    paint_line_below(painter, option, theme)


def paint_line_below(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """Draw the hairline where a line or a cell ends."""
    painter.setPen(QColor(theme.hairline))
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
