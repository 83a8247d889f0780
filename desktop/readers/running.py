"""The process that reads files, seen from the program: how it is started and ended."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from typing import TYPE_CHECKING, NamedTuple

from desktop.errors import ReadError, reason
from desktop.readers import child, job_object
from desktop.readers.child_start import start_serving
from desktop.readers.confine import end
from desktop.spawning import spawning

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from desktop.readers.limits import Limits

START_SECONDS = 60.0  # a cold disk and a virus scanner; here it takes a quarter of a second


class Running(NamedTuple):
    """A process that reads, and what it hangs on."""

    process: SpawnProcess
    requests: Connection
    lifeline: Connection
    folder: str
    job: int | None


def started(limits: Limits) -> Running:
    """Start a process that reads; raises ReadError."""
    try:
        return _started(limits)
    except (EOFError, OSError) as error:
        why = reason(error)
        raise ReadError(
            en=f"The process that reads files could not be started ({why.en}): close other "
            "programs and try again.",
            zh=f"无法启动读取文件的进程（{why.zh}）：请关闭其他程序后重试。",
        ) from error


def _started(limits: Limits) -> Running:
    spawn = spawning()
    ours, theirs = spawn.Pipe()
    their_line, our_line = spawn.Pipe(duplex=False)
    folder = tempfile.mkdtemp(prefix="duikan-")
    given = theirs, their_line, limits, folder
    process = spawn.Process(target=start_serving, args=given, name="reader", daemon=True)
    try:
        process.start()
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    theirs.close()  # or we would not hear that the process is gone
    their_line.close()
    running = Running(process, ours, our_line, folder, None)
    try:
        running = running._replace(job=job_object.hold(process.pid or 0, limits))
        if not ours.poll(START_SECONDS) or ours.recv_bytes() != child.READY:
            raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT))
    except (EOFError, OSError):
        ended(running)
        raise
    return running


def ended(running: Running) -> None:
    """End a process, and take away what it left."""
    end(running.process)
    running.process.close()
    running.requests.close()
    running.lifeline.close()
    job_object.let_go(running.job)
    shutil.rmtree(running.folder, ignore_errors=True)
