"""Looks: the size of the text, the theme and the language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.ui.settings import Language, ThemeChoice

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow


class LookCommands(QObject):
    """What the window looks like and which language it speaks."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def zoom_in(self) -> None:
        """Make the text of the reports larger."""
        self._window.panes.zoom(1)

    def zoom_out(self) -> None:
        """Make the text of the reports smaller."""
        self._window.panes.zoom(-1)

    def zoom_reset(self) -> None:
        """Give the text of the reports its usual size."""
        self._window.panes.zoom(0)

    def choose_theme(self, name: str) -> None:
        """Wear a theme from now on."""
        self._window.settings.theme = ThemeChoice(name)
        self._window.show_chosen_theme()

    def choose_language(self, name: str) -> None:
        """Speak a language from now on."""
        self._window.settings.language = Language(name)
        self._window.translation.speak(Language(name))
