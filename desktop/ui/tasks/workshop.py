"""Workshop: where the work of a session is done, off the GUI thread and one piece at a time."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.readers.safely import SafeReader
from desktop.ui.engine.client import Engine
from desktop.ui.tasks.jobs import Job

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.compare.compare import Tick

    Work = Callable[[Tick], object]
    Then = Callable[..., None]

GIVING_WAY = 0.0005
"""Seconds after which a thread that computes lets the window have its turn.

Each time that Qt calls Python the window waits for that, Python's own five milliseconds: lists that
measure their rows stood still for half a second beside a thread that was at work. What is left to
threads, such as an export, takes no longer with this.
"""


class Workshop(QObject):
    """One piece of work in the foreground, which shows its progress, and others behind it.

    A new piece takes the place of the one before it, whose result is then ignored. Nothing here
    holds its session when the work is over: a circle would be broken up on any thread.
    """

    busy_changed = Signal(bool)
    progressed = Signal(float)  # share of the work done, 0.0 to 1.0
    failed = Signal(object)  # the exception

    def __init__(
        self,
        reader: SafeReader | None = None,
        engine: Engine | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        sys.setswitchinterval(GIVING_WAY)
        self.reader = reader or SafeReader()
        self.engine = engine or Engine()
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="compare")
        self._job: Job | None = None
        self._then: Then | None = None
        self._behind: dict[str, Job] = {}  # by lane

    @property
    def is_busy(self) -> bool:
        """Whether work is under way that the user waits for."""
        return self._job is not None

    def start(self, work: Work, then: Then) -> None:
        """Do `work` on the pool, and here `then` with what it returns."""
        self.cancel()
        self._job, self._then = Job(work, self), then
        self._job.succeeded.connect(self._on_succeeded)
        self._job.failed.connect(self._on_failed)
        self._job.progressed.connect(self.progressed)
        self.busy_changed.emit(True)
        self._pool.submit(self._job.run)

    def start_behind(self, work: Work, then: Then, lane: str = "") -> None:
        """Do `work` that nobody waits for, when the pool is free; one piece in each lane."""
        self.cancel_behind(lane)
        job = self._behind[lane] = Job(work, self)
        job.succeeded.connect(then)
        job.failed.connect(self.failed)
        self._pool.submit(job.run)

    def cancel(self) -> None:
        """Stop the work that is under way."""
        if self._job is not None:
            self._job.cancel()
            self._job = self._then = None
            self.busy_changed.emit(False)

    def cancel_behind(self, lane: str = "") -> None:
        """Stop what is done behind in one lane."""
        job = self._behind.pop(lane, None)
        if job is not None:
            job.cancel()

    def warm(self) -> None:
        """Make ready to read and to compare, so that the first pair does not wait."""
        self._pool.submit(self.engine.warm)
        self._pool.submit(self.reader.warm)

    def close(self) -> None:
        """Stop all work; the last call of all."""
        self.cancel()
        for lane in tuple(self._behind):
            self.cancel_behind(lane)
        self._pool.shutdown(wait=True, cancel_futures=True)
        self.reader.close()
        self.engine.close()

    def _on_succeeded(self, result: object) -> None:
        """Hand the result on; whoever takes it may go on with more work without a pause."""
        then, self._job, self._then = self._then, None, None
        try:
            if then is not None:
                then(result)
        finally:
            self._rest()

    def _on_failed(self, error: Exception) -> None:
        self._job = self._then = None
        self.failed.emit(error)
        self._rest()

    def _rest(self) -> None:
        if self._job is None:
            self.busy_changed.emit(False)
