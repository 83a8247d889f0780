"""Engine: reports are parsed and compared in a process of its own, so that no window waits.

Two threads of Python take turns, and loading what cuts words stops both of them: what is computed
beside the window, in its own process, would still make it stand.
"""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from desktop.errors import Cancelled, Reason, UserError
from desktop.spawning import LOOK_EVERY, both_ends, not_started, started, turn_of
from desktop.ui.engine.letters import ANSWER, FAULT, PIECE, PROGRESS, STOP, from_letter, to_letter
from desktop.ui.engine.start import start_serving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.compare.compare import Tick
    from desktop.compare.findings import Findings, Term
    from desktop.compare.model import Comparison
    from desktop.compare.options import Options
    from desktop.report.corrections import Corrections
    from desktop.report.model import ParsedReport, Part, Report
    from desktop.report.preflight import Preflight
    from desktop.spawning import Connection, Process
    from desktop.text.span import Span
    from desktop.ui.engine.pieces import Piece

COMPARES = Reason("compares", "对照所用")
MOST_AHEAD = 200_000
"""Characters of two reports that are compared ahead: of more, who asks for others might wait."""

UNCORRECTED: tuple[Corrections, Corrections] = ((), ())
STOPPING_SECONDS = 1.0  # after which work that was cancelled is ended together with its process


class Engine:
    """The process that computes, started at the first request and kept warm for the next.

    One request at a time: threads wait for each other. `tick` hears the share done, 0.0 to 1.0;
    what it raises ends the work. Every call raises UserError where there is no process to be had.
    """

    def __init__(self) -> None:
        self._process: Process | None = None
        self._line: Connection | None = None
        self._turn = threading.Lock()
        self._pair: tuple[ParsedReport, ...] = ()  # that the process has compared last, and keeps
        self._last: tuple[object, Comparison] | None = None  # what was asked, and what came of it
        self._ahead: object = None  # what is compared before it is asked for
        # Of the last two reports that were asked about.
        self._parts: dict[Report, tuple[Part, ...]] = {}
        self._is_closed = False

    def compare(
        self,
        pair: tuple[Report, Report],
        corrections: tuple[Corrections, Corrections],
        options: Options,
        tick: Tick,
    ) -> Comparison:
        """Return all links of two reports, each parsed with its corrections.

        What is parsed comes first and is taken in while the process compares. What was compared
        last is there at once.
        """
        from desktop.compare.model import Comparison  # noqa: PLC0415 - the process starts first
        from desktop.ui.engine.pieces import with_text  # noqa: PLC0415

        parsed: list[ParsedReport] = []

        def take(piece: Piece) -> None:
            parsed.append(with_text(piece, pair[len(parsed)].text))

        given = *pair, corrections, options
        with self._turn_for(given, tick):
            if self._last is not None and self._last[0] == given:
                tick(1.0)
                return self._last[1]
            self._pair = ()  # until it is known that the process kept another one
            links = self._answered(self._ready(), "compare", given, tick, take)
            self._pair = left, right = tuple(parsed)
            found = Comparison(left, right, *links)
            self._last = given, found
        return found

    def find(self, comparison: Comparison, known: tuple[Term, ...] | None, tick: Tick) -> Findings:
        """Return targets and terms; `known` are the terms of the same two texts.

        How new statements are cut into words comes with them, so that nothing has to be loaded
        here to cut them.
        """
        from desktop.text.segment import remember_cuts  # noqa: PLC0415 - see above

        pair = comparison.left, comparison.right
        links = comparison.section_links, comparison.statement_links
        with self._turn_for(None, tick):
            line = self._ready()
            is_kept = [id(one) for one in pair] == [id(one) for one in self._pair]
            given = None if is_kept else pair, links, known
            found: Findings
            found, cuts = self._answered(line, "find", given, tick)
        remember_cuts(cuts)
        return found

    def parts(self, report: Report, tick: Tick) -> tuple[Part, ...]:
        """Return the reports that a text holds; behind it the process parses that of one."""
        known = self._parts.get(report)
        if known is not None:
            return known
        with self._turn_for(None, tick):
            known = self._parts.get(report)
            if known is None:
                known = self._answered(self._ready(), "parts", (report,), tick)
                self._parts = {**dict([*self._parts.items()][-1:]), report: known}
        return known

    def ask_ahead(self, report: Report) -> None:
        """Ask what a text holds before it is asked for: `parts` has it at once.

        What is wrong is told then. Whoever closes this does not wait for it.
        """
        with suppress(UserError, Cancelled):
            self._go_on(0.0)
            self.parts(report, self._go_on)

    def compare_ahead(self, one: Report, other: Report) -> None:
        """Compare two reports that were asked about ahead, before it is asked for.

        `compare` has it at once; whatever else is asked stops it. It is taken for granted that the
        earlier report is the left one and that nobody has corrected them or chosen thresholds, as
        with most pairs. Of a text that holds several reports it is not known which is meant.
        """
        from desktop.compare.options import DEFAULT  # noqa: PLC0415 - the process starts first
        from desktop.report.model import earlier_first  # noqa: PLC0415 - see above

        pair = earlier_first(one, other)
        is_unknown = any(len(self._parts.get(each, ())) > 1 for each in pair)
        is_long = sum(len(each.text) for each in pair) > MOST_AHEAD
        if is_unknown or is_long or one.text == other.text:
            return
        given = self._ahead = *pair, UNCORRECTED, DEFAULT

        def go_on(share: float) -> None:
            self._go_on(share)
            if self._ahead is not given:
                raise Cancelled

        with suppress(UserError, Cancelled):
            self.compare(pair, UNCORRECTED, DEFAULT, go_on)

    def look_over(self, report: Report, tick: Tick) -> Preflight:
        """Return what is found in a report, and what looks wrong with it."""
        found: Preflight = self._asked("look over", (report,), tick)
        return found

    def find_pattern(
        self, pattern: str, texts: tuple[str, ...], tick: Tick
    ) -> tuple[tuple[Span, ...], ...]:
        """Return where a regular expression matches in each text, however long that takes."""
        found: tuple[tuple[Span, ...], ...] = self._asked("find pattern", (pattern, texts), tick)
        return found

    def warm(self) -> None:
        """Start the process before it is needed; raises UserError."""
        with self._turn:
            self._ready()

    @property
    def pid(self) -> int | None:
        """The id of the process, None where none is running."""
        return self._process.pid if self._process else None

    def close(self) -> None:
        """End the process."""
        self._is_closed = True
        with self._turn:
            self._end()

    def _go_on(self, _share: float) -> None:
        if self._is_closed:
            raise Cancelled

    def _asked(self, call: str, arguments: tuple[object, ...], tick: Tick) -> Any:
        with self._turn_for(None, tick):
            return self._answered(self._ready(), call, arguments, tick)

    @contextmanager
    def _turn_for(self, given: object, tick: Tick) -> Iterator[None]:
        """Wait for the process; what it compares ahead is stopped unless that is `given` too."""
        if given != self._ahead:
            self._ahead = None
        with turn_of(self._turn, tick):
            yield

    def _answered(
        self,
        line: Connection,
        call: str,
        arguments: tuple[object, ...],
        tick: Tick,
        take: Callable[[Any], None] | None = None,
    ) -> Any:
        """Return the answer to a request; `take` gets the pieces that come before it."""
        try:
            line.send_bytes(to_letter((call, arguments)))
            kind, value = _answer(line, tick, take)
        except (EOFError, OSError) as error:
            self._end()
            raise _broken_off() from error
        except BaseException:  # of the tick, or of what cannot be sent
            if not _has_stopped(line):
                self._end()
            raise
        if kind == FAULT:
            raise value
        return value

    def _ready(self) -> Connection:
        """Return the line to the process, to a new one if there is none."""
        if self._process is not None and not self._process.is_alive():
            self._end()
        if self._line is None:
            try:
                self._process, self._line = _started()
            except OSError as error:
                raise not_started(UserError, COMPARES, error) from error
        return self._line

    def _end(self) -> None:
        if self._process is not None and self._line is not None:
            self._line.close()
            self._process.kill()
            self._process.join()
            self._process.close()
        self._process = self._line = None
        self._pair = ()


def _started() -> tuple[Process, Connection]:
    """Start a process; what it is asked meanwhile waits. Raises OSError."""
    ours, theirs = both_ends()
    process = started(start_serving, (theirs,), "engine")
    theirs.close()  # or we would not hear that the process is gone
    return process, ours


def _answer(
    line: Connection, tick: Tick, take: Callable[[Any], None] | None = None
) -> tuple[bytes, Any]:
    """Return the kind of the answer, and the value or the exception that it is."""
    while True:
        while not line.poll(LOOK_EVERY):
            tick(0.0)
        said = line.recv_bytes()
        kind, value = said[:1], from_letter(said[1:])
        if kind == PROGRESS:
            tick(value)
        elif kind == PIECE and take is not None:
            take(value)
        else:
            return kind, value


def _has_stopped(line: Connection) -> bool:
    """Tell the process to stop, and whether it has, so that it can be asked again."""
    until = time.monotonic() + STOPPING_SECONDS
    try:
        line.send_bytes(to_letter(STOP))
        while line.poll(max(until - time.monotonic(), 0)):
            if line.recv_bytes()[:1] in (ANSWER, FAULT):
                return True
    except (EOFError, OSError):
        pass
    return False


def _broken_off() -> UserError:
    return UserError(
        en="The work broke off, perhaps for want of memory: close other programs and try again.",
        zh="处理中断，可能是内存不足：请关闭其他程序后重试。",
    )
