"""Going about: differences, panes, what is looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow


class GoCommands(QObject):
    """The menu that leads about."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        window.search.returnPressed.connect(self.find_next)

    def next(self) -> None:
        """Go to the next difference."""
        self._session.step(1)

    def previous(self) -> None:
        """Go to the previous difference."""
        self._session.step(-1)

    def first(self) -> None:
        """Go to the first difference."""
        self._session.step_to_end(last=False)

    def last(self) -> None:
        """Go to the last difference."""
        self._session.step_to_end(last=True)

    def other_pane(self) -> None:
        """Move the keyboard to the other pane."""
        self._window.panes.focus_other_pane()

    def find(self) -> None:
        """Move the keyboard to the search field."""
        self._window.search.setFocus()
        self._window.search.selectAll()

    def find_next(self) -> None:
        """Select the next sentence that holds the text."""
        self._find(1)

    def find_previous(self) -> None:
        """Select the previous sentence that holds the text."""
        self._find(-1)

    def _find(self, by: int) -> None:
        wanted = self._window.search.text().strip()
        if wanted and not self._session.find(wanted, by):
            self._window.message.tell(self.tr("“{text}” is in neither report.").format(text=wanted))
