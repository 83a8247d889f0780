"""ThemedDelegate: what is painted in the colours of a theme that can be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStyledItemDelegate

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from desktop.ui.look.theme import Theme


class ThemedDelegate(QStyledItemDelegate):
    """Paints nothing of its own."""

    def __init__(self, theme: Theme, view: QObject) -> None:
        super().__init__(view)
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self._theme = theme
