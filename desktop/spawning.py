"""How processes are started, as cheaply as the system lets them, and how threads share one.

Python starts anew for each of them: it has nothing that only one process may have, and is as small
as what it does. When the program itself has just started, it can be copied on Linux: Python need
not start once more, nor load once more what both of them need. None is started beside those needed.
"""

from __future__ import annotations

import gc
import os
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import WeakSet

from desktop import copying
from desktop.errors import UserError, reason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing import connection, process
    from typing import TypeAlias

    from desktop.errors import Reason

    Connection: TypeAlias = connection.Connection | copying.Connection
    Process: TypeAlias = process.BaseProcess | copying.Process

Fault = TypeVar("Fault", bound=UserError)

LOOK_EVERY = 0.05  # seconds between two questions whether the work was cancelled
LINUX, POSIX = sys.platform == "linux", sys.platform != "win32"

NOT_TO_BE_COPIED = {"shiboken6", "apsw"}
"""Modules of Qt and SQLite: threads, locks and open files of theirs would be in two processes."""

_ours: WeakSet[Connection] = WeakSet()
_are_copied = False


def both_ends(*, duplex: bool = True) -> tuple[Connection, Connection]:
    """Return our end of a line and the end for a process; one way it leads to that process."""
    is_for_copy = _are_copied and threading.active_count() == 1  # it would wait for other threads
    theirs, ours = copying.both_ends(duplex=duplex) if is_for_copy else _pipe(duplex=duplex)
    _ours.add(ours)
    return ours, theirs


@contextmanager
def copied() -> Iterator[None]:
    """Let processes that are started meanwhile be copies of this one, if it can be copied.

    They begin with what this one has in memory: it should have hardly begun itself.
    """
    global _are_copied  # noqa: PLW0603 - of the program, as its processes are
    _are_copied = LINUX and NOT_TO_BE_COPIED.isdisjoint(sys.modules)
    try:
        yield
    finally:
        _are_copied = False


def started(target: Callable[..., None], given: tuple[Any, ...], name: str) -> Process:
    """Start a process that calls `target`, and is ended with this one; raises OSError.

    It hears that this one is gone when its end of a line is alone; it has no end of ours. What is
    given the end of a line for a copy is one.
    """
    if any(isinstance(one, copying.Connection) for one in given):
        return copying.copy_that(_go_on, (target, given))
    import multiprocessing  # noqa: PLC0415 - a copy does without

    if POSIX:
        _leave_tracker_out()
    anew = multiprocessing.get_context("spawn")
    begun = anew.Process(target=target, args=given, name=name, daemon=True)
    begun.start()
    return begun


def not_started(kind: type[Fault], does: Reason, error: Exception) -> Fault:
    """Return what to say where the process that `does` something could not be started."""
    why = reason(error)
    return kind(
        en=f"The process that {does.en} could not be started ({why.en}): close other programs and "
        "try again.",
        zh=f"无法启动{does.zh}的进程（{why.zh}）：请关闭其他程序后重试。",
    )


@contextmanager
def turn_of(lock: threading.Lock, tick: Callable[[float], None]) -> Iterator[None]:
    """Wait until no other thread speaks with a process; what `tick` raises ends the waiting."""
    is_free = lock.acquire(blocking=False)
    while not (is_free or lock.acquire(timeout=LOOK_EVERY)):
        tick(0.0)
    try:
        if not is_free:
            tick(0.0)  # the work may have been cancelled since, or the process ended for good
        yield
    finally:
        lock.release()


def _pipe(*, duplex: bool) -> tuple[Connection, Connection]:
    import multiprocessing  # noqa: PLC0415 - a copy does without

    return multiprocessing.Pipe(duplex)


def _go_on(target: Callable[..., None], given: tuple[Any, ...]) -> None:
    """Go on in the copy as a process does that has started anew."""
    global _are_copied  # noqa: PLW0603 - see above
    _are_copied = False
    gc.enable()
    for one in list(_ours):
        one.close()
    target(*given)


def _leave_tracker_out() -> None:
    """Keep Python from starting another process beside the first, which loads as long as that.

    It would clear up semaphores and memory that processes share, and ours share none. Python takes
    it for running where it has a line to it, as in every process that another one has started.
    """
    from multiprocessing import resource_tracker  # noqa: PLC0415 - POSIX has it

    tracker: Any = vars(resource_tracker).get("_resource_tracker")
    if getattr(tracker, "_fd", 0) is None:
        tracker._fd = os.open(os.devnull, os.O_WRONLY)  # noqa: SLF001 - see above
