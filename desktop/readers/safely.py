"""Reading in a process of its own, so that no file can take the program down or freeze it."""

from __future__ import annotations

import json
import threading
import time
import weakref
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Self

from desktop.errors import Cancelled, ReadError
from desktop.readers import child
from desktop.readers.limits import LIMITS, broken_off, refuse_large, size_of, too_slow
from desktop.readers.running import ended, greet, started
from desktop.readers.stamp import stamp_of
from desktop.readers.wire import unpacked
from desktop.report.model import Part, Report
from desktop.spawning import LOOK_EVERY, turn_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from desktop.readers.limits import Limits
    from desktop.readers.running import Running
    from desktop.readers.stamp import Stamp
    from desktop.text.span import Span


def no_tick(_share: float) -> None:
    """Take no notice."""


class SafeReader:
    """A process that reads files, started at the first one and kept warm for the next.

    One file at a time: threads wait for each other. Every failure is a ReadError, also where the
    file crashes the process, takes too long or too much memory; the next file has a new process.
    """

    def __init__(self, limits: Limits = LIMITS) -> None:
        self._limits = limits
        self._running: Running | None = None
        self._is_greeted = False
        self._finish: Callable[[], object] | None = None
        self._turn = threading.Lock()
        self._ahead: dict[bytes, tuple[Stamp, Any]] = {}  # by request: answers before it is made
        self._is_closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_fault: object) -> None:
        self.close()

    def read(
        self,
        path: Path,
        encoding: str | None = None,
        keep: Iterable[Span] = (),
        tick: Callable[[float], None] = no_tick,
    ) -> Report:
        """Read the report in a file as `read_report` does; raises ReadError.

        `tick` is called all the while; what it raises ends the reading.
        """
        kept = [(span.start, span.end) for span in keep]
        report: Report = self._asked("read", path, (encoding, kept), Report, tick)
        return replace(report, source=str(path))

    def parts(
        self,
        path: Path,
        encoding: str | None = None,
        tick: Callable[[float], None] = no_tick,
    ) -> tuple[Part, ...]:
        """Return what reports a file holds as `list_reports` does; raises as `read` does."""
        parts: tuple[Part, ...] = self._asked("list", path, (encoding,), tuple[Part, ...], tick)
        return parts

    def read_ahead(self, path: Path, tick: Callable[[float], None] = no_tick) -> Report | None:
        """Read a file before it is asked for: `read` has it at once, unless it has changed.

        What is wrong with it is told then, and it is None now, as it is where `tick` ends the
        reading. The last two are kept. Whoever closes this does not wait for it.
        """

        def go_on(share: float) -> None:
            if self._is_closed:
                raise Cancelled
            tick(share)

        with suppress(ReadError, Cancelled):
            go_on(0.0)
            found: Report = self._asked("read", path, (None, []), Report, go_on, is_ahead=True)
            return replace(found, source=str(path))
        return None

    def begin(self) -> None:
        """Start the process before it is needed, and wait for nothing; raises ReadError."""
        with self._turn:
            self._begun()

    def warm(self) -> None:
        """Start the process before it is needed, and wait until it is there; raises ReadError."""
        with self._turn:
            self._ready()

    @property
    def pid(self) -> int | None:
        """The id of the process, None where none is running."""
        return self._running.process.pid if self._running else None

    def close(self) -> None:
        """End the process."""
        self._is_closed = True
        with self._turn:
            self._end()

    def _asked(
        self,
        call: str,
        path: Path,
        arguments: tuple[object, ...],
        kind: Any,
        tick: Callable[[float], None],
        *,
        is_ahead: bool = False,
    ) -> Any:
        refuse_large(path, size_of(path), self._limits)
        request = json.dumps((call, str(_absolute(path)), *arguments)).encode("ascii")
        with turn_of(self._turn, tick):
            stamp = stamp_of(path)
            known, found = self._ahead.pop(request, (None, None))
            if known is None or known != stamp:
                try:
                    found = self._found(request, path, kind, tick)
                except ReadError as error:
                    found = error
            if is_ahead:
                self._ahead = {**dict([*self._ahead.items()][-1:]), request: (stamp, found)}
        if isinstance(found, ReadError):
            raise found
        return found

    def _found(self, request: bytes, path: Path, kind: Any, tick: Callable[[float], None]) -> Any:
        """Return the value, or the ReadError, that the process answers; raises ReadError."""
        is_sound = False
        try:
            answer = self._answer(request, path, self._limits.seconds_for(size_of(path)), tick)
            found = _understood(answer, path, kind, self._limits)
            is_sound = answer[1:2] == child.FRESH
        finally:
            if not is_sound:
                self._end()
        return found

    def _answer(
        self, request: bytes, path: Path, seconds: float, tick: Callable[[float], None]
    ) -> bytes:
        running = self._ready()
        until = time.monotonic() + seconds
        try:
            running.requests.send_bytes(request)
            while not running.requests.poll(LOOK_EVERY):
                tick(0.0)
                if time.monotonic() > until:
                    raise too_slow(path, seconds)
            return running.requests.recv_bytes()
        except (EOFError, OSError) as error:
            raise broken_off(path, self._limits) from error

    def _ready(self) -> Running:
        """Return the process when it is there, a new one if there is none."""
        running = self._begun()
        if not self._is_greeted:
            try:
                greet(running)
            except ReadError:
                self._end()
                raise
            self._is_greeted = True
        return running

    def _begun(self) -> Running:
        if self._running is not None and not self._running.process.is_alive():
            self._end()
        if self._running is None:
            self._running = started(self._limits)
            # Called by `_end`, else when the program ends.
            self._finish = weakref.finalize(self, ended, self._running)
        return self._running

    def _end(self) -> None:
        if self._finish is not None:
            self._finish()
        self._running = self._finish = None
        self._is_greeted = False


def _understood(answer: bytes, path: Path, kind: Any, limits: Limits) -> Any:
    """Return the value, or the ReadError, that an answer holds; raises ReadError for nonsense."""
    try:
        if answer[:1] == child.VALUE:
            return unpacked(answer[2:], kind)
        said: tuple[str, ...] = unpacked(answer[2:], tuple[str, ...])
        en, zh = said
    except ValueError as error:
        raise broken_off(path, limits) from error
    return ReadError(en=en, zh=zh)


def _absolute(path: Path) -> Path:
    """Return the path from the root, since the process may stand in another folder."""
    try:
        return path.absolute()
    except OSError:  # the current folder is gone
        return path
