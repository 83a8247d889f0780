"""RecentButton: one recent pair on the start page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QEvent, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.look.tips import plain_tip
from desktop.ui.titles import ARROW, file_name, full_title, pair_name

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent

    from desktop.store import RecentPair

MARGINS = 12, 7, 12, 7
DOT = "  ·  "


class RecentButton(QPushButton):
    """The two reports in one line; below it quietly their files and when they were opened.

    Names for which there is no room are shortened in their middle: the year stands at an end.
    """

    delete_pressed = Signal()
    pointed_at = Signal()  # by the mouse or the keyboard: it may be opened

    def __init__(self, pair: RecentPair, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recent")
        name = pair_name(pair)
        opened = QDateTime.fromSecsSinceEpoch(int(pair.opened.timestamp()))
        form = QLocale.FormatType.ShortFormat
        moment = QLocale().toString(opened, form)
        files = file_name(pair.left), file_name(pair.right)
        self.setAccessibleName(name)
        self.setAccessibleDescription(DOT.join((*files, moment)))
        self.setToolTip(plain_tip(f"{pair.left.source}\n{pair.right.source}"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*MARGINS)
        layout.setSpacing(1)
        titles = full_title(pair.left), full_title(pair.right)
        self._lines = (
            (self._line("recentName"), *titles, ARROW, ""),
            (self._line("tagline"), *files, DOT, DOT + moment),
        )
        for line, *_ in self._lines:
            layout.addWidget(line)

    def _line(self, look: str) -> QLabel:
        line = QLabel(" ", self)  # which is as high as any text
        line.setObjectName(look)
        line.setTextFormat(Qt.TextFormat.PlainText)
        line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return line

    def _fit(self) -> None:
        """Show as much of the names as there is room for."""
        for line, left, right, between, end in self._lines:
            line.ensurePolished()  # else its font is another one
            metrics = line.fontMetrics()
            room = self.width() - MARGINS[0] - MARGINS[2] - metrics.horizontalAdvance(between + end)
            line.setText(between.join(both_in(room, left, right, metrics)) + end)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the key that deletes be pressed, too."""
        if event.matches(QKeySequence.StandardKey.Delete):
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell that the mouse has come."""
        super().enterEvent(event)
        self.pointed_at.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard has come."""
        super().focusInEvent(event)
        self.pointed_at.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have another width for the names."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Have names of another size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def sizeHint(self) -> QSize:
        """Return the size that both lines need."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()


def both_in(room: int, left: str, right: str, metrics: QFontMetrics) -> tuple[str, str]:
    """Return two names that fit into `room` pixels: the longer one is shortened first."""
    widths = [metrics.horizontalAdvance(name) for name in (left, right)]
    rooms = [max(room // 2, room - other) for other in reversed(widths)]
    middle = Qt.TextElideMode.ElideMiddle
    return metrics.elidedText(left, middle, rooms[0]), metrics.elidedText(right, middle, rooms[1])
