"""MessageBar: what went wrong or well, said once, without a box in the way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget


class MessageBar(QFrame):
    """A sentence above the panes, or several; they stay until they are closed or replaced."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)  # it may hold words of a file
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = QToolButton(self)
        self._close.setObjectName("small")
        self._close.setText("✕")
        self._close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.addWidget(self._text, stretch=1)
        layout.addWidget(self._close)
        self._retranslate()
        self.hide()

    @property
    def text(self) -> str:
        """What is shown."""
        return self._text.text()

    def tell(self, text: str, *, is_error: bool = False) -> None:
        """Show one sentence; an error has a stronger edge."""
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # noqa: PLC0415 - slow to load

        self.setProperty("error", is_error)
        self.style().polish(self)
        self._put(text)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self._text, QAccessible.Event.Alert))

    def tell_too(self, text: str) -> None:
        """Show one more sentence, below what is shown."""
        if self.isHidden():
            self.tell(text)
        else:
            self.tell(f"{self.text}\n{text}", is_error=bool(self.property("error")))

    def take_back(self, text: str) -> None:
        """Show a sentence no longer that is no longer true, if it still stands here."""
        left = [one for one in self.text.split("\n") if one != text]
        self._put("\n".join(left))
        self.setVisible(bool(left) and not self.isHidden())

    def _put(self, text: str) -> None:
        self._text.setText(text)
        self._text.setAccessibleName(text)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._close.setToolTip(self.tr("Close this message"))
        self._close.setAccessibleName(self.tr("Close this message"))
        self.setAccessibleName(self.tr("Message"))
