"""Replacing: a file that is there already is written over only by who wants that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox

from desktop.paths import is_file

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget


def may_write(path: Path, name: str, parent: QWidget) -> bool:
    """Ask, under the name of what is done, before a file is replaced."""
    if not is_file(path):
        return True
    told = QCoreApplication.translate("Replacing", "{name} exists already. Replace it?")
    told = told.format(name=path.name)
    asked = QMessageBox(QMessageBox.Icon.Question, name, told, parent=parent)
    asked.setTextFormat(Qt.TextFormat.PlainText)
    replace = asked.addButton(
        QCoreApplication.translate("Replacing", "Replace"), QMessageBox.ButtonRole.AcceptRole
    )
    asked.addButton(QMessageBox.StandardButton.Cancel)
    asked.exec()
    return asked.clickedButton() is replace
