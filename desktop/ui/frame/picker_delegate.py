"""PickerDelegate: one line of a picker, drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from desktop.ui.look.chrome_size import interface_font, scaled
from desktop.ui.look.ground import paint_chosen
from desktop.ui.look.themed_delegate import ThemedDelegate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

    from desktop.ui.frame.offers import Offer
    from desktop.ui.look.theme import Theme
    from desktop.ui.models.index import Index


ROW_HEIGHT, MARGIN, GAP = 30, 10.0, 16.0  # pixels
TEXT_SIZE, DETAIL_SIZE = 10.0, 8.5  # points
DETAIL_SHARE = 0.4
"""How much of a line the detail may take before it is cut."""


class PickerDelegate(ThemedDelegate):
    """The text, and at the right end quietly its detail."""

    def __init__(self, role: int, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(theme, view)
        self._role = role

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Return the height of a line."""
        return QSize(0, round(scaled(ROW_HEIGHT)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        offer: Offer = index.data(self._role)
        painter.save()
        paint_chosen(painter, option, self._theme)
        line = QRectF(option.rect).adjusted(MARGIN, 0, -MARGIN, 0)
        taken = self._say(painter, line, offer.detail, Qt.AlignmentFlag.AlignRight)
        line.setRight(line.right() - taken)
        self._say(painter, line, offer.text, Qt.AlignmentFlag.AlignLeft)
        painter.restore()

    def _say(self, painter: QPainter, line: QRectF, text: str, side: Qt.AlignmentFlag) -> float:
        """Draw text at one end of a line and return how much room it took."""
        is_detail = side is Qt.AlignmentFlag.AlignRight
        font = interface_font(DETAIL_SIZE if is_detail else TEXT_SIZE)
        metrics = QFontMetricsF(font)
        room = line.width() * (DETAIL_SHARE if is_detail else 1.0)
        shown = metrics.elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.muted if is_detail else self._theme.ink))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | side, shown)
        return metrics.horizontalAdvance(shown) + GAP if shown else 0.0
