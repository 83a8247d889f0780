"""Ending: who is told by the system to end closes as if the user had closed the window."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from types import FrameType

SIGNALS = () if sys.platform == "win32" else (signal.SIGTERM, signal.SIGHUP)
"""What comes at the end of a session, and where a terminal is closed; Windows has no such thing."""


class Ending(QObject):
    """Saves what is typed and waits for what is written when a signal comes; a second one ends it.

    Python hears a signal only when Qt next calls it: it writes into a pipe, which Qt watches.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._heard, self._told = os.pipe()
        os.set_blocking(self._told, False)
        self._before = signal.set_wakeup_fd(self._told)
        self._mine = [one for one in SIGNALS if signal.getsignal(one) is signal.SIG_DFL]
        for one in self._mine:  # what a caller has turned off, such as nohup, stays so
            signal.signal(one, _hear)
        self._notifier = QSocketNotifier(self._heard, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._close)

    def end(self) -> None:
        """Hear no more."""
        self._let_be()
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before)
        os.close(self._heard)
        os.close(self._told)

    def _close(self) -> None:
        told = os.read(self._heard, 1)
        if told and told[0] in self._mine:
            self._let_be()
            QApplication.closeAllWindows()  # a dialog would keep its window open

    def _let_be(self) -> None:
        for one in self._mine:
            signal.signal(one, signal.SIG_DFL)


def _hear(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: the pipe tells."""
