"""Exchanging: comparisons and notes go to colleagues and come from them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.ui.language import language_of_texts
from desktop.ui.library.exchange import NOTES, SUFFIX
from desktop.ui.titles import full_title
from desktop.writers.names import file_name

if TYPE_CHECKING:
    from desktop.store.exchange import Taken
    from desktop.ui.commands.exporting import ExportCommands
    from desktop.ui.frame.window import Window


class ExchangeCommands(QObject):
    """Asks which file, and says what was new in it."""

    def __init__(self, window: Window, exporting: ExportCommands) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._untold = ""  # what was new in what was taken in
        self._taken = ""  # what was told of that last
        self._session.busy_changed.connect(self._on_busy_changed)
        self._session.exchange.sent.connect(exporting.tell_of)
        self._session.exchange.taken.connect(self._on_taken)

    def send(self) -> None:
        """Ask where to write the comparison, with all notes and decisions, for a colleague."""
        now = self._session.comparison
        if now is None:
            return
        left, right = now.left.report, now.right.report
        path = self._ask_where(file_name(f"{full_title(left)} - {full_title(right)}", SUFFIX))
        if path is not None:
            self._session.exchange.send(path, left, right)

    def _ask_where(self, name: str) -> Path | None:
        """Return the file for a colleague, with its suffix; None where none is to be written."""
        from PySide6.QtWidgets import QFileDialog

        from desktop.ui.dialogs.replacing import may_write

        window, title = self._window, self.tr("Save for a colleague")
        proposed, kinds = Path(window.settings.folder, name), self.tr("Comparisons")
        chosen, _ = QFileDialog.getSaveFileName(
            window, title, str(proposed), f"{kinds} (*{SUFFIX})"
        )
        path = Path(chosen)
        if chosen:
            window.settings.folder = str(path.parent)
        if not chosen or path.suffix.lower() == SUFFIX:
            return path if chosen else None
        path = path.with_name(path.name + SUFFIX)  # about which the dialog has not asked
        return path if may_write(path, title, window) else None

    def choose_comparison(self) -> None:
        """Ask which comparison of a colleague to open."""
        title, kinds = self.tr("Open a colleague's comparison"), self.tr("Comparisons")
        self._take_in(title, f"{kinds} (*{SUFFIX})")

    def choose_notes(self) -> None:
        """Ask which file of notes to take in."""
        title, kinds = self.tr("Import notes"), self.tr("Notes")
        self._take_in(title, f"{kinds} ({' '.join(f'*{ending}' for ending in NOTES)})")

    def _take_in(self, title: str, kinds: str) -> None:
        from PySide6.QtWidgets import QFileDialog

        folder = self._window.settings.folder
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, folder, kinds)
        if chosen:
            self._window.settings.folder = str(Path(chosen).parent)
            self._session.exchange.take_in(Path(chosen))

    def _on_taken(self, told: Taken) -> None:
        """Say what was new, once the comparison that came is there or has failed."""
        sentence = told.zh if language_of_texts() == "zh" else told.en
        self._window.message.take_back(self._taken)
        self._window.message.forget_error()  # of an earlier file
        self._taken = sentence
        if self._session.comparer.is_busy:
            self._untold = sentence
        else:
            self._window.message.tell_too(sentence)

    def _on_busy_changed(self, is_busy: bool) -> None:
        if not is_busy and self._untold:
            self._window.message.tell_too(self._untold)
            self._untold = ""
