"""Laying: a document is laid out a little at a time, from its start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextDocument

STEP = 1_000
"""Characters to a step: two milliseconds."""

LONG = 100_000
"""Characters of a text that takes more than a few frames to lay out as a whole."""


class Laying(QObject):
    """Lays a document out that has just been set and shows what Qt needs for its first view.

    Qt goes on by itself too, but in steps that double until they hold the window for a third of
    a second, and so is kept from it.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._layout = document.documentLayout()
        self._layout.installEventFilter(self)
        self._is_told = False

    @property
    def is_done(self) -> bool:
        """Whether all of the document is laid out."""
        return self._document.lastBlock().layout().lineCount() > 0

    def steps(self) -> Iterator[bool]:
        """Lay out what is left in steps of two milliseconds."""
        block = self._document.begin()
        while block.isValid():
            self._layout.blockBoundingRect(block)  # lays out as far as here
            yield True
            block = self._document.findBlock(block.position() + max(block.length(), STEP))
        self.finish()

    @property
    def takes_long(self) -> bool:
        """Whether the window would stand still if what is left were laid out now."""
        return not self.is_done and self._document.characterCount() > LONG

    def finish(self) -> None:
        """Lay out what is left now, and tell whoever scrolls how much there is.

        Qt tells so itself, but later.
        """
        size = self._document.size()
        if not self._is_told:
            self._is_told = True
            self._layout.documentSizeChanged.emit(size)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow what Qt's own steps begin with; it needs one more when all is done."""
        if event.type() is QEvent.Type.Timer and not self.is_done:
            return True
        return super().eventFilter(watched, event)
