"""StartPage: what to do while nothing is open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.frame.recent_button import RecentButton
from desktop.ui.look.chrome_size import interface_font, listed_font

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QShowEvent

    from desktop.store import RecentPair
    from desktop.ui.session import Session

WIDTH = 680
MOST_RECENT = 6
NAME_SIZE, TAGLINE_SIZE = 34.0, 11.5  # points


class StartPage(QWidget):
    """Open two reports, try the sample, or go back to a recent pair."""

    open_asked = Signal()
    sample_asked = Signal()
    forget_asked = Signal(object)  # the RecentPair that is to leave the list
    remove_asked = Signal(object)  # the one that is to leave the library

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._pairs: tuple[RecentPair, ...] | None = None  # none have been read yet
        self._buttons: tuple[RecentButton, ...] = ()
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
        for changed in (session.backups.restored, session.shelf.changed):
            changed.connect(self.show_recent)

    def show_recent(self) -> None:
        """Read the recent pairs again; the keyboard stays at the place in the list."""
        pairs = self._session.recent_pairs[:MOST_RECENT]
        if pairs == self._pairs or not self.isVisible():
            return
        here = next((at for at, one in enumerate(self.recent) if one.hasFocus()), None)
        self._fill(pairs)
        if here is not None:
            chosen = (*self.recent, self.open)[min(here, max(0, len(pairs) - 1))]
            chosen.show()  # now: what is hidden is not given the keyboard
            chosen.setFocus()

    @property
    def recent(self) -> tuple[RecentButton, ...]:
        """The recent pairs that are shown."""
        return self._buttons

    def _fill(self, pairs: tuple[RecentPair, ...]) -> None:
        self._pairs, buttons = pairs, []
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._recent_title.setVisible(bool(pairs))
        for pair in pairs:
            button = RecentButton(pair, self)
            button.clicked.connect(partial(self._session.open_recent, pair))
            button.pointed_at.connect(partial(self._session.expect_recent, pair))
            button.setAutoDefault(True)
            button.delete_pressed.connect(partial(self.forget_asked.emit, pair))
            button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            button.customContextMenuRequested.connect(partial(self._offer, button, pair))
            self._recent.addWidget(button)
            buttons.append(button)
        self._buttons = tuple(buttons)

    def _offer(self, button: RecentButton, pair: RecentPair, at: QPoint) -> QMenu:
        """Offer what can be done with a recent pair."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open"), button.click)
        menu.addSeparator()
        forget = menu.addAction(
            self.tr("Remove from this list"), partial(self.forget_asked.emit, pair)
        )
        forget.setShortcut(QKeySequence.StandardKey.Delete)
        forget.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # the button has the key
        menu.addAction(self.tr("Remove from the library…"), partial(self.remove_asked.emit, pair))
        menu.popup(button.mapToGlobal(at))
        return menu

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
