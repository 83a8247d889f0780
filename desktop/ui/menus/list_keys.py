"""Lists and tables: the key that copies, the line from which the arrows go on, and filters."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QAbstractItemView


def give_copy_key(view: QAbstractItemView, copy: Callable[[], None]) -> None:
    """Call `copy` by the platform's key while a view has the keyboard: Qt copies one cell alone."""
    key = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), view)
    key.setContext(Qt.ShortcutContext.WidgetShortcut)
    key.activated.connect(copy)


def focus_line_at_hand(view: QAbstractItemView, first: int = 0) -> None:
    """Give a list the keyboard with a line chosen: if none is, the current or the `first` one.

    Qt makes the first line the current one without choosing it: nobody sees where the keys are,
    and the first of them passes it over.
    """
    view.setFocus()
    if not view.selectionModel().hasSelection():
        here = view.currentIndex()
        view.setCurrentIndex(here if here.isValid() else view.model().index(first, 0))


@contextmanager
def filtering(view: QAbstractItemView) -> Iterator[None]:
    """Change in the block which lines pass: the line at hand stays in sight, or the first comes.

    Qt would stay as far down as there are lines, where none of the first ones are seen.
    """
    here, across = QPersistentModelIndex(view.currentIndex()), view.horizontalScrollBar().value()
    yield
    if view.visualRect(here).isEmpty():  # it is gone, or hidden
        view.scrollToTop()
    else:
        view.scrollTo(here)
    view.horizontalScrollBar().setValue(across)
