"""What the operating system keeps the process that reads files from.

On Linux and other POSIX systems the process confines itself before it touches a file. On Windows
its parent puts it into a job object; **that half has not been tried on Windows.** macOS takes the
limit of memory but does not keep it: there the process watches itself.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from desktop.readers.limits import Limits
    from desktop.spawning import Connection, Process

KEEPS_MEMORY_LIMIT = sys.platform == "linux"
LOOK_EVERY = 0.25  # seconds between two looks at the memory where the system does not limit it
SPARE_SECONDS = 5.0  # of computing beyond the time allowed: the parent's clock comes first
KILOBYTE = 1024  # bytes, in what Linux says
MAXRSS_UNIT = 1 if sys.platform == "darwin" else KILOBYTE


def confine_myself(limits: Limits) -> None:
    """Limit the memory of this process, and keep it from the terminal and the network."""
    with open(os.devnull, "r+b", buffering=0) as nothing:  # noqa: PTH123 - no path, a device
        for standard in (0, 1, 2):  # what C libraries say is for nobody
            os.dup2(nothing.fileno(), standard)
    sys.addaudithook(_refuse_network)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the parent, which ends us
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - POSIX has it

        os.setpgid(0, 0)  # so that what we start can be ended with us
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core file holds the document
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, most))


def allow_seconds(seconds: float) -> None:
    """Let this process compute so much longer; beyond that the system ends it.

    This is for the process whose parent is gone and whose threads do not come to their turn.
    """
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - POSIX has it

        used = resource.getrusage(resource.RUSAGE_SELF)
        until = used.ru_utime + used.ru_stime + seconds + SPARE_SECONDS
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(until) + 1, most))


def peak_memory() -> int:
    """Return the most bytes that this process has had, 0 where the system does not say."""
    peak = 0
    if sys.platform == "linux":
        # What getrusage tells begins with what the process had that started this one.
        status = Path("/proc/self/status").read_text(encoding="ascii")
        peak = int(status.partition("VmHWM:")[2].split()[0]) * KILOBYTE
    elif sys.platform != "win32":
        import resource  # noqa: PLC0415 - POSIX has it

        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * MAXRSS_UNIT
    return peak


def end_with_parent(lifeline: Connection, limits: Limits, folder: str) -> threading.Thread:
    """End this process, and all that it started, when the other end of `lifeline` is gone.

    `folder` is taken away then. Returns the thread that sees to it.
    """
    watch = threading.Thread(target=_watch, args=(lifeline, limits, folder), daemon=True)
    watch.start()
    return watch


def end(process: Process) -> None:
    """End a process that confined itself, with all that it started, and wait for it."""
    if sys.platform != "win32" and process.pid is not None and process.is_alive():
        # Where it fails, it has no group yet, or is no more.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.join()


def _watch(lifeline: Connection, limits: Limits, folder: str) -> NoReturn:
    while not lifeline.poll(None if KEEPS_MEMORY_LIMIT else LOOK_EVERY):
        if peak_memory() > limits.memory_bytes:
            break
    shutil.rmtree(folder, ignore_errors=True)
    if sys.platform != "win32":
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


def _refuse_network(event: str, _arguments: tuple[object, ...]) -> None:
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto"):
        raise PermissionError(f"{event}: no document may reach for the network")
