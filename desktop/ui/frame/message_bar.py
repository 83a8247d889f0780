"""MessageBar: what went wrong or well, said once, without a box in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from desktop.paths import libraries_of_the_system

if TYPE_CHECKING:
    from pathlib import Path


class MessageBar(QFrame):
    """A sentence above the panes, or several; they stay until they are closed or replaced."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)  # it may hold words of a file
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._file: Path | None = None  # that was written, and is told of
        self.folder = QPushButton(self)
        self.folder.setObjectName("link")
        self.folder.setAutoDefault(True)  # Enter presses it too
        self.folder.clicked.connect(self._show_folder)
        self._close = QToolButton(self)
        self._close.setObjectName("small")
        self._close.setText("✕")
        self._close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.addWidget(self._text, stretch=1)
        layout.addWidget(self.folder)
        layout.addWidget(self._close)
        self._retranslate()
        self.hide()

    @property
    def text(self) -> str:
        """What is shown."""
        return self._text.text()

    def tell(self, text: str, *, is_error: bool = False, file: Path | None = None) -> None:
        """Show one sentence; an error has a stronger edge, and a file that was written a folder."""
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # noqa: PLC0415 - slow to load

        self.setProperty("error", is_error)
        self.style().polish(self)
        self._put(text)
        self._file = file
        self.folder.setVisible(file is not None)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self._text, QAccessible.Event.Alert))

    def tell_too(self, text: str) -> None:
        """Show one more sentence, below what is shown."""
        if self.isHidden():
            self.tell(text)
        else:
            self.tell(
                f"{self.text}\n{text}", is_error=bool(self.property("error")), file=self._file
            )

    def forget_error(self) -> None:
        """Show an error no longer that is of something earlier."""
        if self.property("error"):
            self.hide()

    def take_back(self, text: str) -> None:
        """Show a sentence no longer that is no longer true, if it still stands here."""
        left = [one for one in self.text.split("\n") if one != text]
        self._put("\n".join(left))
        self.setVisible(bool(left) and not self.isHidden())

    def _show_folder(self) -> None:
        """Open the folder of the file in what the system shows folders with."""
        from PySide6.QtGui import QDesktopServices  # noqa: PLC0415 - slow to load

        if self._file is None:
            return
        folder = str(self._file.parent)
        with libraries_of_the_system():
            is_shown = QDesktopServices.openUrl(QUrl.fromLocalFile(folder))
        if not is_shown:
            said = self.tr("No program was found that shows the folder {path}")
            self.tell_too(said.format(path=folder))

    def _put(self, text: str) -> None:
        self._text.setText(text)
        self._text.setAccessibleName(text)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.folder.setText(self.tr("Show in folder"))
        self._close.setToolTip(self.tr("Close this message"))
        self._close.setAccessibleName(self.tr("Close this message"))
        self.setAccessibleName(self.tr("Message"))
