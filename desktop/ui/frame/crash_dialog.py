"""CrashDialog: a bug is shown with all that its mender needs."""

from __future__ import annotations

import platform
import traceback

from PySide6.QtCore import qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop import __version__
from desktop.ui.look.chrome_size import scaled_size

SIZE = 720, 460  # pixels


class CrashDialog(QDialog):
    """The trace of an error that nobody foresaw, ready to be copied."""

    def __init__(self, error: BaseException, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.resize(scaled_size(*SIZE))
        told = QLabel(
            self.tr(
                "Duikan has met an error of its own. What you have noted is saved, and you can "
                "go on working. Please send the text below to whoever looks after the program."
            ),
            self,
        )
        told.setWordWrap(True)
        self._trace = QPlainTextEdit(trace_of(error), self)
        self._trace.setReadOnly(True)
        self._trace.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._trace.setAccessibleName(self.tr("Details of the error"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = buttons.addButton(
            self.tr("Copy the details"), QDialogButtonBox.ButtonRole.ActionRole
        )
        copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (told, self._trace, buttons):
            layout.addWidget(widget)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._trace.toPlainText())


def trace_of(error: BaseException) -> str:
    """Return versions and trace as one text."""
    facts = (
        f"Duikan {__version__} · Python {platform.python_version()} · Qt {qVersion()} · "
        f"{platform.platform()}"
    )
    return f"{facts}\n\n{''.join(traceback.format_exception(error))}"
