"""StartPage: what to do while nothing is open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.frame.recent_button import RecentButton
from desktop.ui.look.chrome_size import interface_font, listed_font

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from desktop.ui.session import Session

WIDTH = 680
MOST_RECENT = 6
NAME_SIZE, TAGLINE_SIZE = 34.0, 11.5  # points


class StartPage(QWidget):
    """Open two reports, try the sample, or go back to a recent pair."""

    open_asked = Signal()
    sample_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._name = QLabel("对勘", self)
        self._name.setObjectName("name")
        self._tagline = QLabel(self)
        self._tagline.setObjectName("tagline")
        self._tagline.setWordWrap(True)
        self.open = QPushButton(self)
        self.open.setObjectName("primary")
        self.open.clicked.connect(self.open_asked)
        self.sample = QPushButton(self)
        self.sample.clicked.connect(self.sample_asked)
        for button in (self.open, self.sample):
            button.setAutoDefault(True)  # Enter presses it too
        self._drop = QLabel(self)
        self._drop.setObjectName("tagline")
        self._recent_title = QLabel(self)
        self._recent_title.setObjectName("dockTitle")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        self._lay_out()
        self._set_faces()
        self._retranslate()
        session.backups.restored.connect(self.show_recent)

    def show_recent(self) -> None:
        """Read the recent pairs again."""
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        pairs = self._session.recent_pairs[:MOST_RECENT]
        self._recent_title.setVisible(bool(pairs))
        for pair in pairs:
            button = RecentButton(pair, self)
            button.clicked.connect(partial(self._session.open_recent, pair))
            button.setAutoDefault(True)
            self._recent.addWidget(button)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with the library."""
        super().showEvent(event)
        self.show_recent()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() is QEvent.Type.FontChange:
            self._set_faces()
        super().changeEvent(event)

    def _set_faces(self) -> None:
        self._name.setFont(listed_font(NAME_SIZE))
        self._tagline.setFont(interface_font(TAGLINE_SIZE))

    def _lay_out(self) -> None:
        column = QWidget(self)
        column.setMaximumWidth(WIDTH)
        inner = QVBoxLayout(column)
        inner.setSpacing(10)
        inner.addWidget(self._name)
        inner.addWidget(self._tagline)
        inner.addSpacing(18)
        buttons = QHBoxLayout()
        buttons.addWidget(self.open)
        buttons.addWidget(self.sample)
        buttons.addStretch()
        inner.addLayout(buttons)
        inner.addWidget(self._drop)
        inner.addSpacing(22)
        inner.addWidget(self._recent_title)
        inner.addLayout(self._recent)
        page = QWidget(self)
        around = QVBoxLayout(page)
        around.addStretch(2)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(column, stretch=10)
        row.addStretch()
        around.addLayout(row)
        around.addStretch(3)
        self._name.setAlignment(Qt.AlignmentFlag.AlignLeft)
        # Else large type makes the window higher than its screen.
        self._area = area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _retranslate(self) -> None:
        self._tagline.setText(
            self.tr(
                "Lay two government reports side by side: what the second repeats, changes, "
                "adds, drops, and reports as done."
            )
        )
        self.open.setText(self.tr("Open two reports…"))
        self.sample.setText(self.tr("Try the sample"))
        self._drop.setText(self.tr("or drop two files here"))
        self._recent_title.setText(self.tr("Recent"))
        self._area.setAccessibleName(self.tr("Start page"))
