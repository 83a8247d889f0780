"""A process that is a copy of this one, and the line to it, on Linux.

`multiprocessing` does this for every system, and loads what sockets, temporary files and other
programs need before the first process can begin: as long as all else that the window does until
then.
"""

from __future__ import annotations

import os
import select
import signal
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable

NO_LINE = -1
UNKNOWN = 255  # how a process ended that the system was told to forget
SIZE = 8  # bytes in front of a letter that say how long it is
ROOM = 1 << 20  # bytes that wait in a line; who sends more waits until they are taken out


class Connection:
    """One end of a line between two processes; it is used as that of `multiprocessing.Pipe`."""

    def __init__(self, takes: int, sends: int) -> None:
        """Make an end of two open files; one that leads one way has `NO_LINE` for the other."""
        self._takes, self._sends = takes, sends

    def send_bytes(self, letter: bytes) -> None:
        """Send a letter; raises OSError where nobody is at the other end."""
        rest = memoryview(len(letter).to_bytes(SIZE, "big") + letter)
        while rest:
            rest = rest[os.write(self._sends, rest) :]

    def recv_bytes(self) -> bytes:
        """Wait for the next letter; raises EOFError where nobody is at the other end."""
        return self._taken(int.from_bytes(self._taken(SIZE), "big"))

    def poll(self, timeout: float | None = 0.0) -> bool:
        """Wait that many seconds, for ever if None, and return whether to take would not wait."""
        waits = select.poll()
        waits.register(self._takes, select.POLLIN)
        return bool(waits.poll(None if timeout is None else timeout * 1000))

    def close(self) -> None:
        """Let go of this end, once."""
        for one in (self._takes, self._sends):
            if one != NO_LINE:
                os.close(one)
        self._takes = self._sends = NO_LINE

    def _taken(self, size: int) -> bytes:
        taken = bytearray()
        while len(taken) < size:
            piece = os.read(self._takes, min(size - len(taken), ROOM))
            if not piece:
                raise EOFError
            taken += piece
        return bytes(taken)


def both_ends(*, duplex: bool) -> tuple[Connection, Connection]:
    """Return both ends of a line; one way it leads from the second to the first."""
    takes, sends = _way()
    back, forth = _way() if duplex else (NO_LINE, NO_LINE)
    return Connection(takes, forth), Connection(back, sends)


class Process:
    """A process that is a copy of this one; it is used as those of `multiprocessing`."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.exitcode: int | None = None  # negative for the signal that ended it

    def is_alive(self) -> bool:
        """Return whether it has not ended yet."""
        self._look(os.WNOHANG)
        return self.exitcode is None

    def join(self) -> None:
        """Wait until it has ended."""
        self._look(0)

    def kill(self) -> None:
        """End it."""
        if self.is_alive():
            os.kill(self.pid, signal.SIGKILL)

    def close(self) -> None:
        """Let go of what is open for it, which is nothing."""

    def _look(self, how: int) -> None:
        if self.exitcode is None:
            try:
                pid, state = os.waitpid(self.pid, how)
            except ChildProcessError:  # whoever started us takes no notice of what ends
                self.exitcode = UNKNOWN
            else:
                self.exitcode = os.waitstatus_to_exitcode(state) if pid else None


def copy_that(target: Callable[..., None], given: tuple[Any, ...]) -> Process:
    """Start a copy of this process that calls `target` and ends; raises OSError.

    It prints what goes wrong in it. What else this process would do in ending, it leaves to this.
    """
    pid = os.fork()
    if not pid:
        _run(target, given)
    return Process(pid)


def _run(target: Callable[..., None], given: tuple[Any, ...]) -> NoReturn:
    code = 1
    try:
        target(*given)
        code = 0
    except BaseException:  # noqa: BLE001 - nobody is there who could catch it
        import traceback  # noqa: PLC0415 - hardly ever needed

        traceback.print_exc()
    finally:
        os._exit(code)


def _way() -> tuple[int, int]:
    takes, sends = os.pipe()
    with suppress(OSError):  # the user has many: then letters go in pieces
        import fcntl  # noqa: PLC0415 - Windows does without

        fcntl.fcntl(sends, fcntl.F_SETPIPE_SZ, ROOM)
    return takes, sends
