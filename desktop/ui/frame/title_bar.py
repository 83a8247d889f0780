"""TitleBar: the quiet head of a dock that stands alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QToolButton, QWidget

from desktop.ui.look.icons import icon

if TYPE_CHECKING:
    from desktop.ui.look.theme import Theme

MARGINS = (14, 9, 8, 4)
ICON_SIZE = 14


class TitleBar(QWidget):
    """The dock's title with two small buttons, to float it and to close it."""

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        self.setObjectName("titleBar")
        self._dock = dock
        self._title = QLabel(dock.windowTitle(), self)
        self._title.setObjectName("dockTitle")
        self._float = self._button()
        self._float.clicked.connect(self._on_float)
        self._close = self._button()
        self._close.clicked.connect(dock.close)
        dock.windowTitleChanged.connect(self._title.setText)
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(self._title, stretch=1)
        self._layout.addWidget(self._float)
        self._layout.addWidget(self._close)
        self._retranslate()
        self.set_bare(False)

    def set_bare(self, is_bare: bool) -> None:
        """Take no room at all, where a tab or the content itself says what the dock is."""
        for part in (self._title, self._float, self._close):
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
        self._float.setIcon(icon("float", theme))
        self._close.setIcon(icon("close", theme))

    def _button(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("small")
        button.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        return button

    def _on_float(self) -> None:
        self._dock.setFloating(not self._dock.isFloating())

    def _retranslate(self) -> None:
        for button, text in (
            (self._float, self.tr("Float or dock")),
            (self._close, self.tr("Close; the View menu brings it back")),
        ):
            button.setToolTip(text)
            button.setAccessibleName(text)
