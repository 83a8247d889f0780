"""OpenDialog: which two files."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.compare.model import Side

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from desktop.ui.settings import Settings

WIDTH = 620


class OpenDialog(QDialog):
    """Two fields for two files; two chosen or dropped at once fill both."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle(self.tr("Open two reports"))
        self.setAcceptDrops(True)
        self.resize(WIDTH, 0)
        self.fields = {side: QLineEdit(self) for side in Side}
        told = QLabel(self.tr("The earlier report is put on the left by itself."), self)
        told.setObjectName("tagline")
        self.buttons = QDialogButtonBox(self)
        self.buttons.addButton(self.tr("Compare"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(self._grid())
        layout.addWidget(told)
        layout.addWidget(self.buttons)
        self._on_changed()

    @property
    def paths(self) -> tuple[Path, Path]:
        """The files that the fields name."""
        left, right = (Path(self.fields[side].text().strip()) for side in Side)
        return left, right

    def fill(self, side: Side, files: list[str]) -> None:
        """Put one file into its field, two into both."""
        for field, file in zip((side, side.other), files, strict=False):
            self.fields[field].setText(file)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Fill the fields with the files that were dropped."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        empty = next((side for side in Side if not self.fields[side].text()), Side.LEFT)
        self.fill(empty, files)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        names = {Side.LEFT: self.tr("First report"), Side.RIGHT: self.tr("Second report")}
        for row, (side, field) in enumerate(self.fields.items()):
            name = QLabel(names[side], self)
            name.setBuddy(field)
            field.setAccessibleName(names[side])
            field.textChanged.connect(self._on_changed)
            browse = QPushButton(self.tr("Choose…"), self)
            browse.setAccessibleName(f"{names[side]}: {self.tr('Choose…')}")
            browse.setAutoDefault(False)
            browse.clicked.connect(partial(self._browse, side))
            for column, widget in enumerate((name, field, browse)):
                grid.addWidget(widget, row, column)
        return grid

    def _browse(self, side: Side) -> None:
        files, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("Choose one report, or both at once"),
            self._settings.folder,
            self.tr("Reports (*.txt *.md);;All files (*)"),
        )
        if files:
            self._settings.folder = str(Path(files[0]).parent)
            self.fill(side, files)

    def _on_changed(self) -> None:
        are_both = all(field.text().strip() for field in self.fields.values())
        for button in self.buttons.buttons():
            if self.buttons.buttonRole(button) is QDialogButtonBox.ButtonRole.AcceptRole:
                button.setEnabled(are_both)
