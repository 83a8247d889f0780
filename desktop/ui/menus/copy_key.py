"""The key that copies what is chosen in a list or a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QAbstractItemView


def give_copy_key(view: QAbstractItemView, copy: Callable[[], None]) -> None:
    """Call `copy` by the platform's key while a view has the keyboard: Qt copies one cell alone."""
    key = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), view)
    key.setContext(Qt.ShortcutContext.WidgetShortcut)
    key.activated.connect(copy)
