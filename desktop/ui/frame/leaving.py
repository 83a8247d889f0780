"""Leaving: what a window that is told to close still waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from desktop.ui.frame.window import Window
    from desktop.ui.paper.printing import Printing


class Leaving(QObject):
    """Holds a window until its note is saved and its paper or file is there, and closes it then.

    Whoever closes it once more gives up what it waits for.
    """

    def __init__(self, window: Window, printing: Printing) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._is_told = False  # that what is typed is not saved
        self._waits = False  # for what is printed or written
        self._session.annotations_changed.connect(self._on_saved)
        exchange = self._session.exchange
        for done in (self._session.exported, exchange.sent, exchange.taken):
            done.connect(self._on_done)
        self._session.busy_changed.connect(self._on_busy_changed)
        self._printing = printing
        self._printing.printed.connect(self._on_done)
        for failed in (self._printing.failed, self._session.failed):
            failed.connect(self._stay)

    @property
    def is_held(self) -> bool:
        """Whether the window has to stay for now, which it says."""
        return self._is_held_by_note() or self._is_held_by_work()

    def _is_held_by_note(self) -> bool:
        if self._window.docks.panels.save_note() or self._is_told:
            return False
        self._is_told = True
        self._window.message.tell_too(self._unsaved())
        return True

    def _unsaved(self) -> str:
        return self.tr(
            "What is typed into the note is not saved. Close the window once more to give it up."
        )

    def _is_held_by_work(self) -> bool:
        if self._waits or not (self._session.comparer.has_lasting_work or self._printing.is_busy):
            return False
        self._waits = True
        self._window.message.tell(
            self.tr(
                "The window closes when all is written and printed. Close it once more to give "
                "the file up."
            )
        )
        return True

    def _on_saved(self) -> None:
        if self._is_told:
            self._window.message.take_back(self._unsaved())
        self._is_told = False

    def _on_done(self) -> None:
        if self._waits:
            self._waits = False  # nor is it closed before the other one is done
            self._window.close()

    def _on_busy_changed(self, is_busy: bool) -> None:
        if not is_busy and not self._printing.is_busy:
            self._stay()

    def _stay(self) -> None:
        """Wait no more: it could not be written or printed, or was given up."""
        self._waits = False
