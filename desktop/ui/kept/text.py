"""KeptText: one thing about how a pair is shown, kept with the pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.errors import UserError

if TYPE_CHECKING:
    from desktop.ui.session import Session


class KeptText(QObject):
    """Reads a text when another pair is shown, and writes it when it is another one."""

    read = Signal(str)  # what was kept, "" for nothing; the comparison of the pair is there

    def __init__(self, session: Session, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._name = name
        self._text = ""
        self._is_coming = False
        session.pair_changed.connect(self._on_pair_changed)
        session.comparison_changed.connect(self._on_comparison_changed)

    @property
    def is_coming(self) -> bool:
        """Whether another pair is opened that is not shown yet."""
        return self._is_coming

    def write(self, text: str) -> None:
        """Keep a text; where that cannot be done, nothing is lost that the analyst wrote."""
        if text == self._text:
            return
        try:
            self._session.repairs.set_setting(self._name, text)
        except UserError:
            return
        self._text = text

    def _on_pair_changed(self) -> None:
        self._is_coming = True  # and every view is still to be filled

    def _on_comparison_changed(self) -> None:
        if self._is_coming:
            self._is_coming = False
            self._text = self._session.repairs.setting(self._name)
            self.read.emit(self._text)
