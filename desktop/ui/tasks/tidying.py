"""Tidying: circles of objects are broken up on the GUI thread alone, and never for long."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

PAUSE = 5_000
"""Milliseconds between two collections: what a closed dialog leaves may lie about that long."""

MOST = 50_000
"""Objects that are looked at: some 20 milliseconds. A comparison of two reports of 500,000
characters has six times as many."""


class Tidying(QObject):
    """Collects in the place of Python's own collector, for as long as it lives.

    That one runs in whichever thread happens to allocate: there it would destroy widgets, and it
    looks at all objects of the program, which holds the window for a tenth of a second.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._fresh = 0  # objects since some were set aside
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self.collect)
        self._timer.start()
        self.set_aside()

    def set_aside(self) -> None:
        """Look no more at what is there now: modules and the window stay to the end."""
        gc.freeze()
        self._fresh = 0

    def collect(self) -> None:
        """Break up the circles that have been left since.

        What has become more than can be looked at is set aside, and what comes as more is not even
        looked at once: the values of a comparison have no circles, and go with it all the same.
        """
        new = gc.get_count()[0]
        self._fresh += new
        if new <= MOST:
            gc.collect()
        if self._fresh > MOST:
            self.set_aside()

    def end(self) -> None:
        """Hand the work back to Python."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
