"""Workshop: where the work of a session is done, off the GUI thread and one piece at a time."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Piece:
    """Work in the foreground, and what is done with what it returns."""

    job: Job
    then: Then
    is_lasting: bool  # nothing takes its place


class Workshop(QObject):
    """Work in the foreground, one piece after the other with its progress, and other work behind.

    A new piece takes the place of what is under way or waits, whose result is then ignored, and
    comes after what is to last. Nothing here holds its session when the work is over: a circle
    would be broken up on any thread.
    """

    busy_changed = Signal(bool)
    progressed = Signal(float)  # share of the work under way that is done, 0.0 to 1.0
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
        self._pieces: list[_Piece] = []  # as the one thread of the pool comes to them
        self._behind: dict[str, Job] = {}  # by lane

    @property
    def is_busy(self) -> bool:
        """Whether work is under way that the user waits for."""
        return bool(self._pieces)

    @property
    def is_lasting(self) -> bool:
        """Whether what is under way is to last."""
        return self.is_busy and self._pieces[0].is_lasting

    @property
    def has_lasting(self) -> bool:
        """Whether what is to last is under way or waits."""
        return any(piece.is_lasting for piece in self._pieces)

    def start(self, work: Work, then: Then) -> None:
        """Do `work` on the pool, and here `then` with what it returns."""
        for piece in [piece for piece in self._pieces if not piece.is_lasting]:
            self._cancel(piece)
        self._start(work, then, is_lasting=False)

    def start_lasting(self, work: Work, then: Then) -> None:
        """Do `work` as `start` does, but let nothing take its place."""
        self._start(work, then, is_lasting=True)

    def start_behind(self, work: Work, then: Then | None = None, lane: str = "") -> None:
        """Do `work` that nobody waits for, when the pool is free; one piece in each lane."""
        self.cancel_behind(lane)
        job = self._behind[lane] = Job(work, self)
        if then is not None:
            job.succeeded.connect(then)
        job.failed.connect(self.failed)
        self._pool.submit(job.run)

    def cancel(self) -> None:
        """Stop the work that is under way; what waits comes next."""
        if self._pieces:
            self._cancel(self._pieces[0])

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
        while self._pieces:
            self.cancel()
        for lane in tuple(self._behind):
            self.cancel_behind(lane)
        self._pool.shutdown(wait=True, cancel_futures=True)
        self.reader.close()
        self.engine.close()

    def _start(self, work: Work, then: Then, *, is_lasting: bool) -> None:
        job = Job(work, self)
        job.succeeded.connect(self._on_succeeded)
        job.failed.connect(self._on_failed)
        job.progressed.connect(self.progressed)
        self._pieces.append(_Piece(job, then, is_lasting))
        if len(self._pieces) == 1:
            self.busy_changed.emit(True)
        self._pool.submit(job.run)

    def _cancel(self, piece: _Piece) -> None:
        self._pieces.remove(piece)
        piece.job.cancel()
        self._rest()

    def _on_succeeded(self, result: object) -> None:
        """Hand the result on; whoever takes it may go on with more work without a pause."""
        then = self._pieces.pop(0).then
        try:
            then(result)
        finally:
            self._rest()

    def _on_failed(self, error: Exception) -> None:
        self._pieces.pop(0)
        self.failed.emit(error)
        self._rest()

    def _rest(self) -> None:
        if self._pieces:
            self.progressed.emit(0.0)  # with what comes next
        else:
            self.busy_changed.emit(False)
