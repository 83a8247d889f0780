"""Tidying: circles of objects are broken up on the GUI thread alone, and never for long."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

PAUSE = 5_000
"""Milliseconds between two collections: what a closed dialog leaves may lie about that long."""


class Tidying(QObject):
    """Collects in the place of Python's own collector, for as long as it lives.

    That one runs in whichever thread happens to allocate: there it would destroy widgets, and it
    looks at all objects of the program, which holds the window for a tenth of a second.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self.collect)
        self._timer.start()
        self.set_aside()

    def set_aside(self) -> None:
        """Look no more at what is there now: modules and the window stay to the end."""
        gc.freeze()

    def collect(self) -> None:
        """Break up the circles that have been left since."""
        gc.collect()

    def end(self) -> None:
        """Hand the work back to Python."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
