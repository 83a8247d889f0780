"""AboutDialog: what this is, which version, and under which licences."""

from __future__ import annotations

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop import __version__, paths
from desktop.ui.look.chrome_size import scaled_size
from desktop.ui.look.typefaces import reading_font

SIZE = 620, 520
NAME_SIZE = 22.0  # points


class AboutDialog(QDialog):
    """Name, version, promise, and the text of all licences to be read and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Duikan"))
        self.resize(scaled_size(*SIZE))
        name = QLabel("对勘 Duikan", self)
        name.setFont(reading_font(NAME_SIZE))
        facts = QLabel(
            self.tr("Version {version} · Python {python} · Qt {qt}").format(
                version=__version__, python=platform.python_version(), qt=qVersion()
            ),
            self,
        )
        facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        told = QLabel(
            self.tr(
                "Lays two government reports side by side. It opens no connection: nothing leaves "
                "this machine. Links are computed and sometimes wrong, so check what matters."
            ),
            self,
        )
        told.setWordWrap(True)
        for text in (facts, told):
            text.setObjectName("tagline")
        self.licences = QPlainTextEdit(paths.licences().read_text(encoding="utf-8"), self)
        self.licences.setReadOnly(True)
        self.licences.setAccessibleName(self.tr("Licences"))
        head = QLabel(self.tr("&Licences"), self)
        head.setBuddy(self.licences)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        for widget in (name, facts, told, head, self.licences, buttons):
            layout.addWidget(widget)
