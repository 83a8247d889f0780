"""TitleBar: the quiet head of a dock that stands alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QToolButton, QWidget

from desktop.ui.look.icons import icon

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.look.theme import Theme

MARGINS = (14, 9, 8, 4)
ICON_SIZE = 14
ICONS = "float", "close"


class TitleBar(QWidget):
    """The dock's title with two small buttons, to float it and to close it.

    Bare, it takes no room at all, where a tab or the content itself says what the dock is: so
    most of them begin, and their parts are made when they are first to be seen.
    """

    def __init__(self, dock: QDockWidget, theme: Theme, *, is_bare: bool) -> None:
        super().__init__(dock)
        self.setObjectName("titleBar")
        self._dock = dock
        self._theme = theme
        self._buttons: tuple[QToolButton, ...] = ()
        self._parts: tuple[QWidget, ...] = ()  # the title and these
        self._layout = QHBoxLayout(self)
        self.set_bare(is_bare)

    def set_bare(self, is_bare: bool) -> None:
        """Take no room, or show the parts."""
        if not is_bare and not self._parts:
            self._make()
        for part in self._parts:
            part.setVisible(not is_bare)
        margins = (0, 0, 0, 0) if is_bare else MARGINS
        self._layout.setContentsMargins(*margins)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the ink of a theme."""
        self._theme = theme
        for button, name in zip(self._buttons, ICONS, strict=False):
            button.setIcon(icon(name, theme))

    def _make(self) -> None:
        title = QLabel(self._dock.windowTitle(), self)
        title.setObjectName("dockTitle")
        self._dock.windowTitleChanged.connect(title.setText)
        self._layout.addWidget(title, stretch=1)
        self._buttons = self._button(self._on_float), self._button(self._dock.close)
        self._parts = title, *self._buttons
        self.set_theme(self._theme)
        self._retranslate()

    def _button(self, then: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("small")
        button.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        button.clicked.connect(then)
        self._layout.addWidget(button)
        return button

    def _on_float(self) -> None:
        self._dock.setFloating(not self._dock.isFloating())

    def _retranslate(self) -> None:
        texts = self.tr("Float or dock"), self.tr("Close; the View menu brings it back")
        for button, text in zip(self._buttons, texts, strict=False):
            button.setToolTip(text)
            button.setAccessibleName(text)
