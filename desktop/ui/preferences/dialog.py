"""Preferences: the pages in one window, beside the one that they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.look.chrome_size import scaled_size
from desktop.ui.preferences.comparing_page import ComparingPage
from desktop.ui.preferences.general_page import GeneralPage
from desktop.ui.preferences.keys_page import KeysPage
from desktop.ui.preferences.looks_page import LooksPage

if TYPE_CHECKING:
    from desktop.ui.look.theme import Theme
    from desktop.ui.settings import Settings

SIZE = 640, 560
GENERAL, LOOKS, COMPARING, KEYS = range(4)


class Preferences(QDialog):
    """Writes into the settings and tells what has changed; it is never in the way."""

    language_chosen = Signal(str)
    author_changed = Signal()
    theme_chosen = Signal(str)
    looks_changed = Signal()  # faces or colours
    size_chosen = Signal(float)  # points
    thresholds_changed = Signal()
    keys_changed = Signal()

    def __init__(
        self, settings: Settings, theme: Theme, size: float, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._theme, self._text_size = theme, size
        self.resize(scaled_size(*SIZE))
        self.tabs = QTabWidget(self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(self.tabs)
        layout.addWidget(self.buttons)
        self._make_pages()

    def show_page(self, page: int) -> None:
        """Turn to a page: GENERAL, LOOKS, COMPARING or KEYS."""
        self.tabs.setCurrentIndex(page)

    def set_theme(self, theme: Theme) -> None:
        """Show the colours of another theme."""
        self._theme = theme
        self.looks.set_theme(theme)

    def set_size(self, size: float) -> None:
        """Show another size of the text."""
        self._text_size = size
        self.looks.set_size(size)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language; that a key is another one is told as such a change, too."""
        is_told = event.type() is QEvent.Type.LanguageChange
        if is_told and self.tabs.tabText(GENERAL) != self.tr("General"):
            was_chosen = self.general.language.hasFocus()
            self._make_pages()
            if was_chosen:
                self.general.language.setFocus()
        super().changeEvent(event)

    def _make_pages(self) -> None:
        """Make the pages, in the language of the interface."""
        self.setWindowTitle(self.tr("Preferences"))
        here = max(self.tabs.currentIndex(), 0)
        while self.tabs.count():
            page = self.tabs.widget(0)
            self.tabs.removeTab(0)
            if page is not None:
                page.deleteLater()
        self.general = GeneralPage(self._settings, self)
        self.general.language_chosen.connect(self.language_chosen)
        self.general.author_changed.connect(self.author_changed)
        self.looks = LooksPage(self._settings, self._theme, self._text_size, self)
        self.looks.theme_chosen.connect(self.theme_chosen)
        self.looks.looks_changed.connect(self.looks_changed)
        self.looks.size_chosen.connect(self.size_chosen)
        self.comparing = ComparingPage(self._settings, self)
        self.comparing.changed.connect(self.thresholds_changed)
        self.keys = KeysPage(self._settings, self)
        self.keys.changed.connect(self.keys_changed)
        for page, name in (
            (self.general, self.tr("General")),
            (self.looks, self.tr("Appearance")),
            (self.comparing, self.tr("Comparison")),
            (self.keys, self.tr("Keys")),
        ):
            self.tabs.addTab(_scrolled(page, name), name)
        self.tabs.setCurrentIndex(here)
        close = self.buttons.button(QDialogButtonBox.StandardButton.Close)
        self.setTabOrder(self.keys.all_usual, close)  # which is older than the pages


def _scrolled(page: QWidget, name: str) -> QScrollArea:
    """Return a page in what scrolls it where large letters need more than the screen has."""
    area = QScrollArea()
    area.setAccessibleName(name)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setWidget(page)
    return area
