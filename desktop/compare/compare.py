"""Two parsed reports → a Comparison."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.compare.model import Comparison
from desktop.compare.options import DEFAULT, Options
from desktop.compare.sections import align_sections, parts
from desktop.compare.statements import REVIEWING, entries, match_carried, match_told
from desktop.report.model import ReportKind

if TYPE_CHECKING:
    from desktop.report.model import ParsedReport, Report

Tick = Callable[[float], None]


def no_tick(share: float) -> None:
    """Report progress to nobody."""


def may_tell(left: Report, right: Report) -> bool:
    """Say whether the right one can report on what the left one plans.

    A work report looks back on the year before its own: it is silent on a plan for its own year.
    """
    if left.year is None or right.year is None:
        return True
    return right.year > left.year or (right.year == left.year and right.kind is not ReportKind.WORK)


def compare(
    left: ParsedReport, right: ParsedReport, options: Options = DEFAULT, tick: Tick = no_tick
) -> Comparison:
    """Return all links of two reports.

    `tick` hears the share done, 0.0 to 1.0, and may raise Cancelled.
    """
    tick(0.0)
    sections = align_sections(parts(left), parts(right), options)
    tick(0.2)
    promised = entries(left, left.commitments)
    renewed = entries(right, right.commitments)
    told = [s for s in right.statements if s.role in REVIEWING and s.commitment is None]
    tick(0.4)
    links = match_carried(promised, renewed, sections, options)
    tick(0.7)
    if may_tell(left.report, right.report):
        links += match_told(promised, entries(right, told), sections, options)
    tick(1.0)
    return Comparison(
        left, right, sections, tuple(sorted(links, key=lambda link: (link.left, link.right)))
    )
