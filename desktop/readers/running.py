"""The process that reads files, seen from the program: how it is started and ended."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from typing import TYPE_CHECKING, NamedTuple

from desktop import spawning
from desktop.errors import ReadError, Reason
from desktop.readers import child, job_object
from desktop.readers.child_start import start_serving
from desktop.readers.confine import end

if TYPE_CHECKING:
    from desktop.readers.limits import Limits
    from desktop.spawning import Connection, Process

READS = Reason("reads files", "读取文件")
START_SECONDS = 60.0  # a cold disk and a virus scanner; here it takes a quarter of a second


class Running(NamedTuple):
    """A process that reads, and what it hangs on."""

    process: Process
    requests: Connection
    lifeline: Connection
    folder: str
    job: int | None


def started(limits: Limits) -> Running:
    """Start a process that reads, and wait for nothing; raises ReadError."""
    try:
        return _started(limits)
    except OSError as error:
        raise spawning.not_started(ReadError, READS, error) from error


def _started(limits: Limits) -> Running:
    ours, theirs = spawning.both_ends()
    our_line, their_line = spawning.both_ends(duplex=False)
    folder = tempfile.mkdtemp(prefix="duikan-")
    try:
        process = spawning.started(start_serving, (theirs, their_line, limits, folder), "reader")
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    theirs.close()  # or we would not hear that the process is gone
    their_line.close()
    running = Running(process, ours, our_line, folder, None)
    try:
        return running._replace(job=job_object.hold(process.pid or 0, limits))
    except OSError:
        ended(running)
        raise


def greet(running: Running) -> None:
    """Wait until a process that was started is there; raises ReadError."""
    try:
        if not running.requests.poll(START_SECONDS) or running.requests.recv_bytes() != child.READY:
            raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT))
    except (EOFError, OSError) as error:
        raise spawning.not_started(ReadError, READS, error) from error


def ended(running: Running) -> None:
    """End a process, and take away what it left."""
    end(running.process)
    running.process.close()
    running.requests.close()
    running.lifeline.close()
    job_object.let_go(running.job)
    shutil.rmtree(running.folder, ignore_errors=True)
