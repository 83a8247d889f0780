"""TitleBar: the quiet head of a dock."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QToolButton, QWidget


class TitleBar(QWidget):
    """The dock's title with two small buttons, to float it and to close it."""

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        self.setObjectName("titleBar")
        self._dock = dock
        self._title = QLabel(dock.windowTitle(), self)
        self._title.setObjectName("dockTitle")
        self._float = self._button("⧉")
        self._float.clicked.connect(self._on_float)
        self._close = self._button("✕")
        self._close.clicked.connect(dock.close)
        dock.windowTitleChanged.connect(self._title.setText)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 7, 8, 5)
        layout.addWidget(self._title, stretch=1)
        layout.addWidget(self._float)
        layout.addWidget(self._close)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _button(self, sign: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("small")
        button.setText(sign)
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
