"""RecentButton: one recent pair on the start page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.look.tips import plain_tip
from desktop.ui.titles import file_name, full_title

if TYPE_CHECKING:
    from desktop.store import RecentPair

MARGINS = 12, 7, 12, 7


class RecentButton(QPushButton):
    """The two reports in one line; below it quietly their files and when they were opened."""

    def __init__(self, pair: RecentPair, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recent")
        name = pair_name(pair)
        opened = QDateTime.fromSecsSinceEpoch(int(pair.opened.timestamp()))
        form = QLocale.FormatType.ShortFormat
        moment = QLocale().toString(opened, form)
        files = "  ·  ".join((file_name(pair.left), file_name(pair.right), moment))
        self.setAccessibleName(name)
        self.setAccessibleDescription(files)
        self.setToolTip(plain_tip(f"{pair.left.source}\n{pair.right.source}"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*MARGINS)
        layout.setSpacing(1)
        for text, look in ((name, "recentName"), (files, "tagline")):
            line = QLabel(text, self)
            line.setObjectName(look)
            line.setTextFormat(Qt.TextFormat.PlainText)
            line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(line)

    def sizeHint(self) -> QSize:
        """Return the size that both lines need."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()


def pair_name(pair: RecentPair) -> str:
    """Return both reports' names in one line."""
    return f"{full_title(pair.left)}  ⇄  {full_title(pair.right)}"
