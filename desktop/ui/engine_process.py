"""The process that computes for the window: it answers one request after the other.

It is as trusted as the window that starts it: what a file holds comes to it only as values. A
request is a call by name with its arguments, an answer a letter that says what follows.
"""

from __future__ import annotations

import gc
import pickle
import signal
import traceback
from contextlib import suppress
from typing import TYPE_CHECKING

from desktop.compare.compare import compare, warm
from desktop.compare.findings import Findings
from desktop.compare.target_table import target_table
from desktop.compare.wording import wording
from desktop.errors import Cancelled
from desktop.report.compendium import split_reports
from desktop.report.parse import parse_report
from desktop.report.preflight import preflight
from desktop.text.segment import cuts_of
from desktop.ui.engine import ANSWER, FAULT, PROGRESS, STOP

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

    from desktop.compare.compare import Tick
    from desktop.compare.findings import Term
    from desktop.compare.model import Comparison
    from desktop.compare.options import Options
    from desktop.report.model import Part, Report
    from desktop.report.preflight import Preflight
    from desktop.text.segment import Cuts
    from desktop.ui.engine import Corrections

IDLE_SECONDS = 0.5  # after which nobody is about to ask for more
PARSING_SHARE = 0.3
"""The part of a comparison that parsing takes, for the progress bar alone."""


def serve(line: Connection) -> None:
    """Answer requests until nobody is there to ask."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the window, which ends us
    gc.disable()  # else a tenth of the work is looking for circles, of which it makes none
    warm()
    gc.freeze()
    with suppress(EOFError, ConnectionError):  # the window is gone
        while True:
            if not line.poll(IDLE_SECONDS):
                gc.collect()  # nobody waits
            request = line.recv()
            if request != STOP:
                line.send_bytes(_answer(line, *request))


def _answer(line: Connection, call: str, arguments: tuple[object, ...]) -> bytes:
    def tick(share: float) -> None:
        if line.poll():  # to ask for anything else is to stop this
            raise Cancelled
        line.send_bytes(PROGRESS + pickle.dumps(share))

    try:
        return ANSWER + pickle.dumps(CALLS[call](*arguments, tick), pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001 - the window tells the kinds apart
        error.add_note("".join(traceback.format_exception(error)))  # a pickle leaves that out
        return FAULT + pickle.dumps(error)


def _compared(
    left: Report,
    right: Report,
    corrections: Corrections,
    options: Options,
    tick: Tick,
) -> Comparison:
    """Parse two reports, each with its corrections, and compare them."""
    tick(0.0)
    first = parse_report(left, corrections[0])
    tick(PARSING_SHARE / 2)
    second = parse_report(right, corrections[1])
    return compare(
        first, second, options, lambda share: tick(PARSING_SHARE + (1 - PARSING_SHARE) * share)
    )


def _found(
    comparison: Comparison, known: tuple[Term, ...] | None, tick: Tick
) -> tuple[Findings, Cuts]:
    """Return targets and terms; `known` are the terms of the same two texts.

    The words that new statements are cut into go with it.
    """
    tick(0.0)
    targets = target_table(comparison)
    tick(0.5)
    if known is not None:
        return Findings(targets, known), {}
    both = comparison.left, comparison.right
    cuts = cuts_of(statement.text for parsed in both for statement in parsed.statements)
    return Findings(targets, wording(*both)), cuts


def _parts(report: Report, _tick: Tick) -> tuple[Part, ...]:
    return split_reports(report.text)


def _looked_over(report: Report, _tick: Tick) -> Preflight:
    return preflight(parse_report(report))


CALLS: dict[str, Callable[..., object]] = {
    "compare": _compared,
    "find": _found,
    "parts": _parts,
    "look over": _looked_over,
}
