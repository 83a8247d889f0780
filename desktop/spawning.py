"""How processes are started: alike on all systems, and none beside those that are needed."""

from __future__ import annotations

import multiprocessing
import os
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from multiprocessing.context import SpawnContext

POSIX = sys.platform != "win32"


def spawning() -> SpawnContext:
    """Return what starts processes: anew, also where they could be copies of this one."""
    if POSIX:
        _leave_tracker_out()
    return multiprocessing.get_context("spawn")


def _leave_tracker_out() -> None:
    """Keep Python from starting another process beside the first, which loads as long as that.

    It would clear up semaphores and memory that processes share, and ours share none. Python takes
    it for running where it has a line to it, as in every process that another one has started.
    """
    from multiprocessing import resource_tracker  # noqa: PLC0415 - POSIX has it

    tracker: Any = vars(resource_tracker).get("_resource_tracker")
    if getattr(tracker, "_fd", 0) is None:
        tracker._fd = os.open(os.devnull, os.O_WRONLY)  # noqa: SLF001 - see above
