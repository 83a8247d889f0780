"""The process that computes for the window: it answers one request after the other.

It is as trusted as the window that starts it: what a file holds comes to it only as values. A
request is a call by name with its arguments, an answer a letter that says what follows.
"""

from __future__ import annotations

import gc
import signal
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.compare.compare import compare, warm
from desktop.compare.model import Comparison
from desktop.compiled import keep_compiled
from desktop.errors import Cancelled
from desktop.report.compendium import split_reports
from desktop.report.parse import parse_report
from desktop.text.segment import cuts_of
from desktop.ui.engine.letters import ANSWER, FAULT, PIECE, PROGRESS, STOP, from_letter, to_letter
from desktop.ui.engine.pieces import without_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.compare.findings import Findings, Term
    from desktop.compare.model import SectionLink, StatementLink
    from desktop.compare.options import Options
    from desktop.report.corrections import Corrections
    from desktop.report.model import ParsedReport, Part, Report
    from desktop.report.preflight import Preflight
    from desktop.spawning import Connection
    from desktop.text.segment import Cuts
    from desktop.text.span import Span

IDLE_SECONDS = 0.5  # after which nobody is about to ask for more
PARSING_SHARE = 0.3
"""The part of a comparison that parsing takes, for the progress bar alone."""

BEGUN = 0.01
"""The share of work that is done when it has begun, where who waits has to know that."""

TWO = 2  # reports are open at a time


def serve(line: Connection) -> None:
    """Answer requests until nobody is there to ask."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the window, which ends us
    warm()
    gc.freeze()
    worker = Worker(line)
    with suppress(EOFError, ConnectionError):  # the window is gone
        while True:
            if not line.poll(IDLE_SECONDS):
                gc.collect()  # nobody waits
                if not worker.has_searched:  # else what was searched for would be kept too
                    keep_compiled("engine")
            request = from_letter(line.recv_bytes())
            if request != STOP:
                line.send_bytes(worker.answer(*request))
                worker.go_ahead()


class Worker:
    """Does what it is asked for, and keeps the pair that it compared last."""

    def __init__(self, line: Connection) -> None:
        self.has_searched = False
        self._line = line
        self._pair: tuple[ParsedReport, ParsedReport] | None = None
        self._next: Report | None = None  # that is likely to be compared

    def answer(self, call: str, arguments: tuple[object, ...]) -> bytes:
        """Return the answer to a request."""
        try:
            return ANSWER + to_letter(CALLS[call](self, *arguments))
        except Exception as error:  # noqa: BLE001 - the window tells the kinds apart
            from traceback import format_exception  # noqa: PLC0415 - the first comparison waits

            error.add_note("".join(format_exception(error)))  # a pickle leaves that out
            return FAULT + to_letter(error)

    def go_ahead(self) -> None:
        """Parse what is likely to be compared, while the window reads the next file."""
        report, self._next = self._next, None
        if report is not None:
            with suppress(Exception):  # who compares it is told
                _parsed(report, ())

    def compare(
        self,
        left: Report,
        right: Report,
        corrections: tuple[Corrections, Corrections],
        options: Options,
    ) -> tuple[tuple[SectionLink, ...], tuple[StatementLink, ...]]:
        """Parse two reports, each with its corrections, and compare them.

        The links are the answer; the parsed reports are sent before.
        """
        self._tick(0.0)
        first = self._sent(_parsed(left, corrections[0]))
        self._tick(PARSING_SHARE / 2)
        second = self._sent(_parsed(right, corrections[1]))
        found = compare(first, second, options, self._tick_of_comparing)
        self._pair = first, second
        return found.section_links, found.statement_links

    def find(
        self,
        pair: tuple[ParsedReport, ParsedReport] | None,
        links: tuple[tuple[SectionLink, ...], tuple[StatementLink, ...]],
        known: tuple[Term, ...] | None,
    ) -> tuple[Findings, Cuts]:
        """Return targets and terms; `known` are the terms of the same two texts.

        None is the pair that was compared last. The words that new statements are cut into go with
        what is found.
        """
        from desktop.compare.findings import Findings  # noqa: PLC0415 - see above
        from desktop.compare.target_table import target_table  # noqa: PLC0415 - see above
        from desktop.compare.wording import wording  # noqa: PLC0415 - see above

        self._tick(0.0)
        both = pair or self._pair
        assert both is not None  # noqa: S101 - the window knows what was compared
        targets = target_table(Comparison(*both, *links))
        self._tick(0.5)
        if known is not None:
            return Findings(targets, known), {}
        cuts = cuts_of(statement.text for parsed in both for statement in parsed.statements)
        return Findings(targets, wording(*both)), cuts

    def parts(self, report: Report) -> tuple[Part, ...]:
        """Return the reports that a text holds."""
        found = split_reports(report.text)
        self._next = report if len(found) <= 1 else None
        return found

    def look_over(self, report: Report) -> Preflight:
        """Return what is found in a report, and what looks wrong with it."""
        from desktop.report.preflight import preflight  # noqa: PLC0415 - see above

        return preflight(_parsed(report, ()))

    def find_pattern(self, pattern: str, texts: tuple[str, ...]) -> tuple[tuple[Span, ...], ...]:
        """Return where a regular expression matches in each text."""
        from desktop.text.search import find_pattern  # noqa: PLC0415 - see above

        self.has_searched = True
        self._tick(BEGUN)
        return tuple(find_pattern(pattern, text) for text in texts)

    def _tick(self, share: float) -> None:
        if self._line.poll():  # to ask for anything else is to stop this
            raise Cancelled
        self._line.send_bytes(PROGRESS + to_letter(share))

    def _tick_of_comparing(self, share: float) -> None:
        self._tick(PARSING_SHARE + (1 - PARSING_SHARE) * share)

    def _sent(self, parsed: ParsedReport) -> ParsedReport:
        """Send a report that is parsed; the window takes it in while the work goes on."""
        self._line.send_bytes(PIECE + to_letter(without_text(parsed)))
        return parsed


@lru_cache(maxsize=TWO)
def _parsed(report: Report, corrections: Corrections) -> ParsedReport:
    """Return a parsed report: at each correction and other threshold one at least is the same."""
    return parse_report(report, corrections)


CALLS: dict[str, Callable[..., object]] = {
    "compare": Worker.compare,
    "find": Worker.find,
    "parts": Worker.parts,
    "look over": Worker.look_over,
    "find pattern": Worker.find_pattern,
}
