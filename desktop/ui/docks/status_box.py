"""StatusBox: the status of a note is chosen from those that there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent

from desktop.compare.annotation import Status
from desktop.ui.labels import label
from desktop.ui.look.choice_box import ChoiceBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

STATUSES = tuple(Status)


class StatusBox(ChoiceBox):
    """Names the statuses in the language of the interface; a new note is to be checked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        for status in STATUSES:
            self.addItem(label(status))

    @property
    def chosen(self) -> Status:
        """The status that is shown."""
        return STATUSES[self.currentIndex()]

    def choose(self, status: Status) -> None:
        """Show a status."""
        self.setCurrentIndex(STATUSES.index(status))

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() is QEvent.Type.LanguageChange:
            for at, status in enumerate(STATUSES):
                self.setItemText(at, label(status))
        super().changeEvent(event)
