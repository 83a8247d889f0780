"""GeneralPage: the language, and who writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from desktop.ui.language import language_of_texts
from desktop.ui.look.choice_box import ChoiceBox
from desktop.ui.menus.actions import plain
from desktop.ui.settings import Language

if TYPE_CHECKING:
    from desktop.ui.settings import Settings

NAMES = {Language.CHINESE: "中文", Language.ENGLISH: "English"}
"""Each in itself, so that whoever does not read the other one finds the way back."""


class GeneralPage(QWidget):
    """Both are kept as soon as they are given."""

    language_chosen = Signal(str)
    author_changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.language = ChoiceBox(self)
        for language, name in NAMES.items():
            self.language.addItem(name, language.value)
        spoken = Language.CHINESE if language_of_texts() == "zh" else Language.ENGLISH
        self.language.setCurrentIndex(self.language.findData(spoken.value))
        self.language.activated.connect(self._on_language_chosen)
        self.author = QLineEdit(settings.author, self)
        self.author.setPlaceholderText(self.tr("Name or initials"))
        self.author.textEdited.connect(self._on_author_edited)
        told = QLabel(self.tr("Notes and decisions are signed with it, in Word comments too."))
        told.setObjectName("tagline")
        told.setWordWrap(True)
        form = QFormLayout(self)
        for name, field in (
            (self.tr("&Language"), self.language),
            (self.tr("&Author"), self.author),
        ):
            form.addRow(name, field)
            field.setAccessibleName(plain(name))
        form.addRow("", told)

    def _on_language_chosen(self) -> None:
        self.language_chosen.emit(self.language.currentData())

    def _on_author_edited(self, author: str) -> None:
        self._settings.author = author.strip()
        self.author_changed.emit()
