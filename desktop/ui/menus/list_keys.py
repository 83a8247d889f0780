"""Keys in a list or a table: the one that copies, and where the arrows go on from."""

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


def focus_line_at_hand(view: QAbstractItemView) -> None:
    """Give a list the keyboard with a line chosen, the first one if none is.

    Qt makes the first line the current one without choosing it: nobody sees where the keys are,
    and the first of them passes it over.
    """
    view.setFocus()
    if not view.selectionModel().hasSelection():
        line = view.currentIndex() if view.currentIndex().isValid() else view.model().index(0, 0)
        view.setCurrentIndex(line)
