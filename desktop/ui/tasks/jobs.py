"""Work off the GUI thread."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.compare.compare import Tick

STEP = 0.01
"""The least advance that is worth a signal: a bar of 100 pixels cannot show less."""


class Job(QObject):
    """One call of `work` on a pool thread; its signals come on the thread that made it.

    A cancelled job is silent: what it still has to say is dropped on arrival. It is gone once it
    has ended, and never while its thread is in a signal, at whose end Qt looks at the sender again.
    """

    progressed = Signal(float)  # share of work done, 0.0 to 1.0
    succeeded = Signal(object)  # what `work` returned
    failed = Signal(object)  # what `work` raised; Cancelled is not a failure
    _advanced = Signal(float)
    _ended = Signal(object, object)  # result, error

    def __init__(self, work: Callable[[Tick], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._stop = threading.Event()
        self._ending = threading.Lock()  # the thread's, as long as it is in the last signal
        self._shown = 0.0
        self._advanced.connect(self._on_advanced, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop at its next tick."""
        self._stop.set()

    def run(self) -> None:
        """Do the work; this is what a pool is given."""
        try:
            self._end(self._work(self._tick), None)
        except Cancelled:
            self._end(None, None)
        except Exception as error:  # noqa: BLE001 - the window tells the two kinds apart
            self._end(None, error)

    def _end(self, result: object, error: Exception | None) -> None:
        with self._ending:
            self._ended.emit(result, error)

    def _tick(self, share: float) -> None:
        if self._stop.is_set():
            raise Cancelled
        if share - self._shown >= STEP:
            self._shown = share
            self._advanced.emit(share)

    def _on_advanced(self, share: float) -> None:
        if not self._stop.is_set():
            self.progressed.emit(share)

    def _on_ended(self, result: object, error: Exception | None) -> None:
        if not self._stop.is_set():
            if error is None:
                self.succeeded.emit(result)
            else:
                self.failed.emit(error)
        with self._ending:
            self.deleteLater()
