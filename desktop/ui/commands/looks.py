"""Looks: the size of the text, the theme and the language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from desktop.compare.model import Side
from desktop.ui.settings import Language, ThemeChoice

if TYPE_CHECKING:
    from desktop.ui.frame.window import Window
    from desktop.ui.preferences.dialog import Preferences
    from desktop.ui.table.page import TablePage


class LookCommands(QObject):
    """What the window looks like and which language it speaks."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        window.table_made.connect(self._on_table_made)

    def _on_table_made(self, table: TablePage) -> None:
        table.zoom_asked.connect(self.zoom)
        table.text_asked.connect(self._show_text)

    def zoom_in(self) -> None:
        """Make the text of the reports larger."""
        self.zoom(1)

    def zoom_out(self) -> None:
        """Make the text of the reports smaller."""
        self.zoom(-1)

    def zoom_reset(self) -> None:
        """Give the text of the reports its usual size."""
        self.zoom(0)

    def zoom(self, steps: int) -> None:
        """Make the text of both views larger or smaller; 0 gives it its usual size."""
        self._window.panes.zoom(steps)

    def _show_text(self) -> None:
        heading = self._window.table.heading_at_hand
        self._window.actions_["side_by_side"].trigger()
        if heading is not None:
            end = next((e for e in heading.ends if e[0] is Side.RIGHT), heading.ends[0])
            self._window.session.show_section(*end)

    def choose_view(self, name: str) -> None:
        """Show the reports side by side, or their aligned table."""
        self._window.show_view(name)

    def choose_theme(self, name: str) -> None:
        """Wear a theme from now on."""
        self._window.settings.theme = ThemeChoice(name)
        self._window.show_chosen_theme()

    def choose_language(self, name: str) -> None:
        """Speak a language from now on."""
        self._window.settings.language = Language(name)
        self._window.translation.speak(Language(name))
        self._window.actions_[name].setChecked(True)

    def show_preferences(self) -> Preferences:
        """Show the preferences beside the window."""
        from desktop.ui.preferences.dialog import Preferences

        window = self._window
        dialog = window.findChild(Preferences)
        if dialog is None:
            dialog = Preferences(window.settings, window.theme, window.panes.size_of_text, window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._connect(dialog)
        dialog.show()
        dialog.activateWindow()
        return dialog

    def show_keys(self) -> Preferences:
        """Show the keys of all commands, to be looked up and changed."""
        from desktop.ui.preferences.dialog import KEYS

        dialog = self.show_preferences()
        dialog.show_page(KEYS)
        return dialog

    def _connect(self, dialog: Preferences) -> None:
        window = self._window
        dialog.language_chosen.connect(self.choose_language)
        dialog.author_changed.connect(window.take_author)
        dialog.theme_chosen.connect(self._on_theme_chosen)
        dialog.looks_changed.connect(window.show_chosen_theme)
        dialog.size_chosen.connect(window.panes.set_size)
        dialog.thresholds_changed.connect(window.take_thresholds)
        dialog.keys_changed.connect(window.take_keys)
        window.theme_changed.connect(dialog.set_theme)
        window.panes.size_changed.connect(dialog.set_size)

    def _on_theme_chosen(self, name: str) -> None:
        self.choose_theme(name)
        self._window.actions_[name].setChecked(True)
